import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PrintedReport } from '../drawings.ts';
import { pdfSheet, type Printed } from './pdf-sheet.ts';

/** The typesetter's process is replaced after so many reports: it keeps about a megabyte of each. */
const MOST_REPORTS = 100;
/** And ended when nobody has printed for so long. */
const IDLE_MS = 30_000;
const PROCESS = fileURLToPath(new URL('pdf-process.ts', import.meta.url));

type Answer = { pdf: Uint8Array; problem?: undefined } | { pdf?: undefined; problem: string };

/** Prints one report after another. */
export type Printer = {
  print: (report: PrintedReport, printed: Printed) => Promise<Buffer>;
  /** Ends its process. It may be asked to print again. */
  close: () => void;
};

/**
 * A printer of reports as tagged PDF (PDF/UA-1), A4, every chart with its table. The typesetter refuses a
 * chart without words, a missing title or a skipped heading.
 */
export function makePrinter(): Printer {
  let child: ChildProcess | null = null;
  let printed = 0;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const close = (): void => {
    clearTimeout(idle);
    child?.kill();
    child = null;
    printed = 0;
  };
  const printSheet = async (sheet: string): Promise<Buffer> => {
    clearTimeout(idle);
    if (printed >= MOST_REPORTS) close();
    child ??= fork(PROCESS, { execArgv: ['--disable-warning=ExperimentalWarning'], serialization: 'advanced' });
    printed += 1;
    try {
      return await ask(child, sheet);
    } catch (error) {
      close(); // whatever it was: the next report gets a process without a past
      throw error;
    } finally {
      idle = setTimeout(close, IDLE_MS).unref();
    }
  };
  return {
    print: (report, as) => {
      const sheet = pdfSheet(report, as);
      const mine = last.then(() => printSheet(sheet));
      last = mine.catch(() => undefined);
      return mine;
    },
    close,
  };
}

/** Sends one sheet and waits for its PDF. While it waits, and only then, this process stays for it. */
function ask(child: ChildProcess, sheet: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      child.unref();
      child.channel?.unref();
    };
    const onMessage = (answer: Answer): void => {
      done();
      if (answer.pdf) resolve(Buffer.from(answer.pdf));
      else reject(new Error(`The report cannot be set: ${answer.problem}`));
    };
    const onExit = (code: number | null): void => {
      done();
      reject(new Error(`The typesetter ended with ${code ?? 'a signal'}.`));
    };
    const onError = (cause: Error): void => {
      done();
      reject(new Error('The typesetter cannot be started.', { cause }));
    };
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
    child.ref();
    child.channel?.ref();
    child.send(sheet, (problem) => {
      if (problem) onError(problem);
    });
  });
}
