import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { insertAuditEvent } from '../audit/store.ts';
import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { noteBounce } from './bounce-store.ts';
import { bounceKey } from './open-channels.ts';
import { parseBounce } from './parse-bounce.ts';

export type BounceCounts = {
  mails: number;
  hard: number;
  soft: number;
  complaint: number;
  /** Bounces that were noted before, or whose message is gone. */
  noted_before: number;
  unknown_message: number;
  no_bounce: number;
  unreadable: number;
};

export type BouncesOutcome = { kind: 'read'; counts: BounceCounts } | { kind: 'nothing_there' };

/** No returned mail is larger. */
export const MOST_BYTES = 5_000_000;

/**
 * Reads returned mails from a folder (one mail a file, a Maildir too) or from an mbox file, and notes what came back.
 * Nothing is deleted; reading the same again notes nothing twice.
 */
export async function readBounces(deps: Pick<Deps, 'ownerDb' | 'keys' | 'now'>, path: string): Promise<BouncesOutcome> {
  const there = await stat(path).catch(() => null);
  if (!there) return { kind: 'nothing_there' };
  const counts: BounceCounts = {
    mails: 0,
    hard: 0,
    soft: 0,
    complaint: 0,
    noted_before: 0,
    unknown_message: 0,
    no_bounce: 0,
    unreadable: 0,
  };
  const rounds = new Map<string, Record<string, number>>();
  for await (const raw of there.isDirectory() ? mailsOfFolder(path) : mailsOfMbox(path)) {
    counts.mails += 1;
    const { what, roundId } = await noteReturned(deps, raw);
    counts[what] += 1;
    if (roundId !== null) {
      const of = rounds.get(roundId) ?? {};
      rounds.set(roundId, { ...of, [what]: (of[what] ?? 0) + 1 });
    }
    await letOthersIn();
  }
  const on_date = deps.now().toISOString().slice(0, 10);
  for (const [round_id, detail] of rounds) {
    await insertAuditEvent(deps.ownerDb, { on_date, kind: 'bounces_read', round_id, detail });
  }
  return { kind: 'read', counts };
}

/** What a returned mail was, and the round of the message it is about, where it is about one. */
export type Noted = { what: Exclude<keyof BounceCounts, 'mails'>; roundId: string | null };

/** Reads one returned mail and notes what it says of one of our messages and its address. */
export async function noteReturned(deps: Pick<Deps, 'ownerDb' | 'keys'>, raw: Buffer): Promise<Noted> {
  const bounce = await parseBounce(raw, bounceKey(deps)).catch(() => null);
  if (!bounce) return { what: 'unreadable', roundId: null };
  if (bounce.kind !== 'bounce') return { what: bounce.kind, roundId: null };
  const roundId = await deps.ownerDb.transaction().execute((trx) => noteBounce(trx, bounce));
  return { what: roundId === null ? 'noted_before' : bounce.type, roundId };
}

async function* mailsOfFolder(folder: string): AsyncGenerator<Buffer> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    if ((await stat(file)).size <= MOST_BYTES) yield await readFile(file);
  }
}

/** Mails of an mbox: each begins after a line 'From …'; a quoted one ('>From') is part of a mail. */
async function* mailsOfMbox(file: string): AsyncGenerator<Buffer> {
  let lines: string[] = [];
  const whole = () => Buffer.from(lines.map((line) => line.replace(/^>(>*From )/, '$1')).join('\n'), 'latin1');
  for await (const line of createInterface({ input: createReadStream(file, 'latin1'), crlfDelay: Infinity })) {
    if (!line.startsWith('From ')) {
      lines.push(line);
      continue;
    }
    if (lines.length > 0) yield whole();
    lines = [];
  }
  if (lines.some((line) => line !== '')) yield whole();
}
