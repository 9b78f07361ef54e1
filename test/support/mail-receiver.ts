import { setTimeout as sleep } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A mail that the server has taken, whether or not it could say so. */
export type ReceivedMail = { to: string; from: string; raw: string };

/** How often of each hundred something goes wrong. */
export type Troubles = {
  /** The connection is refused with 421. */
  refusesConnection?: number;
  /** A recipient is put off with 451. */
  putsOff?: number;
  /** The content is put off with 452, after it was sent. */
  putsOffContent?: number;
  /** The content is refused for good with 554. */
  refusesContent?: number;
  /** The content is taken, and the connection is cut before the answer. */
  cutsAfter?: number;
  /** The content is lost, and the connection is cut before the answer. */
  losesAndCuts?: number;
  /** Nothing is answered for longer than anyone waits; the content is lost. */
  hangs?: number;
};

export type MailReceiver = {
  url: string;
  mails: ReceivedMail[];
  /** Times that content came and its sender got no answer. */
  silent: () => number;
  stop: () => Promise<void>;
};

type Options = {
  troubles?: Troubles;
  random?: () => number;
  /** Addresses that do not exist: 550. */
  isRefused?: (address: string) => boolean;
  /** How long the server takes for a mail. */
  delayMs?: number;
  hangMs?: number;
};

/** A real mail server on a free port, which misbehaves as often as it is told to. */
export async function startMailReceiver(options: Options = {}): Promise<MailReceiver> {
  const { troubles = {}, random = Math.random, isRefused = () => false, delayMs = 0, hangMs = 60_000 } = options;
  const mails: ReceivedMail[] = [];
  let silent = 0;
  const happens = (trouble: keyof Troubles) => random() * 100 < (troubles[trouble] ?? 0);
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    disableReverseLookup: true,
    onConnect: (_session, callback) =>
      callback(happens('refusesConnection') ? withCode(421, 'Busy, come again later') : undefined),
    onRcptTo: ({ address }, _session, callback) => {
      if (isRefused(address)) return callback(withCode(550, `No such user: ${address}`));
      callback(happens('putsOff') ? withCode(451, `Greylisted: ${address}`) : undefined);
    },
    onData: (stream, session, callback) => {
      void (async () => {
        const raw = await text(stream).catch(() => null);
        if (raw === null) return; // its sender is gone
        const mail = { ...envelopeOf(session), raw };
        if (delayMs > 0) await sleep(delayMs);
        if (happens('putsOffContent')) return callback(withCode(452, 'No space now'));
        if (happens('refusesContent')) return callback(withCode(554, 'Not wanted'));
        if (happens('hangs')) {
          silent += 1;
          await sleep(hangMs, undefined, { ref: false });
          return callback(withCode(451, 'Too late'));
        }
        if (happens('losesAndCuts')) return cut(session);
        mails.push(mail);
        if (happens('cutsAfter')) return cut(session);
        callback();
      })();
    },
  });
  // A sender that is killed breaks its connection: nothing to do here.
  server.on('error', () => undefined);
  const cut = (session: SMTPServerSession) => {
    silent += 1;
    for (const connection of server.connections) if (connection.session === session) connection.close();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = () =>
    new Promise<void>((resolve) => {
      for (const connection of server.connections) connection.close();
      server.close(() => resolve());
    });
  return { url: `smtp://127.0.0.1:${port}`, mails, silent: () => silent, stop };
}

function envelopeOf({ envelope }: SMTPServerSession): { to: string; from: string } {
  const from = envelope.mailFrom ? envelope.mailFrom.address : '';
  return { from, to: envelope.rcptTo.map(({ address }) => address).join(',') };
}

function withCode(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
