import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../../server/app.ts';
import { selectAuditEvents } from '../../../server/audit/store.ts';
import { bounceAddress } from '../../../server/jobs/mail-message.ts';
import { bounceKey } from '../../../server/jobs/open-channels.ts';
import { runJson } from '../../support/run-words.ts';
import { openSendingDesk, type SendingDesk } from '../../support/sending-desk.ts';
import { planOf, scheduleNow } from '../../support/sending-round.ts';
import { createOpenRound } from '../../support/simulated-files.ts';

const KEYS = ['hard', 'full', 'spam', 'away', 'plain', 'fine', 'faked', 'p-hard', 'p-soft', 'p-spam', 'p-away'];

let desk: SendingDesk;
const ids = new Map<string, string>();
beforeAll(async () => {
  desk = await openSendingDesk('2026-10-06T07:00:00Z');
  await createOpenRound(desk.deps, desk.folder, 'r');
  importPeople((key) => `${key}@example.org`);
  await runJson(desk.deps, desk.folder, 'population', 'import', '--round', 'r', 'people.csv', '--confirm');
  await scheduleNow(desk.deps, 'r', planOf({ code: 'invitation' }), desk.clock.now);
  await desk.sendDue();
  for (const { message } of desk.posted) ids.set(message.personKey, message.id);
});
afterAll(() => desk.close());

function importPeople(email: (key: string) => string): void {
  const rows = KEYS.map((key) => `${key},X0101,671112,2020-05-31,fi,${email(key)}\n`).join('');
  const head = 'person_key,institution,degree,graduation_date,study_language,email\n';
  writeFileSync(join(desk.folder, 'people.csv'), head + rows);
}

const wayBack = (key: string) => bounceAddress('survey@uraseuranta.example', ids.get(key) ?? '', bounceKey(desk.deps));

/** A delivery status notification as a mail server writes one. */
function dsn(to: string, { action, status }: { action: string; status: string }): string {
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example.org (Mail Delivery System)',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    '',
    '--B',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system. Sorry.',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    'Final-Recipient: rfc822; somebody@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    '',
    '--B',
    'Content-Type: message/rfc822',
    '',
    'Subject: Miten',
    '',
    'Hei',
    '--B--',
    '',
  ].join('\r\n');
}

function complaint(to: string): string {
  return [
    'From: feedback@provider.example',
    'To: abuse@uraseuranta.example',
    'Subject: complaint',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="B"',
    '',
    '--B',
    'Content-Type: text/plain',
    '',
    'This is a spam report.',
    '--B',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'Version: 1',
    '',
    '--B',
    'Content-Type: message/rfc822',
    '',
    `Return-Path: <${to}>`,
    'Subject: Miten',
    '',
    'Hei',
    '--B--',
    '',
  ].join('\r\n');
}

const plain = (to: string) =>
  `Return-Path: <>\nFrom: Postmaster <postmaster@old.example>\nTo: ${to}\nSubject: failure notice\n\nUser unknown: somebody\n`;
const outOfOffice = (to: string) =>
  `From: a@example.org\nTo: ${to}\nAuto-Submitted: auto-replied\nSubject: On holiday\n\nBack on Monday. 550\n`;

const person = (key: string) =>
  desk.deps.ownerDb.selectFrom('contact.person').selectAll().where('person_key', '=', key).executeTakeFirstOrThrow();
const message = (key: string) =>
  desk.deps.ownerDb.selectFrom('contact.message').selectAll().where('person_key', '=', key).executeTakeFirstOrThrow();

test('what comes back is told apart, from a folder of mails, once', async () => {
  const folder = join(desk.folder, 'returned');
  mkdirSync(join(folder, 'new'), { recursive: true });
  const mails: [string, string][] = [
    ['1', dsn(wayBack('hard'), { action: 'failed', status: '5.1.1' })],
    ['2', dsn(wayBack('full'), { action: 'failed', status: '5.2.2' })],
    ['3', complaint(wayBack('spam'))],
    ['4', outOfOffice(wayBack('away'))],
    ['5', plain(wayBack('plain'))],
    ['6', dsn(wayBack('fine'), { action: 'delayed', status: '4.4.1' })],
    ['7', dsn(wayBack('faked').replace(/-\w{16}@/, '-0123456789abcdef@'), { action: 'failed', status: '5.1.1' })],
    ['8', '\u0000\u0001 no mail at all'],
  ];
  for (const [name, content] of mails) writeFileSync(join(folder, 'new', name), content);
  const counts = await runJson(desk.deps, desk.folder, 'bounces', 'read', 'returned');
  expect(counts).toMatchObject({ mails: 8, hard: 2, soft: 1, complaint: 1, unknown_message: 1, no_bounce: 3 });
  expect(await person('hard')).toMatchObject({ mail_problem: 'gone' });
  expect(await person('plain')).toMatchObject({ mail_problem: 'gone' });
  expect(await person('full')).toMatchObject({ mail_problem: null }); // once: it may have room by the next message
  expect(await person('spam')).toMatchObject({ mail_problem: 'complaint' });
  for (const key of ['away', 'fine', 'faked']) {
    expect(await person(key)).toMatchObject({ mail_problem: null });
    expect(await message(key)).toMatchObject({ state: 'sent' });
  }
  expect(await message('hard')).toMatchObject({ state: 'bounced', problem: '5.1.1' });
  const again = await runJson(desk.deps, desk.folder, 'bounces', 'read', 'returned');
  expect(again).toMatchObject({ hard: 0, soft: 0, noted_before: 4 });
});

test('the same mails are found in an mbox', async () => {
  const mails = [dsn(wayBack('fine'), { action: 'failed', status: '5.1.1' }), outOfOffice(wayBack('away'))];
  const mbox = mails.map(
    (mail) => `From MAILER-DAEMON Tue Oct  6 10:00:00 2026\n${mail.replace(/^(>*From )/gm, '>$1')}\n`,
  );
  writeFileSync(join(desk.folder, 'returned.mbox'), mbox.join(''));
  const counts = await runJson(desk.deps, desk.folder, 'bounces', 'read', 'returned.mbox');
  expect(counts).toMatchObject({ mails: 2, hard: 1, no_bounce: 1 });
});

test('a corrected address takes messages again; a complaint stays', async () => {
  importPeople((key) => `${key}.new@example.org`);
  await runJson(desk.deps, desk.folder, 'population', 'import', '--round', 'r', 'people.csv', '--confirm');
  expect(await person('hard')).toMatchObject({ mail_problem: null, email: 'hard.new@example.org' });
  expect(await person('spam')).toMatchObject({ mail_problem: 'complaint' });
});

describe('posted by a mail server', () => {
  const TOKEN = 'a token of thirty-two characters'.replaceAll(' ', '-');
  let app: FastifyInstance;
  const logged: string[] = [];
  beforeAll(async () => {
    const sending = desk.deps.config.sending && { ...desk.deps.config.sending, bounceToken: TOKEN };
    const note = (line: string) => void logged.push(line);
    app = await buildApp({ ...desk.deps, config: { ...desk.deps.config, sending }, log: { info: note, error: note } });
  });
  afterAll(() => app.close());

  const post = (payload: string | Buffer, token = TOKEN, type = 'message/rfc822') =>
    app.inject({
      method: 'POST',
      url: '/api/v1/bounces',
      payload,
      headers: { 'content-type': type, authorization: `Bearer ${token}` },
    });

  test('hard, soft and complaint are noted apart, once, and counted in the log', async () => {
    const answers: unknown[] = [];
    for (const mail of [
      dsn(wayBack('p-hard'), { action: 'failed', status: '5.1.1' }),
      dsn(wayBack('p-soft'), { action: 'failed', status: '5.2.2' }),
      complaint(wayBack('p-spam')),
      outOfOffice(wayBack('p-away')),
      dsn(wayBack('p-hard'), { action: 'failed', status: '5.1.1' }),
      dsn(wayBack('p-away').replace(/-\w{16}@/, '-0123456789abcdef@'), { action: 'failed', status: '5.1.1' }),
    ])
      answers.push((await post(mail)).json());
    const noted = ['hard', 'soft', 'complaint', 'no_bounce', 'noted_before', 'unknown_message'];
    expect(answers).toEqual(noted.map((one) => ({ noted: one })));
    expect(await person('p-hard')).toMatchObject({ mail_problem: 'gone' });
    expect(await person('p-soft')).toMatchObject({ mail_problem: null });
    expect(await person('p-spam')).toMatchObject({ mail_problem: 'complaint' });
    expect(await person('p-away')).toMatchObject({ mail_problem: null });
    const events = await selectAuditEvents(desk.deps.ownerDb, 'r', 'bounces_posted');
    expect(events.map(({ detail }) => detail)).toEqual([{ hard: 1 }, { soft: 1 }, { complaint: 1 }]);
  });

  test('as any kind of content, also as bytes that are no mail', async () => {
    const mail = dsn(wayBack('p-soft'), { action: 'failed', status: '5.2.2' });
    for (const type of ['text/plain', 'application/octet-stream', 'multipart/report; boundary="B"'])
      expect((await post(mail, TOKEN, type)).json()).toEqual({ noted: 'noted_before' });
    expect((await post(Buffer.from([0, 255, 1, 254]))).json()).toEqual({ noted: 'no_bounce' });
    expect((await post('')).statusCode).toBe(400);
    expect((await post(Buffer.alloc(5_000_001, 'a'))).statusCode).toBe(413);
  });

  test('without the token nothing is noted, and no line of the log holds anybody', async () => {
    const mail = dsn(wayBack('p-away'), { action: 'failed', status: '5.1.1' });
    expect([(await post(mail, 'another-token')).statusCode, (await post(mail, '')).statusCode]).toEqual([401, 401]);
    expect(await person('p-away')).toMatchObject({ mail_problem: null });
    for (let attempt = 0; attempt < 60; attempt += 1) await post(mail, 'another-token');
    expect((await post(mail, 'another-token')).statusCode).toBe(429);
    expect(logged.join('\n')).not.toMatch(/@/);
  });
});
