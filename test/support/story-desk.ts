import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startServerWorker } from '../../server/jobs/server-worker.ts';
import { startMailReceiver, type MailReceiver } from './mail-receiver.ts';
import { startProvider } from './oidc-provider.ts';
import { aStaffMember } from './staff.ts';
import { startBrowser } from './start-browser.ts';
import { openTestApp, type TestApp } from './test-app.ts';

/** The service as an organisation runs it, with the parts around it, and a coordinator whom its provider knows. */
export type StoryDesk = {
  folder: string;
  /** Where a browser finds it: by a name, since on a machine known by none whoever sits at it need not sign in. */
  base: string;
  mails: MailReceiver;
  server: TestApp;
  browser: Browser;
  /** A round of a year ago. */
  lastYear: string;
  close: () => Promise<void>;
};

const HOST = 'uraseuranta.example';
/** Names that the browser may ask for: the service and the provider. */
export const KNOWN_HOSTS = [HOST, '127.0.0.1'];

/** Opens everything; who types 'coordinator' at the provider runs rounds and looks after 24 invented institutions. */
export async function openStoryDesk(): Promise<StoryDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'uras-story-'));
  const port = await freePort();
  const base = `http://${HOST}:${port}`;
  const provider = await startProvider(base);
  const mails = await startMailReceiver();
  const server = await openTestApp({
    URAS_BASE_URL: base,
    ...provider.settings,
    URAS_SMTP_URL: mails.url,
    URAS_MAIL_FROM: 'Uraseuranta <survey@uraseuranta.example>',
    URAS_SMS_FILE: join(folder, 'sms.jsonl'),
    URAS_LETTER_DIR: folder,
    URAS_SEND_PER_MINUTE: '100000',
  });
  const lastYear = await server.aRound();
  await server.aPerson({ round: lastYear });
  const institutions = Array.from({ length: 24 }, (_, index) => `X01${String(index + 1).padStart(2, '0')}`);
  const { email } = await aStaffMember(
    server,
    { role: 'network_coordinator' },
    ...institutions.map((institution) => ({ role: 'institution_coordinator' as const, institution })),
  );
  provider.people.set('coordinator', { email, email_verified: true });
  const worker = startServerWorker(server.deps);
  await server.app.listen({ port, host: '127.0.0.1' });
  const browser = await startBrowser([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`]);
  const close = async () => {
    await worker?.stop();
    await browser.close();
    await server.close();
    await mails.stop();
    provider.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, base, mails, server, browser, lastYear, close };
}

async function freePort(): Promise<number> {
  const listening = createServer();
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo; // listens on TCP
  await new Promise<void>((resolve) => listening.close(() => resolve()));
  return port;
}
