import { simpleParser } from 'mailparser';
import { messageOfBounce } from './mail-message.ts';

/** What a returned mail says of one of our messages. */
export type Bounce =
  /** `hard`: the address does not exist. `soft`: not now (full, too large, away). `complaint`: reported as spam. */
  | { kind: 'bounce'; messageId: string; type: 'hard' | 'soft' | 'complaint'; status: string }
  /** A delay, a receipt, an automatic answer: nothing is noted. */
  | { kind: 'no_bounce'; reason: 'delayed' | 'delivered' | 'automatic_reply' | 'other' }
  /** A bounce of no message of ours, or one that somebody made up. */
  | { kind: 'unknown_message' };

/**
 * Reads one returned mail: a delivery status (RFC 3464), a spam report (RFC 5965), or a plain text of an old server.
 * Which message it is about, only our signed way back tells; whatever else stands there can be made up by anyone.
 */
export async function parseBounce(raw: Buffer, bounceKey: Buffer): Promise<Bounce> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  // Delivery status and spam report are folded into the text; what was returned is an attachment.
  const attached = mail.attachments.map((one) => one.content.toString('latin1'));
  const report = mail.text ?? '';
  const whole = [report, ...attached].join('\n');
  const found = findMessage(mail, whole, bounceKey);
  const type = typeOf(mail, report, whole);
  if (type.kind === 'no_bounce') return type;
  return found === null ? { kind: 'unknown_message' } : { ...type, messageId: found };
}

type ParsedMail = Awaited<ReturnType<typeof simpleParser>>;

function findMessage(mail: ParsedMail, whole: string, bounceKey: Buffer): string | null {
  const to = [mail.to ?? []].flat().map((one) => one.text);
  const envelope = ['delivered-to', 'x-original-to', 'envelope-to'].map((name) => headerOf(mail, name));
  return messageOfBounce([...to, ...envelope, whole].join('\n'), bounceKey);
}

function typeOf(
  mail: ParsedMail,
  report: string,
  whole: string,
):
  | Exclude<Bounce, { kind: 'unknown_message' } | { kind: 'bounce' }>
  | Omit<Extract<Bounce, { kind: 'bounce' }>, 'messageId'> {
  if (/^Feedback-Type:\s*(abuse|fraud|virus|opt-out)/im.test(whole)) {
    return { kind: 'bounce', type: 'complaint', status: 'spam' };
  }
  const action = /^Action:\s*(\w+)/im.exec(whole)?.[1]?.toLowerCase();
  const status = /^Status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(whole)?.[1] ?? null;
  if (action === 'delayed') return { kind: 'no_bounce', reason: 'delayed' };
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') {
    return { kind: 'no_bounce', reason: 'delivered' };
  }
  if (action === 'failed' || status !== null) return typeOfStatus(status ?? '5.0.0');
  if (/^auto-(replied|generated)/i.test(headerOf(mail, 'auto-submitted')) && !isFromServer(mail)) {
    return { kind: 'no_bounce', reason: 'automatic_reply' };
  }
  return isFromServer(mail) ? typeOfWords(report) : { kind: 'no_bounce', reason: 'other' };
}

/** RFC 3463: x.1.x is the address, x.2.1 a closed mailbox; the rest may be mended by waiting or by the sender. */
function typeOfStatus(status: string): Omit<Extract<Bounce, { kind: 'bounce' }>, 'messageId'> {
  const isAddress = /^5\.(1\.[0-36]|1\.10|2\.1|4\.4)$/.test(status) || status === '5.0.0';
  return { kind: 'bounce', type: isAddress ? 'hard' : 'soft', status };
}

function typeOfWords(text: string): ReturnType<typeof typeOf> {
  const isGone = /user unknown|no such (user|recipient|mailbox)|does not exist|unknown (user|recipient)|\b550\b/i.test(
    text,
  );
  if (isGone) return { kind: 'bounce', type: 'hard', status: '5.1.1' };
  const isFull = /mailbox (is )?full|quota|over.?limit|\b(452|552)\b/i.test(text);
  return isFull ? { kind: 'bounce', type: 'soft', status: '5.2.2' } : { kind: 'no_bounce', reason: 'other' };
}

function isFromServer(mail: ParsedMail): boolean {
  return /mailer-daemon|postmaster/i.test(mail.from?.text ?? '') || headerOf(mail, 'return-path') === '<>';
}

function headerOf(mail: ParsedMail, name: string): string {
  const value = mail.headers.get(name);
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : '';
}
