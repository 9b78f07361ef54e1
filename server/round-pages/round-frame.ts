import { queryOf, type Refused } from '../accounts/staff-frame.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { languageLinks, publicFrame, type Frame } from '../http/frame.ts';
import type { RoundFacts } from '../rounds/load-rounds.ts';
import { roundTexts, type RoundTexts } from './texts/index.ts';

/** What every page of rounds prints around its content. */
export type RoundFrame = Frame & { t: RoundTexts; errors: readonly Refused[]; done: string | null };

type Options = { errors?: readonly Refused[]; done?: string | null; kept?: Readonly<Record<string, string>> };

/** `done`: what was done just now. `kept`: what the language links keep of the address. */
export function roundFrame(
  language: Language,
  title: string,
  { errors = [], done = null, kept = {} }: Options = {},
): RoundFrame {
  const t = roundTexts(language);
  return {
    ...publicFrame({ language, title: errors.length > 0 ? `${t.errorPrefix}: ${title}` : title }),
    choices: languageLinks(language, (other) => `?${queryOf({ lang: other, ...kept })}`),
    styles: ['answer.css', 'staff.css', 'rounds.css'],
    t,
    errors,
    done,
  };
}

/** 'Career follow-up, graduates of 2020'. */
export function roundName(
  { surveys }: Pick<Deps, 'surveys'>,
  { survey, version, cohort }: { survey: string; version: number; cohort: string },
  language: Language,
): string {
  const title = surveys.find(survey, version)?.definition.title[language] ?? survey;
  return roundTexts(language).name(title, cohort);
}

/** The address of a page of a round: '' or '/dates', in a language. */
export function roundPath(
  roundId: string,
  page: string,
  language: Language,
  more: Readonly<Record<string, string>> = {},
): string {
  return `/rounds/${encodeURIComponent(roundId)}${page}?${queryOf({ lang: language, ...more })}`;
}

/** What stands on top of each page of one round. */
export type RoundHead = { name: string; id: string; href: string };

/** The head of a page below a round. */
export function roundHead(
  deps: Pick<Deps, 'surveys'>,
  { row }: Pick<RoundFacts, 'row'>,
  language: Language,
): RoundHead {
  return { name: roundName(deps, row, language), id: row.id, href: roundPath(row.id, '', language) };
}
