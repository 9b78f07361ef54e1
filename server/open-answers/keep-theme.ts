import type { Deps } from '../deps.ts';
import { LANGUAGES, type Text } from '../engine/text.ts';
import { openRound, type QueueRound, type TextPlace } from './show-text.ts';
import type { Survey } from '../engine/survey.ts';
import { deleteTheme, insertTheme, selectThemes, updateTheme, type ThemeRow } from './theme-store.ts';

const LONGEST_NAME = 80;

export type ThemeList = { round: QueueRound; survey: Survey; item: string; themes: readonly ThemeRow[] };

/** The themes of a question, or null when there is no such round. */
export async function listThemes(
  deps: Pick<Deps, 'db' | 'surveys'>,
  { roundId, item }: TextPlace,
): Promise<ThemeList | null> {
  const opened = await openRound(deps, roundId);
  return opened && { ...opened, item, themes: await selectThemes(deps.db, { roundId, item }) };
}

export type ThemeCommand = { names: Text } & ({ kind: 'add' } | { kind: 'rename' | 'remove'; id: string });
export type ThemeOutcome =
  { kind: 'kept' } | { kind: 'unknown' } | { kind: 'refused'; problem: 'names' | 'long' | 'twice' };

/** Adds, renames or removes a theme. A theme has a name in every language, and no two have the same. */
export async function keepTheme(
  deps: Pick<Deps, 'db' | 'surveys' | 'randomBytes'>,
  { place, command }: { place: TextPlace; command: ThemeCommand },
): Promise<ThemeOutcome> {
  const list = await listThemes(deps, place);
  if (!list) return { kind: 'unknown' };
  const { roundId, item } = place;
  const other = (id: string) => list.themes.filter((theme) => theme.id !== id);
  const own = command.kind === 'add' ? '' : command.id;
  if (command.kind !== 'add' && other(own).length === list.themes.length) return { kind: 'unknown' };
  if (command.kind === 'remove') {
    await deps.db.transaction().execute((trx) => deleteTheme(trx, { id: own, roundId }));
    return { kind: 'kept' };
  }
  const names = trimmed(command.names);
  const problem = problemOf(names, other(own));
  if (problem) return { kind: 'refused', problem };
  if (command.kind === 'rename') await updateTheme(deps.db, { id: own, roundId, names });
  else {
    const place = 1 + Math.max(0, ...list.themes.map((theme) => theme.place));
    await insertTheme(deps.db, { id: uuid(deps.randomBytes(16)), round_id: roundId, item, place, ...names });
  }
  return { kind: 'kept' };
}

function trimmed({ fi, sv, en }: Text): Text {
  return { fi: fi.trim(), sv: sv.trim(), en: en.trim() };
}

function problemOf(names: Text, others: readonly Text[]): 'names' | 'long' | 'twice' | null {
  if (LANGUAGES.some((language) => names[language] === '')) return 'names';
  if (LANGUAGES.some((language) => names[language].length > LONGEST_NAME)) return 'long';
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const isTwice = others.some((theme) => LANGUAGES.some((language) => same(theme[language], names[language])));
  return isTwice ? 'twice' : null;
}

/** Sixteen random bytes as a UUID of version 4. */
function uuid(bytes: Buffer): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
