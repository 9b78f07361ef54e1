import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { generateKeyPairSync, verify, createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { bounceAddress, mailComposer, messageOfBounce } from '../../../server/jobs/mail-message.ts';
import { smtpLine } from '../../../server/jobs/smtp-line.ts';
import type { Line } from '../../../server/jobs/channel.ts';
import type { Outgoing } from '../../../server/messages/prepare-message.ts';
import { startMailReceiver, type MailReceiver, type Troubles } from '../../support/mail-receiver.ts';

const KEY = Buffer.alloc(32, 7);
const ID = '0b9f3f0e-9f5c-4d43-9d1c-2f6a6a0b7c11';
const settings = {
  from: 'Työura Ä <survey@example.fi>',
  replyTo: 'help@example.fi',
  bounceAddress: 'bounces@example.fi',
  dkim: null,
};
const message: Outgoing = {
  id: ID,
  personKey: 'A',
  to: 'person@example.org',
  language: 'fi',
  subject: 'Miten työurasi on alkanut?\r\nBcc: other@example.org',
  text: 'Hyvää päivää\n\nhttps://u.example/v/AAAA\n',
  html: '<p>Hyvää päivää</p>',
  unsubscribe: 'https://u.example/v/AAAA/decline',
  code: 'AAAA',
  link: 'https://u.example/v/AAAA',
};

let folder: string;
let receiver: MailReceiver;
let line: Line;
let asked = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uras-mail-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  asked = 0;
});

const go = async () => {
  asked += 1;
  return 'go' as const;
};

async function withReceiver(
  options: Parameters<typeof startMailReceiver>[0],
  work: () => Promise<void>,
): Promise<void> {
  receiver = await startMailReceiver(options);
  const mail = { ...settings, url: receiver.url };
  line = smtpLine({ url: receiver.url, timeoutSeconds: 1 }, mailComposer(mail, KEY), () => new Date());
  try {
    await work();
  } finally {
    await line.close();
    await receiver.stop();
  }
}

describe('a mail over a real server', () => {
  test('has text and HTML, one-click refusal, its own way back, and a Message-ID that stays', async () => {
    await withReceiver({}, async () => {
      expect(await line.deliver(message, go)).toEqual({ kind: 'sent' });
      expect(await line.deliver(message, go)).toEqual({ kind: 'sent' });
    });
    const [first, second] = receiver.mails;
    const parsed = await simpleParser(first?.raw ?? '');
    expect(parsed.text).toContain('Hyvää päivää');
    expect(parsed.html).toContain('<p>Hyvää päivää</p>');
    expect(parsed.from?.text).toContain('Työura Ä');
    expect(parsed.messageId).toBe(`<${ID}@example.fi>`);
    expect((await simpleParser(second?.raw ?? '')).messageId).toBe(parsed.messageId);
    expect(first?.raw).toMatch(/^List-Unsubscribe: <https:\/\/u\.example\/v\/AAAA\/decline>\r?$/m);
    expect(first?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(first?.raw.match(/^List-Unsubscribe/gm)).toHaveLength(2);
    expect(messageOfBounce(first?.from ?? '', KEY)).toBe(ID);
    expect(parsed.bcc).toBeUndefined(); // a line break in a subject makes no header
    expect(first?.to).toBe('person@example.org');
  });

  test('is signed with DKIM, one-click headers included', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const keyFile = join(folder, 'dkim.pem');
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const dkim = { keyFile, domain: 'example.fi', selector: 's1' };
    const { raw } = await mailComposer({ ...settings, url: '', dkim }, KEY)(message, new Date());
    const [head = '', ...rest] = raw.toString('latin1').replace(/\r?\n/g, '\r\n').split('\r\n\r\n');
    const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
    const signature = headers.find((header) => header.startsWith('DKIM-Signature:')) ?? '';
    const tag = (name: string) => new RegExp(`[;:]\\s*${name}=([^;]*)`).exec(signature)?.[1]?.replace(/\s/g, '') ?? '';
    const names = tag('h').toLowerCase().split(':');
    expect(names).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'list-unsubscribe', 'list-unsubscribe-post']),
    );
    // The signature itself, as RFC 6376 has it: relaxed headers, relaxed body.
    const relaxed = (header: string) => {
      const at = header.indexOf(':');
      return `${header.slice(0, at).toLowerCase().trim()}:${header
        .slice(at + 1)
        .replace(/\s+/g, ' ')
        .trim()}`;
    };
    const signed = names.map((name) =>
      relaxed(headers.findLast((one) => one.toLowerCase().startsWith(`${name}:`)) ?? ''),
    );
    const own = relaxed(signature).replace(/b=[^;]*$/, 'b=');
    const content = Buffer.from([...signed, own].join('\r\n'), 'latin1');
    expect(verify('sha256', content, publicKey, Buffer.from(tag('b'), 'base64'))).toBe(true);
    const body = `${rest
      .join('\r\n\r\n')
      .replace(/[ \t]+/g, ' ')
      .replace(/ \r\n/g, '\r\n')
      .replace(/(\r\n)+$/, '')}\r\n`;
    expect(createHash('sha256').update(body, 'latin1').digest('base64')).toBe(tag('bh'));
  });

  const always = (trouble: keyof Troubles) => ({ troubles: { [trouble]: 100 } });
  test.each([
    ['is put off by the recipient’s server', always('putsOff'), { kind: 'later', problem: '451', reached: true }, 0],
    ['is refused by it', { isRefused: () => true }, { kind: 'refused', problem: '550' }, 0],
    ['meets a server that is busy', always('refusesConnection'), { kind: 'later', problem: '421', reached: false }, 0],
    ['is put off after its content', always('putsOffContent'), { kind: 'later', problem: '452', reached: true }, 1],
    ['is cut off after its content', always('cutsAfter'), { kind: 'unknown', problem: 'ECONNECTION' }, 1],
    ['gets no answer', { ...always('hangs'), hangMs: 3000 }, { kind: 'unknown', problem: 'ETIMEDOUT' }, 1],
  ] as const)('that %s', async (_, options, delivery, times) => {
    await withReceiver(options, async () => {
      expect(await line.deliver(message, go)).toEqual(delivery);
    });
    expect(asked).toBe(times); // before its content was asked for, nothing was marked
  });

  test('that is withdrawn at the last moment leaves nothing with the server', async () => {
    await withReceiver({}, async () => {
      expect(await line.deliver(message, async () => 'stop')).toEqual({ kind: 'withdrawn' });
      expect(await line.deliver(message, go)).toEqual({ kind: 'sent' });
    });
    expect(receiver.mails).toHaveLength(1);
  });

  test('to nowhere waits', async () => {
    await withReceiver({}, async () => undefined);
    expect(await line.deliver(message, go)).toMatchObject({ kind: 'later', reached: false });
    expect(asked).toBe(0);
  });
});

describe('the way back of a message', () => {
  test('names it, and nobody can make one up', () => {
    const address = bounceAddress('bounces@example.fi', ID, KEY);
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
    expect(messageOfBounce(`Final-Recipient: rfc822; ${address.toUpperCase()}`, KEY)).toBe(ID);
    expect(messageOfBounce(address, Buffer.alloc(32, 8))).toBeNull();
    expect(messageOfBounce(address.replace('0b9f', '0b9e'), KEY)).toBeNull();
  });
});
