import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Outgoing } from '../messages/prepare-message.ts';
import type { Delivery, HandOver, Line } from './channel.ts';
import type { ComposedMail, MailSettings } from './mail-message.ts';

/** Mails over one connection before another is opened: servers end long sessions. */
const MAILS_A_CONNECTION = 100;

type Settings = Pick<MailSettings, 'url'> & { timeoutSeconds: number };
type Compose = (message: Outgoing, date: Date) => Promise<ComposedMail>;

/**
 * One connection to the mail server, kept from mail to mail. The content is read only when the server has taken
 * sender and recipient and asked for it (354): then, and not before, `handOver` is asked. A refusal until there is
 * certain to have sent nothing; after it only the server's own answer tells.
 */
export function smtpLine(settings: Settings, compose: Compose, now: () => Date): Line {
  let open: { connection: SMTPConnection; mails: number } | null = null;
  const drop = () => {
    open?.connection.close();
    open = null;
  };
  const overOpen = async (
    mail: ComposedMail,
    handOver: HandOver,
  ): Promise<{ delivery: Delivery; wasUsed: boolean }> => {
    const wasUsed = open !== null;
    try {
      open ??= { connection: await connect(settings), mails: 0 };
    } catch (error) {
      return { delivery: { kind: 'later', problem: problemOf(error), reached: false }, wasUsed };
    }
    const delivery = await sendMail(open.connection, mail, handOver);
    open.mails += 1;
    if (delivery.kind !== 'sent' || open.mails >= MAILS_A_CONNECTION) drop();
    return { delivery, wasUsed };
  };
  return {
    async deliver(message, handOver) {
      const mail = await compose(message, now());
      const first = await overOpen(mail, handOver);
      // A server may have ended an idle session: a mail that found it so goes over a new one at once.
      return first.delivery.kind === 'later' && first.wasUsed && !first.delivery.reached
        ? (await overOpen(mail, handOver)).delivery
        : first.delivery;
    },
    async close() {
      open?.connection.quit();
      open = null;
    },
  };
}

function connect(settings: Settings): Promise<SMTPConnection> {
  const url = new URL(settings.url);
  const secure = url.protocol === 'smtps:';
  const timeout = settings.timeoutSeconds * 1000;
  const connection = new SMTPConnection({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    logger: false,
  });
  const user = decodeURIComponent(url.username);
  const pass = decodeURIComponent(url.password);
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      connection.close();
      reject(error);
    };
    connection.on('error', fail); // later errors come with the mail that met them
    connection.connect((error) => {
      if (error) return fail(error);
      if (user === '') return resolve(connection);
      connection.login({ user, credentials: { user, pass } }, (refused) =>
        refused ? fail(refused) : resolve(connection),
      );
    });
  });
}

class Withdrawn extends Error {}

type Asked = 'not_yet' | 'asking' | 'go' | 'stop';

async function sendMail(connection: SMTPConnection, mail: ComposedMail, handOver: HandOver): Promise<Delivery> {
  const state: { asked: Asked; question: Promise<unknown> } = { asked: 'not_yet', question: Promise.resolve() };
  const content = async function* () {
    state.asked = 'asking';
    const question = handOver();
    state.question = question.catch(() => undefined);
    state.asked = await question;
    if (state.asked === 'stop') throw new Withdrawn();
    yield mail.raw;
  };
  const body = Readable.from(content(), { objectMode: false });
  const { failure, asked } = await new Promise<{ failure: unknown; asked: Asked }>((resolve) => {
    connection.send({ from: mail.from, to: [mail.to], size: mail.raw.length }, body, (error) => {
      body.destroy(); // at once: whatever the question is answered now, the content stays here
      resolve({ failure: error ?? null, asked: state.asked });
    });
  });
  await state.question;
  return failure === null ? { kind: 'sent' } : deliveryOf(failure, asked);
}

/** What a failure means, by how far the mail was. */
function deliveryOf(failure: unknown, asked: Asked): Delivery {
  const reply = replyOf(failure);
  const problem = problemOf(failure);
  if (asked === 'stop') return { kind: 'withdrawn' };
  if (asked === 'go' && reply === null) return { kind: 'unknown', problem };
  // While the question was asked the connection broke: the mark may stand, the content has not left.
  if (asked === 'asking') return { kind: 'later', problem, reached: false };
  const isOfRecipient = asked === 'go' || commandOf(failure) === 'RCPT TO' || commandOf(failure) === 'DATA';
  if (reply !== null && reply >= 500 && isOfRecipient) return { kind: 'refused', problem };
  return { kind: 'later', problem, reached: reply !== null && isOfRecipient };
}

function replyOf(failure: unknown): number | null {
  const reply = typeof failure === 'object' && failure !== null && 'responseCode' in failure ? failure.responseCode : 0;
  return typeof reply === 'number' && reply >= 400 && reply < 600 ? reply : null;
}

/** The status of RFC 3463 that stands after the reply's number, where the server gives one. */
function enhancedOf(failure: unknown): string | null {
  const said = typeof failure === 'object' && failure !== null && 'response' in failure ? String(failure.response) : '';
  return /^[45]\d\d[ -]([45]\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1] ?? null;
}

function commandOf(failure: unknown): string {
  return typeof failure === 'object' && failure !== null && 'command' in failure ? String(failure.command) : '';
}

/** '5.1.1', '550' or 'ETIMEDOUT': never the server's words, which repeat addresses. */
function problemOf(failure: unknown): string {
  const reply = replyOf(failure);
  if (reply !== null) return enhancedOf(failure) ?? String(reply);
  const code = typeof failure === 'object' && failure !== null && 'code' in failure ? failure.code : null;
  return typeof code === 'string' && /^[A-Z_]{1,30}$/.test(code) ? code : 'failed';
}
