import { fork, type ChildProcess, type Serializable } from 'node:child_process';
import { fileURLToPath } from 'node:url';

type Answer<Out> = { done: Out; problem?: undefined } | { done?: undefined; problem: string };

/** Work of one kind in a process of its own, one piece after another. */
export type HelperProcess<In, Out> = {
  /** Rejects with what went wrong; the next piece then gets a new process. */
  ask: (input: In) => Promise<Out>;
  /** Ends the process. It may be asked again. */
  close: () => void;
};

export type HelperKind = {
  /** The module that it runs: it takes messages by `answerMessages`. */
  module: URL;
  /** What an error calls it. */
  name: string;
  /** The process is replaced after so many pieces, since it keeps some memory of each. */
  mostPieces: number;
};

/** It is ended when nobody has asked for so long. */
const IDLE_MS = 30_000;

/** Work that no page waits for. While it works, and only then, this process stays for it. */
export function helperProcess<In extends Serializable, Out>(kind: HelperKind): HelperProcess<In, Out> {
  let child: ChildProcess | null = null;
  let pieces = 0;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const close = (): void => {
    clearTimeout(idle);
    child?.kill();
    child = null;
    pieces = 0;
  };
  const askNow = async (input: In): Promise<Out> => {
    clearTimeout(idle);
    if (pieces >= kind.mostPieces) close();
    child ??= fork(fileURLToPath(kind.module), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
    });
    pieces += 1;
    try {
      return await answerOf<In, Out>(child, input, kind.name);
    } catch (error) {
      close(); // whatever it was: the next piece gets a process without a past
      throw error;
    } finally {
      idle = setTimeout(close, IDLE_MS).unref();
    }
  };
  return {
    ask: (input) => {
      const mine = last.then(() => askNow(input));
      last = mine.catch(() => undefined);
      return mine;
    },
    close,
  };
}

function answerOf<In extends Serializable, Out>(child: ChildProcess, input: In, name: string): Promise<Out> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      child.unref();
      child.channel?.unref();
    };
    const onMessage = (answer: Answer<Out>): void => {
      done();
      if (answer.problem === undefined) resolve(answer.done);
      else reject(new Error(`${name} cannot do it: ${answer.problem}`));
    };
    const onExit = (code: number | null): void => {
      done();
      reject(new Error(`${name} ended with ${code ?? 'a signal'}.`));
    };
    const onError = (cause: Error): void => {
      done();
      reject(new Error(`${name} cannot be started.`, { cause }));
    };
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
    child.ref();
    child.channel?.ref();
    child.send(input, (problem) => {
      if (problem) onError(problem);
    });
  });
}

/** Called by the module of such a process: answers each message, in order. */
export function answerMessages<In, Out extends object>(work: (input: In) => Out): void {
  process.on('message', (input: In) => {
    try {
      process.send?.({ done: work(input) });
    } catch (error) {
      process.send?.({ problem: error instanceof Error ? error.message : String(error) });
    }
  });
}
