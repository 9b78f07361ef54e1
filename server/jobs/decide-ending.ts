import type { Delivery } from './channel.ts';
import type { Ending } from './queue-store.ts';

/** Tries that the receiving side refuses for the time being; after them a message has failed. */
export const MOST_TRIES = 8;
const LONGEST_WAIT_SECONDS = 6 * 3600;

type Facts = { attempts: number; now: Date; retrySeconds: number };

/**
 * What becomes of a message by what came of handing it over. `attempts`: tries before this one. A server that
 * cannot be reached costs no message its tries: it waits until the server is back or the round closes.
 */
export function decideEnding(delivery: Exclude<Delivery, { kind: 'withdrawn' }>, facts: Facts): Ending {
  switch (delivery.kind) {
    case 'sent':
      return { state: 'sent', problem: null, left: true, dueAt: null };
    case 'unknown':
      return { state: 'uncertain', problem: delivery.problem, left: true, dueAt: null };
    case 'refused':
      return { state: 'failed', problem: delivery.problem, left: false, dueAt: null, gone: isGone(delivery.problem) };
    case 'later': {
      const { problem, reached } = delivery;
      if (reached && facts.attempts + 1 >= MOST_TRIES) return { state: 'failed', problem, left: false, dueAt: null };
      return { state: 'planned', problem, left: false, dueAt: nextTry(facts) };
    }
    default:
      return delivery satisfies never;
  }
}

/** Whether a mail server says that there is no such address (RFC 3463 x.1.x; RFC 5321). */
function isGone(problem: string): boolean {
  return /^(5\.1\.[0-36]|5\.1\.10|5\.2\.1|550|551|553)$/.test(problem);
}

/** Twice as long after each try: 5, 10, 20, 40 minutes and so on, up to six hours. */
function nextTry({ attempts, now, retrySeconds }: Facts): Date {
  const seconds = Math.min(retrySeconds * 2 ** Math.min(attempts, 20), LONGEST_WAIT_SECONDS);
  return new Date(now.getTime() + seconds * 1000);
}
