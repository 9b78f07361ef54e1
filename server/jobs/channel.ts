import type { Channel } from '../messages/plan-schema.ts';
import type { Outgoing } from '../messages/prepare-message.ts';

/** What came of handing a message over. */
export type Delivery =
  | { kind: 'sent' }
  /** `handOver` said no: nothing has left. */
  | { kind: 'withdrawn' }
  /** Refused for good. */
  | { kind: 'refused'; problem: string }
  /** Not taken now: nothing has left. `reached`: the other side said so itself. */
  | { kind: 'later'; problem: string; reached: boolean }
  /** Nobody can tell whether it has left. */
  | { kind: 'unknown'; problem: string };

/**
 * Asked once, just before the step after which a message may have left. 'go' is written down durably before it is
 * returned; after anything else nothing may be sent.
 */
export type HandOver = () => Promise<'go' | 'stop'>;

/** One line to the outside: it hands over one message at a time. */
export type Line = {
  deliver: (message: Outgoing, handOver: HandOver) => Promise<Delivery>;
  close: () => Promise<void>;
};

/** How messages of a channel leave; each worker opens as many lines as it sends at once. */
export type Channels = Partial<Readonly<Record<Channel, () => Line>>>;
