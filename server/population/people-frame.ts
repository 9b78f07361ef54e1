import { staffFrame, type Refused, type StaffFrame } from '../accounts/staff-frame.ts';
import type { Language } from '../engine/text.ts';
import type { AskedRound } from './asked-round.ts';
import type { Places } from './import-flow.ts';

/** Somebody at a page of a round's people. */
export type Visit = {
  round: AskedRound;
  places: Places;
  /** Who it is, for what is written down: the id of an account, or 'machine'. */
  by: string;
  language: Language;
};

/** What every page of a round's people prints around its content. */
export function peopleFrame(
  { round, language }: Pick<Visit, 'round' | 'language'>,
  title: string,
  more: { errors?: readonly Refused[]; kept?: Readonly<Record<string, string>> } = {},
): StaffFrame {
  const frame = staffFrame(language, title, more);
  return { ...frame, invented: round.invented === true, styles: [...(frame.styles ?? []), 'population.css'] };
}

/** The address of a page of the round's people: '' or '/import'. */
export function peoplePath({ round, language }: Pick<Visit, 'round' | 'language'>, page = '', query = ''): string {
  return `/rounds/${round.id}/population${page}?lang=${language}${query}`;
}
