import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { formatCode } from '../../server/invitations/code.ts';
import { startServerWorker } from '../../server/jobs/server-worker.ts';
import { importFile, importPeople, importRow, locationOf, readFile } from '../support/import-file.ts';
import { startMailReceiver, type MailReceiver } from '../support/mail-receiver.ts';
import { readPageForm, type PageField } from '../support/page-form.ts';
import { planOf, scheduleNow } from '../support/sending-round.ts';
import { aStaffMember, type StaffMember } from '../support/staff.ts';
import { openTestApp, type LinkedPerson, type TestApp } from '../support/test-app.ts';

// What may stand nowhere but in the tables: addresses, numbers, keys of people, codes, what somebody wrote or searched.
const PEOPLE = 120;
const WRITTEN = 'Kirjoitettu-salaisuus';
const addressOf = (index: number) => `hidden-${index}@nowhere.example`;
const keyOf = (index: number) => `HIDDENKEY${String(index).padStart(4, '0')}`;

let server: TestApp;
let mails: MailReceiver;
let who: StaffMember;
let graduate: LinkedPerson;
let round: string;
let watcher: pg.Client;
/** Everything that the service said, by its log or by the process itself. */
const said: string[] = [];
/** Everything that somebody at the database could see of its work. */
const seen = new Set<string>();
let worker: ReturnType<typeof startServerWorker> = null;
let watching: Promise<void>;
let isOver = false;
const restore: (() => void)[] = [];

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = ((chunk: string | Uint8Array) => {
      said.push(String(chunk));
      return write(chunk);
    }) as typeof stream.write; // its other forms are not used
    restore.push(() => (stream.write = write));
  }
  mails = await startMailReceiver({ isRefused: (address) => address === addressOf(3) });
  server = await openTestApp({
    URAS_BASE_URL: 'http://uraseuranta.example',
    URAS_SMTP_URL: mails.url,
    URAS_MAIL_FROM: 'Uraseuranta <survey@uraseuranta.example>',
    URAS_SEND_PER_MINUTE: '100000',
  });
  const tell = (message: string, cause?: unknown) =>
    said.push(`${message}${cause instanceof Error ? `: ${cause.message}` : ''}`);
  Object.assign(server.deps.log, { info: tell, error: tell });
  round = await server.aRound();
  graduate = await server.aPerson({ round, email: addressOf(9999) });
  who = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0101' });
  watcher = new pg.Client({ connectionString: server.deps.config.databaseUrl ?? '' });
  await watcher.connect();
  watching = watch();
}, 180_000);
afterAll(async () => {
  await worker?.stop();
  isOver = true;
  await watching;
  await watcher?.end();
  await server?.close();
  await mails?.stop();
  for (const deed of restore) deed();
});

async function watch(): Promise<void> {
  while (!isOver) {
    const { rows } = await watcher.query<{ query: string }>(
      'select query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    for (const { query } of rows) seen.add(query);
    await sleep(3);
  }
}

/** From now on the database says of each write what it holds, as a broken rule of it would. */
async function breakTables(): Promise<void> {
  const { ownerDb } = server.deps;
  await sql`create function public.tell() returns trigger language plpgsql as $$
    begin raise exception 'broken: %', new using detail = new::text; end $$`.execute(ownerDb);
  for (const table of ['contact.person', 'answer.response'])
    await sql`create trigger tell before insert or update on ${sql.table(table)} for each row execute function public.tell()`.execute(
      ownerDb,
    );
}

/** No table is locked for it: the worker goes on meanwhile. */
const mendTables = () =>
  sql`create or replace function public.tell() returns trigger language plpgsql as 'begin return new; end'`.execute(
    server.deps.ownerDb,
  );

async function until(isIt: () => boolean | Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 1200; looks += 1) {
    if (await isIt()) return;
    await sleep(50);
  }
  throw new Error(`it does not come: ${said.slice(-3).join('\n')}`);
}

/** Fills a part as it comes, what is written with what nobody may read, and sends it. */
async function answer(path: string) {
  const { fields } = readPageForm((await server.get(path)).body);
  const filled = fields.flatMap((field): [string, string][] => {
    if (field.kind === 'choice') return [[field.name, field.values[0] ?? '']];
    if (field.kind === 'hidden') return [];
    if (isOpen(field)) return [[field.name, WRITTEN]];
    return /year/.test(field.name) ? [[field.name, '2022']] : /month$/.test(field.name) ? [[field.name, '3']] : [];
  });
  return server.post(path, [...filled, ['nav', 'next']]);
}

const isOpen = ({ kind, name }: PageField) => kind === 'text' && name.startsWith('open');

/** Answers until a part asks for words of one's own; returns its address. */
async function comeToWords(): Promise<string> {
  let path = `${graduate.path}/part/1`;
  while (!readPageForm((await server.get(path)).body).fields.some(isOpen)) {
    const answered = await answer(path);
    expect([path, answered.statusCode]).toEqual([path, 303]);
    path = String(answered.headers.location);
  }
  return path;
}

test('no log, error or statement holds an address, a key of a person, a code or what somebody wrote', async () => {
  const content = importFile(
    ...Array.from({ length: PEOPLE }, (_, index) =>
      importRow(keyOf(index), { rest: `nainen;1995;${addressOf(index)};040 77${10000 + index};ei;` }),
    ),
    importRow(keyOf(7777), { rest: `nainen;1995;broken@@nowhere.example;;ei;` }),
  );
  await importPeople(server, who, round, { content });
  await who.post(`/rounds/${round}/population?lang=en`, { search: keyOf(5) });
  const { page_id: page } = await server.deps.ownerDb
    .selectFrom('contact.person')
    .select('page_id')
    .where('person_key', '=', keyOf(5))
    .executeTakeFirstOrThrow();
  const mend = () =>
    who.post(`/rounds/${round}/population/${page}/contact?lang=en`, { email: addressOf(5005), source: 'person' });

  const words = await comeToWords();
  await breakTables();
  expect((await mend()).statusCode).toBe(500);
  expect((await answer(words)).statusCode).toBe(500);
  const more = await readFile(server, who, round, importFile(importRow(keyOf(4000))));
  const confirm = locationOf(await who.post(more, { choice: 'go' }));
  await who.post(confirm, { add: '1', go: 'import' });
  await until(() => said.some((line) => line.includes('import of people stopped')));
  await scheduleNow(server.deps, round, planOf({}), new Date(server.clock.now.getTime() - 60_000));
  worker = startServerWorker(server.deps);
  await until(() => said.some((line) => line.includes('goes on in a moment')) || mails.mails.length > 0);
  await mendTables();

  expect((await mend()).statusCode).toBe(303);
  expect((await answer(words)).statusCode).toBe(303);
  expect(JSON.stringify(await server.responseOf(graduate))).toContain(WRITTEN);
  // What was claimed while nothing could be written waits for its lease to end.
  await until(() => mails.mails.length >= PEOPLE / 2);
  await worker?.stop();
  worker = null;
  isOver = true;
  await watching;

  expect(said.filter((line) => line.includes('Error ')).length).toBeGreaterThanOrEqual(2);
  for (const table of ['contact.person', 'contact.message', 'contact.staged_person'])
    expect([table, [...seen].some((query) => query.replaceAll('"', '').includes(table))]).toEqual([table, true]);
  const everywhere = [...said, ...seen].join('\n');
  const links = mails.mails.flatMap(({ raw }) => raw.match(/\/v\/([\w-]{16})/)?.[1] ?? []);
  expect(links).toHaveLength(mails.mails.length);
  const secrets = [
    'nowhere.example',
    'HIDDENKEY',
    '+35840',
    WRITTEN,
    graduate.code,
    formatCode(graduate.code),
    ...links,
    ...links.map((link) => link.replaceAll('-', '')),
  ];
  expect(secrets.filter((secret) => everywhere.includes(secret))).toEqual([]);
}, 240_000);
