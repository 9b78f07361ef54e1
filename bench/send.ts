import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type OpenDatabase } from '../server/db/connect.ts';
import { startMailReceiver, type MailReceiver } from '../test/support/mail-receiver.ts';
import { planOf, scheduleNow, startWorkProcess, type WorkerProcess } from '../test/support/sending-round.ts';
import { printMeasure, round } from './measure.ts';
import { makeRound, openWorkplace, type Workplace } from './workplace.ts';

const WORKERS = 3;
const KILLS_EACH = 10;
const ROUND = 'sent';

/**
 * Invitations to a nation of 26,000 over a mail server that misbehaves, by three processes, each killed ten times at
 * random. `wrong` must be 0: people who got two, or of whom the service says what the mail server does not. `uncertain`
 * are those whose content was under way when something broke: `silent` times the server gave no answer, the rest by kills.
 */
export async function benchSend(quick: boolean): Promise<void> {
  const place = await openWorkplace();
  const receiver = await startMailReceiver({
    troubles: {
      refusesConnection: 1,
      putsOff: 1,
      putsOffContent: 0.5,
      refusesContent: 0.2,
      cutsAfter: 0.1,
      losesAndCuts: 0.1,
      hangs: 0.05,
    },
    isRefused: (address) => address.startsWith('s0001'),
  });
  const database = await openDatabase({ dataDir: place.product.dataDir, databaseUrl: place.product.databaseUrl });
  try {
    const graduates = quick ? 2_000 : 26_000;
    await makeRound(place, { id: ROUND, graduates, opens: '2020-01-01', closes: '2090-01-01' });
    const start = performance.now();
    await scheduleNow({ ownerDb: database.owner }, ROUND, planOf({ code: 'invitation' }), new Date());
    const kills = await sendAndKill(place, receiver, database);
    const seconds = (performance.now() - start) / 1000;
    printMeasure({
      bench: 'send',
      ...(await outcome(database, receiver)),
      silent: receiver.silent(),
      kills,
      seconds: round(seconds),
      messages_per_s: round(receiver.mails.length / seconds),
    });
  } finally {
    await receiver.stop();
    await database.close();
    await place.close();
  }
}

async function sendAndKill(place: Workplace, receiver: MailReceiver, database: OpenDatabase): Promise<number> {
  const settings = {
    URAS_BASE_URL: 'https://uraseuranta.example',
    URAS_SMTP_URL: receiver.url,
    URAS_MAIL_FROM: 'Uraseuranta <survey@uraseuranta.example>',
    URAS_SEND_PER_MINUTE: '1000000',
    URAS_SEND_ANYTIME: 'true',
    URAS_SEND_LEASE_SECONDS: '15',
    URAS_SEND_TIMEOUT_SECONDS: '5',
    URAS_SEND_RETRY_SECONDS: '2',
  };
  let kills = 0;
  const running = new Set<WorkerProcess>();
  const start = async () => {
    const worker = await startWorkProcess(place.product, settings);
    running.add(worker);
    return worker;
  };
  const workers = Array.from({ length: WORKERS }, async () => {
    for (let kill = 0; kill < KILLS_EACH; kill += 1) {
      const worker = await start();
      await sleep(1000 + Math.random() * 4000);
      await worker.kill();
      running.delete(worker);
      kills += 1;
    }
    await start();
  });
  await Promise.all(workers);
  while (!(await isThrough(database))) await sleep(500);
  for (const worker of running) await worker.stop();
  return kills;
}

async function isThrough(database: OpenDatabase): Promise<boolean> {
  const step = await database.owner.selectFrom('contact.message_step').select('state').executeTakeFirstOrThrow();
  return step.state === 'done';
}

async function outcome({ owner }: OpenDatabase, { mails }: MailReceiver): Promise<Record<string, number>> {
  const rows = await owner
    .selectFrom('contact.message')
    .innerJoin('contact.person', 'contact.person.person_key', 'contact.message.person_key')
    .select(['contact.message.state', 'contact.person.email'])
    .execute();
  const got = new Map<string, number>();
  for (const { to } of mails) got.set(to, (got.get(to) ?? 0) + 1);
  const isRight = (state: string, mails: number) =>
    (state === 'sent' && mails === 1) || (state === 'failed' && mails === 0) || (state === 'uncertain' && mails <= 1);
  const count = (wanted: string) => rows.filter(({ state }) => state === wanted).length;
  return {
    people: rows.length,
    sent: count('sent'),
    failed: count('failed'),
    uncertain: count('uncertain'),
    doubled: [...got.values()].filter((times) => times > 1).length,
    wrong: rows.filter(({ state, email }) => !isRight(state, got.get(email ?? '') ?? 0)).length,
  };
}
