import { describePopulationTask } from '../population/describe-task.ts';
import { selectAskedBy } from '../own-blocks/store.ts';
import { dateWarnings } from '../rounds/decide-dates.ts';
import type { DescribeTask, TaskState } from '../rounds/round-task.ts';
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

/** Who is asked, as their own pages say it. */
export const describePeopleTask: DescribeTask = async (deps, { round, language, institution }) => {
  const task = await describePopulationTask(deps, round, institution);
  const state = task.state === 'under_way' ? 'unfinished' : task.state;
  const { population: label } = roundTexts(language).tasks;
  return [{ code: 'population', label, state, note: task.note[language], href: `${task.path}?lang=${language}` }];
};
