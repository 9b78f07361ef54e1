import type { AnswerValue, Answers } from './answer.ts';
import { isMet, questionsOf, type Background, type Condition } from './condition.ts';
import type { Survey } from './survey.ts';

// Every page that is opened or saved walks the survey several times, and of the many who answer, most go one of
// few ways. So the conditions alone are asked anew each time; what they lead to is kept.

/** Where a person is led: the same for everyone of whom the same conditions hold. */
export type Way = { pages: readonly number[]; visibleQuestions: ReadonlySet<string> };

type Asked = { code: string; showIf: Condition | undefined };
type Stop = {
  showIf: Condition | undefined;
  /** Its questions that have a condition of their own, or are looked at by one of a later page. */
  questions: readonly Asked[];
};

/** A condition that was asked, what comes after it, and the way where nothing comes. */
type Step = { met: Step | null; unmet: Step | null; way: Way | null };
type Known = { stops: readonly Stop[]; first: Step; count: number };

/** Ways that are kept of one survey; whoever writes a program to go them all costs no more memory than this. */
const MOST = 2_000;

const known = new WeakMap<Survey, Known>();

/** The way of one person: see walk. Asks each condition on it once, with the answers of earlier pages that count. */
export function wayOf(survey: Survey, answers: Answers, background: Background): Way {
  const ways = known.get(survey) ?? { stops: stopsOf(survey), first: newStep(), count: 0 };
  known.set(survey, ways);
  const outcomes: boolean[] = [];
  let at = ways.first;
  const seen: Record<string, AnswerValue> = {};
  const holds = (condition: Condition | undefined): boolean => {
    if (condition === undefined) return true;
    const isTrue = isMet(condition, seen, background);
    outcomes.push(isTrue);
    at = isTrue ? (at.met ??= newStep()) : (at.unmet ??= newStep());
    return isTrue;
  };
  for (const { showIf, questions } of ways.stops) {
    if (!holds(showIf)) continue;
    const visible = questions.filter((question) => holds(question.showIf));
    for (const { code } of visible) {
      const answer = answers[code];
      if (answer !== undefined) seen[code] = answer;
    }
  }
  return at.way ?? keep(survey, ways, at, outcomes);
}

function keep(survey: Survey, ways: Known, at: Step, outcomes: readonly boolean[]): Way {
  const way = follow(survey, outcomes);
  if (ways.count >= MOST) [ways.first, ways.count] = [newStep(), 0];
  else [at.way, ways.count] = [way, ways.count + 1];
  return way;
}

/** Where the outcomes of its conditions lead, in the order in which they were asked. */
function follow(survey: Survey, outcomes: readonly boolean[]): Way {
  const left = outcomes.values();
  const holds = (condition: Condition | undefined): boolean => condition === undefined || left.next().value === true;
  const pages: number[] = [];
  const visibleQuestions = new Set<string>();
  for (const [index, { showIf, questions }] of survey.definition.pages.entries()) {
    if (!holds(showIf)) continue;
    const visible = questions.filter((question) => holds(question.showIf));
    if (visible.length > 0) pages.push(index);
    for (const { code } of visible) visibleQuestions.add(code);
  }
  return { pages, visibleQuestions };
}

function stopsOf({ definition }: Survey): Stop[] {
  const conditions = definition.pages.flatMap(({ showIf, questions }) => [
    showIf,
    ...questions.map((question) => question.showIf),
  ]);
  const looked = new Set(conditions.flatMap((condition) => (condition ? questionsOf(condition) : [])));
  return definition.pages.map(({ showIf, questions }) => ({
    showIf,
    questions: questions
      .filter((question) => question.showIf !== undefined || looked.has(question.code))
      .map((question) => ({ code: question.code, showIf: question.showIf })),
  }));
}

function newStep(): Step {
  return { met: null, unmet: null, way: null };
}
