import type { Deps } from '../../server/deps.ts';
import { readConfig } from '../../server/config.ts';
import type { Channels, Delivery, HandOver } from '../../server/jobs/channel.ts';
import { claimBatch } from '../../server/jobs/claim-batch.ts';
import { openSteps } from '../../server/jobs/open-steps.ts';
import { sendMessage } from '../../server/jobs/send-message.ts';
import { endSteps } from '../../server/jobs/step-store.ts';
import type { Channel } from '../../server/messages/plan-schema.ts';
import type { Outgoing } from '../../server/messages/prepare-message.ts';
import { openTestDatabase } from './test-db.ts';
import { testDeps } from './test-deps.ts';

/** Virtual time, a database, and a post office that keeps what it is given. */
export type SendingDesk = {
  deps: Deps;
  folder: string;
  clock: { now: Date };
  posted: { channel: Channel; at: Date; message: Outgoing }[];
  channels: Channels;
  /** What the post office says to a message; without it, everything is taken. */
  answer: (say: ((message: Outgoing) => Delivery | Promise<Delivery>) | null) => void;
  /** Called between the claim of a message and its last look. */
  between: (deed: ((message: Outgoing) => Promise<void>) | null) => void;
  /** Sends what is due now, as a worker does. */
  sendDue: () => Promise<void>;
  close: () => Promise<void>;
};

export const SENDING = {
  URAS_BASE_URL: 'https://uraseuranta.example',
  URAS_SMTP_URL: 'smtp://127.0.0.1:1',
  URAS_MAIL_FROM: 'Uraseuranta <survey@uraseuranta.example>',
  URAS_SEND_PER_MINUTE: '100000',
};

export async function openSendingDesk(at: string, settings: Record<string, string> = {}): Promise<SendingDesk> {
  const database = await openTestDatabase();
  const clock = { now: new Date(at) };
  const base = await testDeps(database, () => clock.now);
  const environment = {
    URAS_DATA_DIR: database.dataDir,
    DATABASE_URL: database.databaseUrl ?? '',
    ...SENDING,
    ...settings,
  };
  const deps: Deps = { ...base, config: readConfig(environment) };
  const posted: SendingDesk['posted'] = [];
  let say: ((message: Outgoing) => Delivery | Promise<Delivery>) | null = null;
  let before: ((message: Outgoing) => Promise<void>) | null = null;
  const line = (channel: Channel) => () => ({
    async deliver(message: Outgoing, handOver: HandOver): Promise<Delivery> {
      await before?.(message);
      if ((await handOver()) === 'stop') return { kind: 'withdrawn' };
      const delivery = (await say?.(message)) ?? { kind: 'sent' };
      if (delivery.kind === 'sent') posted.push({ channel, at: clock.now, message });
      return delivery;
    },
    close: async () => undefined,
  });
  const channels: Channels = { mail: line('mail'), sms: line('sms'), letter: line('letter') };
  const sendDue = async () => {
    await openSteps(deps);
    const { perMinute = 150, leaseSeconds = 300, retrySeconds = 300, anytime = false } = deps.config.sending ?? {};
    for (;;) {
      const input = { channels: ['mail', 'sms', 'letter'] as const, limit: 50, perMinute, leaseSeconds, anytime };
      const held = await claimBatch(deps, input);
      if (held.length === 0) break;
      for (const one of held) {
        const open = channels[one.message.channel];
        if (open) await sendMessage(deps, open(), one, { leaseSeconds, retrySeconds });
      }
    }
    await endSteps(deps.ownerDb, '2026-11-12');
  };
  return {
    deps,
    folder: database.dataDir,
    clock,
    posted,
    channels,
    answer: (how) => (say = how),
    between: (deed) => (before = deed),
    sendDue,
    close: database.close,
  };
}
