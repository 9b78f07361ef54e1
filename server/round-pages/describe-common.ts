import { LANGUAGES } from '../engine/text.ts';
import { templateHash } from '../messages/plan-hash.ts';
import { planSchema, wordsOf, type MessagePlan } from '../messages/plan-schema.ts';
import { selectLatestPlan, selectTested } from '../messages/plan-store.ts';
import { selectAskedBy } from '../own-blocks/store.ts';
import { dateWarnings } from '../rounds/decide-dates.ts';
import { formatsOf } from '../results/format-figures.ts';
import { selectPeopleByInstitution } from '../rounds/change-store.ts';
import type { DescribeTask, RoundTask, TaskState } from '../rounds/round-task.ts';
import { roundPath } from './round-frame.ts';
import { roundTexts } from './texts/index.ts';

// The tasks of a round that no other slice describes.

/** Opening and closing. */
export const describeDatesTask: DescribeTask = async ({ now }, { round, language }) => {
  const t = roundTexts(language);
  const isPast = round.opens_at <= now();
  const off = dateWarnings(round, round.time_zone).map((warning) => t.holidays[warning.off]);
  const state: TaskState = isPast ? 'unfinished' : off.length > 0 ? 'check' : 'done';
  const note = isPast ? t.tasks.datesPast : off.length > 0 ? `${t.tasks.datesOff}: ${off.join(', ')}` : '';
  return [{ code: 'dates', label: t.tasks.dates, state, note, href: roundPath(round.id, '/dates', language) }];
};

/** The questionnaire, and what institutions ask beside it. */
export const describeQuestionsTask: DescribeTask = async (deps, { round, language, institution }) => {
  const { tasks: t } = roundTexts(language);
  const asked = await selectAskedBy(deps.db, [round.id]);
  if (institution !== null) {
    const own = asked.filter(({ owner }) => owner.institution === institution).length;
    const href = `/own-questions?lang=${language}`;
    return [{ code: 'own-questions', label: t.ownQuestions, state: 'done', note: t.ownAsked(own), href }];
  }
  const isThere = typeof deps.surveys.find(round.survey, round.version)?.definition.published === 'string';
  const href = `/definitions/${round.survey}/${round.version}?lang=${language}`;
  const note = t.questionsNote(round.version, asked.length);
  return [{ code: 'questions', label: t.questions, state: isThere ? 'done' : 'unfinished', note, href }];
};

/** The messages in each language: complete or not. */
export const describeMessagesTask: DescribeTask = async ({ db }, { round, language }) => {
  const { tasks: t } = roundTexts(language);
  const plan = await readPlan(db, round.id);
  return LANGUAGES.map((one): RoundTask => {
    const row = { code: `messages-${one}`, label: t.messages(t.languages[one]), href: null };
    if (!plan) return { ...row, state: 'not_started', note: t.noPlan };
    const missing = usedTemplates(plan).filter((template) => wordsOf(plan, template, one) === null);
    return missing.length === 0
      ? { ...row, state: 'done', note: '' }
      : { ...row, state: 'unfinished', note: t.missing(missing.join(', ')) };
  });
};

/** Who is asked. */
export const describePopulationTask: DescribeTask = async ({ db }, { round, language, institution }) => {
  const { tasks: t } = roundTexts(language);
  const all = await selectPeopleByInstitution(db, round.id);
  const own = institution === null ? all : all.filter((row) => row.institution === institution);
  const count = (of: 'people' | 'without_address') => own.reduce((sum, row) => sum + row[of], 0);
  const row = { code: 'population', label: t.population, href: null };
  if (count('people') === 0) return [{ ...row, state: 'not_started', note: t.nobody }];
  const number = (value: number) => formatsOf(language).count(value);
  const unreached = count('without_address');
  const note = [t.people(number(count('people'))), ...(unreached > 0 ? [t.withoutAddress(number(unreached))] : [])];
  return [{ ...row, state: unreached > 0 ? 'check' : 'done', note: note.join(', ') }];
};

/** When messages leave, and whether their templates were tried. */
export const describePlanTask: DescribeTask = async ({ db }, { round, language }) => {
  const { tasks: t } = roundTexts(language);
  const plan = await readPlan(db, round.id);
  const [planRow, testRow] = [
    { code: 'plan', label: t.plan, href: null },
    { code: 'test', label: t.test, href: null },
  ];
  if (!plan) {
    return [
      { ...planRow, state: 'not_started', note: t.noPlan },
      { ...testRow, state: 'not_started', note: '' },
    ];
  }
  const hashes = usedTemplates(plan).map((template) => templateHash(plan.templates[template] ?? {}));
  const tested = (await selectTested(db, round.id, hashes)).size;
  const of = new Set(hashes).size;
  const state: TaskState = tested === of ? 'done' : tested === 0 ? 'not_started' : 'unfinished';
  return [
    { ...planRow, state: 'done', note: t.steps(plan.steps.length) },
    { ...testRow, state, note: t.tested(tested, of) },
  ];
};

async function readPlan(db: Parameters<typeof selectLatestPlan>[0], roundId: string): Promise<MessagePlan | null> {
  const row = await selectLatestPlan(db, roundId);
  return row ? planSchema.parse(row.content) : null;
}

function usedTemplates(plan: MessagePlan): string[] {
  return [...new Set(plan.steps.map(({ template }) => template))];
}
