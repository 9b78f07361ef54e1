import { createHash } from 'node:crypto';

/** An entry as the chain seals it. Times and details are the database's own text, so that no reader rounds them. */
export type SealedEvent = {
  id: string;
  at: string | null;
  on_date: string;
  kind: string;
  round_id: string | null;
  detail: string;
  count: number;
};

/** A seal: the place of an entry in the chain, the hash of the entry, and the hash over all up to here. */
export type Seal = { number: string; event_id: string; event_hash: string; hash: string };

/** The end of a chain: how many entries, and the hash over them. An empty chain ends at 0. */
export type Head = { number: string; hash: string };

export const NO_HEAD: Head = { number: '0', hash: '0'.repeat(64) };

/** What is wrong with an entry of the chain, in the order in which it is looked for. */
export type Break =
  /** A number is missing: its seal was removed. */
  | 'seal_missing'
  /** The seal is there and what it seals is not. */
  | 'entry_missing'
  /** The entry says something else than when it was sealed. */
  | 'entry_changed'
  /** The entry agrees and the seal does not follow from the one before: the chain was written anew up to there. */
  | 'seal_changed';

export type ChainProblem = { number: string; eventId: string | null; what: Break };

/** SHA-256 of one entry. */
export function eventHash(event: SealedEvent): string {
  const { id, at, on_date, kind, round_id, detail, count } = event;
  return sha256(JSON.stringify(['entry', id, at, on_date, kind, round_id, detail, count]));
}

/** The seal of an entry after the end of a chain. */
export function sealAfter(head: Head, event: SealedEvent): Seal {
  const number = String(BigInt(head.number) + 1n);
  const hash = eventHash(event);
  return { number, event_id: event.id, event_hash: hash, hash: chainHash(head, { number, event_hash: hash }) };
}

/**
 * Follows a part of a chain from the end of the part before. Returns the end, or the first break.
 *
 * @example followChain(NO_HEAD, [{ seal, event }]) // { head: { number: '1', hash: … }, problem: null }
 */
export function followChain(
  from: Head,
  links: readonly { seal: Seal; event: SealedEvent | null }[],
): { head: Head; problem: ChainProblem | null } {
  let head = from;
  for (const { seal, event } of links) {
    const number = String(BigInt(head.number) + 1n);
    if (seal.number !== number) return { head, problem: { number, eventId: null, what: 'seal_missing' } };
    const what = breakOf(head, seal, event);
    if (what !== null) return { head, problem: { number, eventId: seal.event_id, what } };
    head = { number, hash: seal.hash };
  }
  return { head, problem: null };
}

function breakOf(head: Head, seal: Seal, event: SealedEvent | null): Break | null {
  if (event === null) return 'entry_missing';
  if (eventHash(event) !== seal.event_hash) return 'entry_changed';
  return chainHash(head, seal) === seal.hash ? null : 'seal_changed';
}

function chainHash(head: Head, seal: Pick<Seal, 'number' | 'event_hash'>): string {
  return sha256(JSON.stringify(['seal', head.hash, seal.number, seal.event_hash]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** '12:9f…', as a head is printed and kept. */
export function headText({ number, hash }: Head): string {
  return `${number}:${hash}`;
}

/** A head as it was kept; null where the text is none. */
export function headFrom(text: string): Head | null {
  const [, number, hash] = /^(0|[1-9]\d{0,17}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return number !== undefined && hash !== undefined ? { number, hash } : null;
}
