import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { institutionsOf } from '../rounds/choose-institutions.ts';
import type { RoundFacts } from '../rounds/load-rounds.ts';
import { isBlocking, type DescribeTask, type RoundTask, type TaskDeps } from '../rounds/round-task.ts';
import { describeMessagesTask, describePlanTask, describeTestTask } from '../sending/describe-tasks.ts';
import { describeDatesTask, describePeopleTask, describeQuestionsTask } from './describe-common.ts';
import { describeInstitutionsTask } from './describe-institutions.ts';
import { roundPath } from './round-frame.ts';
import { roundTexts } from './texts/index.ts';

/** The tasks of a round in the order of the work. */
const COMMON: readonly DescribeTask[] = [
  describeDatesTask,
  describeQuestionsTask,
  describeInstitutionsTask,
  describeMessagesTask,
  describePeopleTask,
  describePlanTask,
  describeTestTask,
];
/** Those of an institution. */
const OF_INSTITUTION: readonly DescribeTask[] = [describeInstitutionsTask, describeQuestionsTask, describePeopleTask];

/** Tasks that are done on pages which not everybody may open, by what follows the round's address. */
const PAGES: Readonly<Record<string, string>> = {
  'messages-fi': '/messages',
  'messages-sv': '/messages',
  'messages-en': '/messages',
  population: '/population',
  plan: '/plan',
  test: '/plan',
};

/** The same tasks, linked where the reader may open the page. */
export function withLinks(
  tasks: readonly RoundTask[],
  { roundId, opens, language }: { roundId: string; opens: ReadonlySet<string>; language: Language },
): RoundTask[] {
  return tasks.map((task) => {
    const path = PAGES[task.code];
    if (path === undefined) return task;
    return { ...task, href: opens.has(path) ? (task.href ?? roundPath(roundId, path, language)) : null };
  });
}

/** How far a round is, task by task; the last is publishing, which waits for the others. */
export async function commonTasks(
  deps: TaskDeps,
  { row, state }: RoundFacts,
  language: Language,
): Promise<RoundTask[]> {
  const tasks = await described(deps, COMMON, { round: row, language, institution: null });
  const { tasks: t } = roundTexts(language);
  const blocking = tasks.flatMap((task, index) => (isBlocking(task) ? [index + 1] : []));
  const publish = { code: 'publish', label: t.publish, href: null };
  if (state !== 'draft') {
    // What is open has its own dates and people; whether they were ready before it opened says nothing any more.
    return [...tasks.map(settled), { ...publish, state: 'done', note: t.published }];
  }
  return [
    ...tasks,
    blocking.length > 0
      ? { ...publish, state: 'waiting', note: t.publishWaits(blocking.join(', ')) }
      : { ...publish, state: 'not_started', note: t.publishReady, href: roundPath(row.id, '/publish', language) },
  ];
}

/** The opening of a published round may have gone by, as it should. */
function settled(task: RoundTask): RoundTask {
  return task.code === 'dates' ? { ...task, state: 'done', note: '' } : task;
}

/** How many of the tasks before publishing are done, and of how many. */
export function readyOf(tasks: readonly RoundTask[]): { done: number; of: number } {
  const before = tasks.filter(({ code }) => code !== 'publish');
  return { done: before.filter((task) => !isBlocking(task)).length, of: before.length };
}

/** Those of some institutions that a round can have. */
export function partOf(
  { surveys }: Pick<Deps, 'surveys'>,
  { row }: Pick<RoundFacts, 'row'>,
  institutions: readonly string[],
): string[] {
  const known = new Set(institutionsOf({ surveys }, { ...row, invented: null }));
  return institutions.filter((code) => known.has(code));
}

/** The tasks of one institution in a round. */
export function institutionTasks(
  deps: TaskDeps,
  { row }: RoundFacts,
  { language, institution }: { language: Language; institution: string },
): Promise<RoundTask[]> {
  return described(deps, OF_INSTITUTION, { round: row, language, institution });
}

async function described(
  deps: TaskDeps,
  describers: readonly DescribeTask[],
  asked: Parameters<DescribeTask>[1],
): Promise<RoundTask[]> {
  const tasks: RoundTask[] = [];
  for (const describe of describers) tasks.push(...(await describe(deps, asked)));
  return tasks;
}
