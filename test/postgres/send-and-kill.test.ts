import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Deps } from '../../server/deps.ts';
import { startMailReceiver, type MailReceiver } from '../support/mail-receiver.ts';
import { runJson } from '../support/run-words.ts';
import { planOf, scheduleNow, startWorkProcess, type WorkerProcess } from '../support/sending-round.ts';
import { createOpenRound, simulateFiles } from '../support/simulated-files.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-db.ts';
import { testDeps } from '../support/test-deps.ts';

const PEOPLE = 600;
const WORKERS = 3;
const KILLS_EACH = 10;
const AT_ONCE = 3;

let database: TestDatabase;
let deps: Deps;
let receiver: MailReceiver;
const running = new Set<WorkerProcess>();
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database);
  receiver = await startMailReceiver({
    troubles: { refusesConnection: 3, putsOff: 4, putsOffContent: 3, cutsAfter: 2, losesAndCuts: 1, hangs: 1 },
    isRefused,
    delayMs: 120,
  });
});
afterAll(async () => {
  for (const worker of running) await worker.kill();
  await receiver.stop();
  await database.close();
});

/** Some addresses do not exist. */
function isRefused(address: string): boolean {
  return [...address].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 29 === 0;
}

const settings = () => ({
  URAS_BASE_URL: 'https://uraseuranta.example',
  URAS_SMTP_URL: receiver.url,
  URAS_MAIL_FROM: 'Uraseuranta <survey@uraseuranta.example>',
  URAS_SEND_PER_MINUTE: '100000',
  URAS_SEND_ANYTIME: 'true',
  URAS_SEND_AT_ONCE: String(AT_ONCE),
  URAS_SEND_LEASE_SECONDS: '10',
  URAS_SEND_TIMEOUT_SECONDS: '3',
  URAS_SEND_RETRY_SECONDS: '1',
});

const messages = () =>
  deps.ownerDb
    .selectFrom('contact.message as message')
    .innerJoin('contact.person as person', (join) =>
      join.onRef('person.round_id', '=', 'message.round_id').onRef('person.person_key', '=', 'message.person_key'),
    )
    .select(['message.state', 'message.problem', 'person.email', 'person.messages', 'person.person_key'])
    .execute();

test(
  'three workers, each killed ten times, send every person one message through a server that misbehaves',
  async () => {
    await createOpenRound(deps, database.dataDir, 'r');
    const { population } = await simulateFiles(deps, database.dataDir, PEOPLE);
    await runJson(deps, database.dataDir, 'population', 'import', '--round', 'r', population, '--confirm');
    await scheduleNow(deps, 'r', planOf({ code: 'invitation' }), new Date());

    const kills = await Promise.all(Array.from({ length: WORKERS }, () => killAgainAndAgain()));
    expect(kills.reduce((sum, one) => sum + one, 0)).toBe(WORKERS * KILLS_EACH);
    const before = await messages();
    process.stderr.write(`After the kills: ${JSON.stringify(countsOf(before.map(({ state }) => state)))}\n`);
    const last = await Promise.all(Array.from({ length: WORKERS }, () => start()));
    await untilThrough();
    for (const worker of last) await worker.stop();

    const rows = await messages();
    const counts = countsOf(rows.map(({ state }) => state));
    process.stderr.write(`At the end: ${JSON.stringify(counts)}, silent ${receiver.silent()}\n`);
    const taken = countsOf(receiver.mails.map(({ to }) => to));
    expect(rows).toHaveLength(PEOPLE);
    // Never twice, whatever happened.
    expect(Object.values(taken).filter((times) => times > 1)).toEqual([]);
    const wrong = rows.filter(({ state, email, messages: counted }) => {
      const got = taken[email ?? ''] ?? 0;
      if (state === 'sent') return got !== 1 || counted !== 1;
      if (state === 'failed') return got !== 0 || counted !== 0 || !isRefused(email ?? '');
      return state !== 'uncertain' || counted !== 1; // of an uncertain one nobody knows: that is what it says
    });
    expect(wrong).toEqual([]);
    // Uncertain are those alone whose content was under way when a worker died or the server fell silent.
    expect(counts['uncertain']).toBeGreaterThan(0);
    expect(counts['uncertain']).toBeLessThanOrEqual(receiver.silent() + WORKERS * KILLS_EACH * AT_ONCE);
    expect(new Set(receiver.mails.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])).size).toBe(
      receiver.mails.length,
    );
  },
  10 * 60_000,
);

const outputs: string[] = [];

async function start(): Promise<WorkerProcess> {
  const worker = await startWorkProcess({ dataDir: database.dataDir, databaseUrl: database.databaseUrl }, settings());
  running.add(worker);
  return worker;
}

async function killAgainAndAgain(): Promise<number> {
  for (let kill = 0; kill < KILLS_EACH; kill += 1) {
    const worker = await start();
    await sleep(500 + Math.random() * 1500);
    await worker.kill();
    running.delete(worker);
    outputs.push(worker.output());
  }
  return KILLS_EACH;
}

async function untilThrough(): Promise<void> {
  for (;;) {
    const step = await deps.ownerDb.selectFrom('contact.message_step').select('state').executeTakeFirstOrThrow();
    if (step.state === 'done') return;
    await sleep(500);
  }
}

test('the workers have said nothing that names anybody', () => {
  expect(outputs.length).toBe(WORKERS * KILLS_EACH);
  expect(outputs.join('\n')).not.toMatch(/@|\/v\/|[0-9A-Z]{4}-[0-9A-Z]{4}-/);
});

function countsOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
