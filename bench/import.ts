import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { registerOf } from '../server/invitations/register.ts';
import { importDocumentSchema, type ImportDocument } from '../server/population/api-document.ts';
import { loadSurveys } from '../survey-definitions/index.ts';
import { urasOrFail } from '../test/support/product-process.ts';
import { cpuMs, printMeasure, round } from './measure.ts';
import { openWorkplace, SURVEY, VERSION, withServer, type Workplace } from './workplace.ts';

const ROUND = 'bench-import';
const INSTITUTION = 'X0101';
const DAY_MS = 24 * 3600_000;
const BUSY = ['reading', 'applying'];

/**
 * A student register sends 200,000 people, as much as a file may hold, to a running service: uploaded, recognised,
 * checked, confirmed, brought in. Beside it a plain COPY of the very same rows into a table with the same indexes.
 */
export async function benchImport(quick: boolean): Promise<void> {
  const rows = quick ? 20_000 : 200_000;
  const place = await openWorkplace();
  try {
    const file = join(place.folder, 'people.csv');
    writePeople(file, rows);
    const token = await prepare(place);
    await withServer(place, async ({ baseUrl, pid }) => {
      const idleMb = memoryMb(pid, 'VmRSS');
      const call = callerOf(baseUrl, token);
      const spent = [cpuMs(pid), cpuMs(place.postgres.pid)] as const;
      let start = performance.now();
      const lap = () => {
        const seconds = (performance.now() - start) / 1000;
        start = performance.now();
        return seconds;
      };
      const sent = await call('POST', '', { type: 'text/csv', body: readFileSync(file) });
      const uploaded = lap();
      const read = await whenIdle(call, sent.id);
      const validated = uploaded + lap();
      await call('POST', `/${sent.id}/confirm`, { type: 'application/json', body: '{}' });
      const done = await whenIdle(call, sent.id);
      const applied = lap();
      if (done.state !== 'applied' || done.counts.doneAdded !== rows)
        throw new Error(`The import ended ${done.state}: ${JSON.stringify([read.counts, done.counts, done.problem])}`);
      printMeasure({
        bench: 'import',
        rows,
        seconds_uploaded: round(uploaded),
        seconds_validated: round(validated),
        seconds_applied: round(applied),
        seconds: round(validated + applied),
        rows_per_s: Math.round(rows / (validated + applied)),
        cpu_s_server: round((cpuMs(pid) - spent[0]) / 1000),
        cpu_s_postgres: round((cpuMs(place.postgres.pid) - spent[1]) / 1000),
        idle_mb: idleMb,
        peak_mb: memoryMb(pid, 'VmHWM'),
      });
    });
    printMeasure({ bench: 'import-copy', rows, seconds: round(await copySeconds(place)) });
  } finally {
    await place.close();
  }
}

/** People of one invented institution as its register would write them: every column, days of here, words for codes. */
function writePeople(file: string, rows: number): void {
  const survey = loadSurveys().find(SURVEY, Number(VERSION));
  if (!survey) throw new Error(`There is no survey ${SURVEY} ${VERSION}.`);
  const degrees = [...registerOf(survey).degrees.keys()];
  const lines = ['Opiskelijanumero;Oppilaitos;Tutkinto;Valmistumispäivä;Sukupuoli;Syntymävuosi;Sähköposti;Puhelin'];
  for (let index = 0; index < rows; index += 1) {
    const degree = degrees[index % degrees.length] ?? '';
    const day = `${(index % 28) + 1}.${(index % 12) + 1}.2020`;
    const phone = `040 ${String(1_000_000 + (index % 9_000_000))}`;
    const facts = `${index % 2 === 0 ? 'nainen' : 'mies'};${1960 + (index % 38)}`;
    lines.push(
      `s${String(index).padStart(7, '0')};${INSTITUTION};${degree};${day};${facts};s${index}@example.org;${phone}`,
    );
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
}

async function prepare({ product }: Workplace): Promise<string> {
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const what = ['--id', ROUND, '--survey', SURVEY, '--version', VERSION, '--cohort', '2020'];
  await urasOrFail(product, 'rounds', 'create', ...what, '--opens', day(30), '--closes', day(60));
  const scope = ['--name', 'register', '--scope', 'population:write', '--institution', INSTITUTION];
  const said = await urasOrFail(product, 'tokens', 'create', ...scope, '--expires', day(30));
  const token = /uras_[\w-]+/.exec(said)?.[0];
  if (token === undefined) throw new Error('No token was printed.');
  return token;
}

type Call = (
  method: 'GET' | 'POST',
  path: string,
  sent?: { type: string; body: Buffer<ArrayBuffer> | string },
) => Promise<ImportDocument>;

function callerOf(baseUrl: string, token: string): Call {
  return async (method, path, sent) => {
    const answer = await fetch(`${baseUrl}/api/v1/rounds/${ROUND}/population${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(sent && { 'content-type': sent.type }) },
      ...(sent && { body: sent.body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} → ${answer.status}: ${text}`);
    return importDocumentSchema.parse(JSON.parse(text));
  };
}

async function whenIdle(call: Call, id: string): Promise<ImportDocument> {
  for (;;) {
    const document = await call('GET', `/${id}`);
    if (!BUSY.includes(document.state)) return document;
    await sleep(100);
  }
}

/** How much memory a process holds, or has held at most (Linux: /proc). */
function memoryMb(pid: number, line: 'VmRSS' | 'VmHWM'): number {
  const found = new RegExp(`${line}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(found?.[1] ?? 0) / 1024);
}

/** The people of the round, written out and copied into a table of the same columns and indexes. */
async function copySeconds(place: Workplace): Promise<number> {
  const file = join(place.folder, 'copy.csv');
  await psql(place, `copy (select * from contact.person where round_id = '${ROUND}') to stdout csv`, { out: file });
  await psql(place, 'create table public.copied (like contact.person including all)', {});
  const start = performance.now();
  await psql(place, 'copy public.copied from stdin csv', { in: file });
  return (performance.now() - start) / 1000;
}

async function psql({ postgres }: Workplace, command: string, files: { in?: string; out?: string }): Promise<void> {
  const input = files.in === undefined ? 'ignore' : openSync(files.in, 'r');
  const output = files.out === undefined ? 'ignore' : openSync(files.out, 'w');
  const child = spawn('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-c', command, postgres.url], {
    stdio: [input, output, 'inherit'],
  });
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  for (const handle of [input, output]) if (typeof handle === 'number') closeSync(handle);
  if (code !== 0) throw new Error(`psql ended with ${code}: ${command}`);
}
