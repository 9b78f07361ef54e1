import { open, rm } from 'node:fs/promises';
import { insertAuditEvent, selectAuditEvents } from '../audit/store.ts';
import { asSpreadsheetText, csvLine } from '../csv/csv-text.ts';
import { letOthersIn, withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { deriveCode, formatCode } from './code.ts';
import { markLetters, selectLetterKeys, selectLetters, selectLettersSent } from './letter-store.ts';
import { linkOf } from './link.ts';
import { personLanguage } from './person-language.ts';
import { openLiveRound, type LiveRound, type RoundUnavailable } from './open-live-round.ts';

export type ExportLetters = {
  roundId: string;
  file: string;
  /** Why letters are exported once more, for all; null = not. */
  again: string | null;
  /** Only the people who have no letter: added since, or given a new link. */
  onlyNew: boolean;
  progress: (line: string) => void;
};

export type ExportLettersOutcome =
  | { kind: 'exported'; letters: number }
  /** Letters were exported before: when (the last day), how many people have one, how many have none. */
  | { kind: 'exported_before'; on: string | null; letters: number; without: number }
  | { kind: 'nobody' }
  | { kind: 'file_exists' }
  | RoundUnavailable;

type Needs = Pick<Deps, 'ownerDb' | 'keys' | 'now' | 'surveys' | 'config'>;

const COLUMNS = ['person_key', 'code', 'link', 'contact_language', 'institution'];
const PEOPLE_AT_ONCE = 500;
const PROGRESS_EVERY = 5_000;

/**
 * Writes the codes of a round's people into a file (0600) for printing letters: once, because each such
 * file is a way into answers. People who refused are left out.
 */
export async function exportLetters(deps: Needs, command: ExportLetters): Promise<ExportLettersOutcome> {
  return withLongWork(deps.ownerDb, `exporting the letters of round ${command.roundId}`, () =>
    exportFile(deps, command),
  );
}

async function exportFile(deps: Needs, command: ExportLetters): Promise<ExportLettersOutcome> {
  const round = await openLiveRound(deps, command.roundId);
  if (round.kind !== 'round') return round;
  const letters = await selectLettersSent(deps.ownerDb, round.id);
  const isFirst = letters === 0 || command.again !== null || command.onlyNew;
  const keys = await selectLetterKeys(deps.ownerDb, { roundId: round.id, onlyNew: command.onlyNew || !isFirst });
  if (!isFirst) {
    const events = await selectAuditEvents(deps.ownerDb, round.id, 'letters_exported');
    return { kind: 'exported_before', on: events.at(-1)?.on_date ?? null, letters, without: keys.length };
  }
  if (keys.length === 0) return { kind: 'nobody' };
  keys.sort(); // in code, so that the file does not depend on the server's collation
  const written = await writeLetters(deps, round, keys, command);
  if (!written) return { kind: 'file_exists' };
  await noteLetters(deps, round, keys, command.again);
  return { kind: 'exported', letters: keys.length };
}

/** Returns false when there is a file of that name: it may hold other codes. A file cut short is removed. */
async function writeLetters(
  deps: Needs,
  round: LiveRound,
  keys: readonly string[],
  { file, progress }: ExportLetters,
): Promise<boolean> {
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST') return null;
    throw error;
  });
  if (!handle) return false;
  try {
    await handle.write(csvLine(COLUMNS));
    for (let start = 0; start < keys.length; start += PEOPLE_AT_ONCE) {
      await handle.write(await lettersOf(deps, round, keys.slice(start, start + PEOPLE_AT_ONCE)));
      const done = Math.min(start + PEOPLE_AT_ONCE, keys.length);
      if (done % PROGRESS_EVERY === 0) progress(`${done} of ${keys.length} letters`);
      await letOthersIn();
    }
    await handle.close();
    return true;
  } catch (error) {
    await handle.close();
    await rm(file, { force: true });
    throw error;
  }
}

async function lettersOf(deps: Needs, round: LiveRound, personKeys: readonly string[]): Promise<string> {
  const people = await selectLetters(deps.ownerDb, { roundId: round.id, personKeys });
  const lines = new Map(
    people.map((person) => {
      const code = deriveCode(round.keys, person.person_key, person.generation);
      const language = personLanguage(person);
      const cells = [
        person.person_key,
        formatCode(code),
        linkOf(deps.config, code),
        language,
        person.institution ?? '',
      ];
      return [person.person_key, csvLine(cells.map(asSpreadsheetText))] as const;
    }),
  );
  return personKeys.map((key) => lines.get(key) ?? '').join('');
}

async function noteLetters(
  deps: Needs,
  round: LiveRound,
  keys: readonly string[],
  again: string | null,
): Promise<void> {
  const on_date = zonedDay(deps.now(), round.time_zone);
  const detail = again === null ? { letters: keys.length } : { letters: keys.length, again };
  // First of all: whatever happens next, it is known that a file of codes was made.
  await insertAuditEvent(deps.ownerDb, { on_date, kind: 'letters_exported', round_id: round.id, detail });
  for (let start = 0; start < keys.length; start += PEOPLE_AT_ONCE) {
    const personKeys = keys.slice(start, start + PEOPLE_AT_ONCE);
    await markLetters(deps.ownerDb, { roundId: round.id, personKeys, exported_on: on_date });
    await letOthersIn();
  }
}
