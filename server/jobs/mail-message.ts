import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';
import MailComposer from 'nodemailer/lib/mail-composer';
import addressparser from 'nodemailer/lib/addressparser';
import type { SendingConfig } from '../config.ts';
import type { Outgoing } from '../messages/prepare-message.ts';

export type MailSettings = NonNullable<SendingConfig['smtp']>;
export type ComposedMail = { from: string; to: string; raw: Buffer };

/** Makes mails of messages: one envelope, one Message-ID and one way back for each. */
export function mailComposer(settings: MailSettings, bounceKey: Buffer) {
  const sender = addressOf(settings.from);
  const domain = sender.split('@')[1] ?? '';
  const dkim = settings.dkim && {
    domainName: settings.dkim.domain,
    keySelector: settings.dkim.selector,
    privateKey: readFileSync(settings.dkim.keyFile, 'utf8'),
  };
  // Its usual headers hold the two of one-click refusal, which RFC 8058 wants under the signature.
  const composer = dkim ? new DKIM(dkim) : null;

  return async (message: Outgoing, date: Date): Promise<ComposedMail> => {
    const { to, subject, text, html, unsubscribe } = message;
    const name = message.sender?.name ?? '';
    const replyTo = message.sender?.reply_to || settings.replyTo;
    const mail = new MailComposer({
      from: name === '' ? settings.from : { name, address: sender },
      ...(replyTo && { replyTo }),
      to,
      subject,
      text,
      html,
      date,
      messageId: `<${message.id}@${domain}>`,
      headers: {
        'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const plain = await mail.compile().build();
    const raw = composer ? await buffer(composer.sign(plain)) : plain;
    return { from: bounceAddress(settings.bounceAddress ?? sender, message.id, bounceKey), to, raw };
  };
}

/** Where a message comes back to: 'bounces+<its id>-<a signature>@…', which nobody can make up. */
export function bounceAddress(base: string, messageId: string, key: Buffer): string {
  const [local, domain] = [base.slice(0, base.lastIndexOf('@')), base.slice(base.lastIndexOf('@') + 1)];
  return `${local}+${messageId.replaceAll('-', '')}-${signatureOf(messageId, key)}@${domain}`;
}

/** The message that an address or a text names, when the signature fits; else null. */
export function messageOfBounce(text: string, key: Buffer): string | null {
  for (const [, hex = '', signature = ''] of text.matchAll(/\+([0-9a-f]{32})-([0-9a-f]{16})@/gi)) {
    const id = hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const expected = Buffer.from(signatureOf(id, key));
    if (timingSafeEqual(expected, Buffer.from(signature.toLowerCase()))) return id;
  }
  return null;
}

function signatureOf(messageId: string, key: Buffer): string {
  return createHmac('sha256', key).update(messageId).digest('hex').slice(0, 16);
}

function addressOf(from: string): string {
  const [first] = addressparser(from, { flatten: true });
  if (!first?.address.includes('@')) throw new Error(`URAS_MAIL_FROM: there is no address in "${from}".`);
  return first.address;
}
