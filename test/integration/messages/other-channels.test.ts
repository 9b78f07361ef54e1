import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterLine, qrSvg } from '../../../server/jobs/letter-line.ts';
import { smsFileLine, smsHttpLine } from '../../../server/jobs/sms-lines.ts';
import type { Outgoing } from '../../../server/messages/prepare-message.ts';
import { rowsIn } from '../../support/simulated-files.ts';

const message: Outgoing = {
  id: 'e0a6f1b6-58ce-4dd8-9a0c-2d1d9df6a001',
  personKey: '=A1',
  to: '+358401234567',
  language: 'sv',
  subject: 'Hur har ditt arbetsliv börjat?',
  text: 'Hej,\n\nhttps://u.example/v/AAAA',
  html: '',
  unsubscribe: '',
  code: 'AAAA-BBBB-CCCC-D',
  link: 'https://u.example/v/AAAA-BBBB-CCCC-D',
};

let folder: string;
let asked = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uras-channels-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  asked = 0;
});
const go = async () => {
  asked += 1;
  return 'go' as const;
};
const stop = async () => 'stop' as const;

test('an SMS goes into a file, one line a message', async () => {
  const file = join(folder, 'sms.jsonl');
  const line = smsFileLine(file);
  expect(await line.deliver(message, go)).toEqual({ kind: 'sent' });
  expect(await line.deliver(message, stop)).toEqual({ kind: 'withdrawn' });
  const { id, to, text: words } = message;
  expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify({ id, to, text: words })}\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

describe('an SMS over HTTP', () => {
  let server: Server;
  let url = '';
  let status = 200;
  const got: { key: string; token: string; body: unknown }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      void (async () => {
        const { 'idempotency-key': key, authorization } = request.headers;
        got.push({ key: String(key), token: String(authorization), body: JSON.parse(await text(request)) });
        if (status === 0) request.socket.destroy();
        else response.writeHead(status).end('{}');
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/sms`;
  });
  afterAll(() => void server.close()); // a second time where the last test has closed it

  test.each([
    [200, { kind: 'sent' }],
    [202, { kind: 'sent' }],
    [400, { kind: 'refused', problem: '400' }],
    [401, { kind: 'later', problem: '401', reached: false }],
    [429, { kind: 'later', problem: '429', reached: true }],
    [503, { kind: 'later', problem: '503', reached: true }],
    [500, { kind: 'unknown', problem: '500' }],
    [0, { kind: 'unknown', problem: 'no_reply' }],
  ])('answered with %s', async (answer, delivery) => {
    status = answer;
    const line = smsHttpLine({ url, token: 'secret', timeoutSeconds: 2 });
    expect(await line.deliver(message, go)).toEqual(delivery);
    expect(asked).toBe(1);
    const { id, to, text: words } = message;
    expect(got.at(-1)).toEqual({ key: id, token: 'Bearer secret', body: { id, to, text: words } });
  });

  test('to nobody who listens waits', async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    const line = smsHttpLine({ url, token: null, timeoutSeconds: 2 });
    expect(await line.deliver(message, go)).toMatchObject({ kind: 'later', reached: false });
  });
});

describe('a letter', () => {
  test('goes into a print file with code, link and QR code', async () => {
    const letters = join(folder, 'letters');
    const line = letterLine(letters);
    expect(await line.deliver(message, go)).toEqual({ kind: 'sent' });
    expect(await line.deliver(message, stop)).toEqual({ kind: 'withdrawn' });
    expect(await line.deliver({ ...message, id: 'second' }, go)).toEqual({ kind: 'sent' });
    const [file = ''] = readdirSync(letters);
    expect(statSync(join(letters, file)).mode & 0o777).toBe(0o600);
    const rows = rowsIn(join(letters, file));
    expect(rows.map((row) => row['message'])).toEqual([message.id, 'second']);
    const { code, link, subject, text: words } = message;
    expect(rows[0]).toEqual({
      message: message.id,
      person_key: "'=A1",
      language: 'sv',
      code,
      link,
      heading: subject,
      text: words,
      qr_svg: qrSvg(link),
    });
  });

  test('has a QR code that differs with the link', () => {
    expect(qrSvg(message.link)).toMatch(/^<svg [^>]+><path d="(M\d+ \d+h\d+v1h-\d+z)+"\/><\/svg>$/);
    expect(qrSvg('https://u.example/v/OTHER')).not.toBe(qrSvg(message.link));
  });
});
