import type { Refused } from '../accounts/staff-frame.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, redirect, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { createDraft } from '../rounds/create-draft.ts';
import { decideDates, type DateProblem } from '../rounds/decide-dates.ts';
import { isRoundId } from '../rounds/decide-round.ts';
import { dateErrors, datesForm, type DatesForm } from './dates-form.ts';
import { publishedVersions, startOf, type NewRound, type Start } from './new-round.ts';
import { roundFrame, roundPath, type RoundFrame } from './round-frame.ts';
import { roundTexts, type RoundTexts } from './texts/index.ts';

type CreateModel = RoundFrame & {
  heading: string;
  typed: NewRound;
  versions: readonly { value: string; label: string }[];
  dates: DatesForm;
  refused: Readonly<Record<string, string>>;
  zone: string;
  action: string;
};
const createView = defineView<CreateModel>('round-pages/views/create');

type PageDeps = Pick<Deps, 'db' | 'now' | 'surveys' | 'keys'>;
type Field = 'id' | 'version' | 'cohort';
type Problem = { field: Field; words: keyof RoundTexts['create']['problems'] };
type Shown = { typed: NewRound; problems: readonly Problem[]; dates: readonly DateProblem[] };

/** The form of a new round, filled from what it begins with. Null where there is no such beginning. */
export async function createPage(
  deps: PageDeps,
  language: Language,
  named: string,
  shown?: Shown,
): Promise<PageAnswer | null> {
  const start = await startOf(deps, named, language);
  if (!start) return null;
  const t = roundTexts(language);
  const { typed, problems, dates } = shown ?? { typed: start.offered, problems: [], dates: [] };
  const own = problems.map(({ field, words }): Refused => ({ id: field, message: t.create.problems[words] }));
  const errors = [...own, ...dateErrors(dates, t)];
  const fields = ['opens', 'closes', 'reports'] as const;
  const model: CreateModel = {
    ...roundFrame(language, t.create.formTitle(start.name), { errors, kept: { from: named } }),
    heading: t.create.formTitle(start.name),
    typed,
    versions: publishedVersions(deps, language),
    dates: datesForm({ typed: typed.dates, problems: dates, zone: start.zone, fields }, { language, t }),
    refused: Object.fromEntries(own.map(({ id, message }) => [id, message])),
    zone: start.zone,
    action: `/rounds?lang=${language}&from=${encodeURIComponent(named)}`,
  };
  return page(createView, model, errors.length > 0 ? 422 : 200);
}

type Posted = { named: string; typed: NewRound };

/** Makes the draft, or shows the form again with what is to be mended. */
export async function postRound(
  deps: PageDeps,
  { by, language }: { by: string | null; language: Language },
  { named, typed }: Posted,
): Promise<PageAnswer | null> {
  const start = await startOf(deps, named, language);
  if (!start) return null;
  const problems: Problem[] = [];
  if (!isRoundId(typed.id)) problems.push({ field: 'id', words: 'id' });
  if (!publishedVersions(deps, language).some(({ value }) => value === typed.version)) {
    problems.push({ field: 'version', words: 'version' });
  }
  if (!/^(19|20)\d\d$/.test(typed.cohort)) problems.push({ field: 'cohort', words: 'cohort' });
  const decision = decideDates(typed.dates, { zone: start.zone, now: deps.now(), opened: null });
  const dates = decision.kind === 'refused' ? decision.problems : [];
  if (problems.length > 0 || decision.kind === 'refused')
    return createPage(deps, language, named, { typed, problems, dates });
  const outcome = await createDraft(deps, { ...requestOf(typed, start), dates: decision.dates, by });
  const again = (problem: Problem) => createPage(deps, language, named, { typed, problems: [problem], dates: [] });
  switch (outcome.kind) {
    case 'created':
      return redirect(roundPath(typed.id, '', language, { done: 'created' }));
    case 'exists':
      return again({ field: 'id', words: 'taken' });
    case 'unknown_version':
    case 'not_published':
      return again({ field: 'version', words: 'version' });
    case 'unknown_base':
      return null;
    default:
      return outcome satisfies never;
  }
}

function requestOf({ id, version, cohort }: NewRound, { zone, from }: Start) {
  const [survey = '', number = ''] = version.split('.v');
  return { id, survey, version: Number(number), cohort, zone, from, recurrence: null };
}
