import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../server/db/connect.ts';
import { startMailReceiver, type MailReceiver } from '../../support/mail-receiver.ts';
import { startProduct, uras, type ProductEnvironment, type ProductServer } from '../../support/product-process.ts';
import { runJson } from '../../support/run-words.ts';
import { planOf, scheduleNow } from '../../support/sending-round.ts';
import { createOpenRound, simulateFiles } from '../../support/simulated-files.ts';
import { preparedDataDir } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

const PEOPLE = 60;

let product: ProductEnvironment;
let receiver: MailReceiver;
let server: ProductServer | null = null;
beforeAll(async () => {
  receiver = await startMailReceiver({ troubles: { putsOff: 5 } });
  const dataDir = await preparedDataDir();
  const settings = {
    URAS_BASE_URL: 'https://uraseuranta.example',
    URAS_SMTP_URL: receiver.url,
    URAS_MAIL_FROM: 'Uraseuranta <survey@uraseuranta.example>',
    URAS_SEND_PER_MINUTE: '100000',
    URAS_SEND_ANYTIME: 'true',
    URAS_SEND_RETRY_SECONDS: '1',
  };
  product = { dataDir, settings };
  const opened = await openDatabase({ dataDir, databaseUrl: null });
  const deps = await testDeps({ ...opened, dataDir, databaseUrl: null });
  await createOpenRound(deps, dataDir, 'r');
  const { population } = await simulateFiles(deps, dataDir, PEOPLE);
  await runJson(deps, dataDir, 'population', 'import', '--round', 'r', population, '--confirm');
  await scheduleNow(deps, 'r', planOf({ code: 'invitation' }), new Date());
  await opened.close();
});
afterAll(async () => {
  await server?.kill();
  await receiver.stop();
  rmSync(product.dataDir, { recursive: true, force: true });
});

type Status = { steps: { state: string; sent: number }[] };

test('on the embedded database the server sends, and commands typed beside it tell how far it is', async () => {
  server = await startProduct(product);
  const step = async () => {
    const { out } = await uras(product, 'messages', 'status', 'r', '--json');
    return (JSON.parse(out) as Status).steps[0]; // the command's own document
  };
  while ((await step())?.state !== 'done') await sleep(500);
  expect(await step()).toMatchObject({ state: 'done', sent: PEOPLE });
  expect(new Set(receiver.mails.map(({ to }) => to)).size).toBe(PEOPLE);
  expect(receiver.mails).toHaveLength(PEOPLE);
  expect(server.output()).not.toContain('@');
  expect((await uras(product, 'work')).err).toContain('the server itself sends');
}, 180_000);
