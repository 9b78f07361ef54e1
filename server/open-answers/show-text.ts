import type { Deps } from '../deps.ts';
import type { Survey } from '../engine/survey.ts';
import { samePerson, UNREVIEWED, type Review } from './decide-review.ts';
import type { Mark } from './flag.ts';
import { flagSources } from './flag-sources.ts';
import { markText } from './flag-text.ts';
import { selectOptionalFrozenRound, selectOptionalText, selectQueue, selectReviewEvents } from './store.ts';
import { selectThemes, selectThemesOfText, type ThemeRow } from './theme-store.ts';

type ShowDeps = Pick<Deps, 'db' | 'surveys'>;
export type TextPlace = { roundId: string; item: string };

export type QueueRound = NonNullable<Awaited<ReturnType<typeof selectOptionalFrozenRound>>>;

/** Everything a reviewer's page of one text holds. */
export type ShownText = {
  round: QueueRound;
  survey: Survey;
  item: string;
  key: string;
  body: string;
  institution: string;
  degree: string;
  marks: readonly Mark[];
  review: Review;
  revision: number;
  isReleased: boolean;
  themes: readonly ThemeRow[];
  themesOfText: readonly string[];
  events: Awaited<ReturnType<typeof selectReviewEvents>>;
};

/** A frozen round and its survey, or null. */
export async function openRound(
  deps: ShowDeps,
  roundId: string,
): Promise<{ round: QueueRound; survey: Survey } | null> {
  const round = await selectOptionalFrozenRound(deps.db, roundId);
  const survey = round && deps.surveys.find(round.survey, round.version);
  return round && survey ? { round, survey } : null;
}

/** One text with its marks, or null when there is none. */
export async function showText(
  deps: ShowDeps,
  { roundId, item, key }: TextPlace & { key: string },
): Promise<ShownText | null> {
  const opened = await openRound(deps, roundId);
  const row = opened && isKey(key) ? await selectOptionalText(deps.db, { roundId, item, key }) : null;
  if (!opened || !row) return null;
  const sources = await flagSources(deps, { survey: opened.survey, roundId, item });
  return {
    ...opened,
    item,
    key: row.key,
    body: row.body,
    institution: row.institution,
    degree: row.degree,
    marks: markText(row.body, sources),
    review: reviewOf(row),
    revision: row.revision ?? 0,
    isReleased: row.edition !== null,
    themes: await selectThemes(deps.db, { roundId, item }),
    themesOfText: await selectThemesOfText(deps.db, key),
    events: await selectReviewEvents(deps.db, key),
  };
}

/**
 * The key of the next text for this reviewer after `after`: those that nobody has looked at first, then
 * those of others that wait for a second pair of eyes. null when nothing is left for this reviewer.
 */
export async function nextText(
  deps: ShowDeps,
  { roundId, item, by, after }: TextPlace & { by: string; after: string },
): Promise<string | null> {
  const queue = await selectQueue(deps.db, { roundId, item });
  const mine = [
    ...queue.filter(({ state }) => state === 'open'),
    ...queue.filter(({ state, first_by }) => state === 'waiting' && !samePerson(first_by ?? '', by)),
  ];
  const at = mine.findIndex(({ key }) => key === after);
  return (mine[at + 1] ?? mine.find(({ key }) => key !== after) ?? mine[0])?.key ?? null;
}

function reviewOf(row: NonNullable<Awaited<ReturnType<typeof selectOptionalText>>>): Review {
  if (row.state === null) return UNREVIEWED;
  return {
    state: row.state,
    spans: row.spans ?? [],
    reason: row.reason ?? '',
    firstBy: row.first_by ?? '',
    secondBy: row.second_by ?? '',
  };
}

function isKey(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
