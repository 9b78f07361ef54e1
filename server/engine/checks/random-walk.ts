import type { AnswerValue } from '../answer.ts';
import type { Background } from '../condition.ts';
import { typeOf } from '../question-types/index.ts';
import { pageAt, type Survey } from '../survey.ts';
import { firstPageNotSaved, nextPage, previousPage, visibleQuestionsOf, walk } from '../walk.ts';
import { backgroundValues } from './background-values.ts';
import { conditionNodes, conditionRoots } from './condition-nodes.ts';
import { oneOfThem, type Numbers } from './seeded-numbers.ts';

const LEAVES_OUT = 0.15;
const GOES_BACK = 0.1;

/** Where a walk ended. Only `end` is as it should be. */
export type WalkEnd =
  | { kind: 'end'; questions: ReadonlySet<string> }
  /** The person is asked nothing that can be answered. */
  | { kind: 'nothing_asked' }
  /** Pages came round without end. */
  | { kind: 'astray'; page: number };

/** Answers that each question offers, enough to meet and to miss every condition. */
export type Offered = ReadonlyMap<string, readonly AnswerValue[]>;

/** What every question of a sound definition offers. Throws where a scale or list does not exist. */
export function offeredAnswers(survey: Survey): Offered {
  const nodes = conditionRoots(survey.definition).flatMap(conditionNodes);
  const offered = [...survey.questions].map(([code, question]): [string, readonly AnswerValue[]] => {
    const own = nodes.flatMap(({ condition }) =>
      'question' in condition && condition.question === code ? [condition] : [],
    );
    return [
      code,
      typeOf(question).samples(survey, question, {
        optionLists: own.flatMap((condition) => (condition.kind === 'any_of' ? [condition.options] : [])),
        numbers: own.flatMap((condition) => ('value' in condition ? [condition.value] : [])),
      }),
    ];
  });
  return new Map(offered);
}

/**
 * One person who answers at random: leaves some questions out, sometimes goes a page back and answers it
 * anew. Uses the same walk as the pages do.
 *
 * @example walkAtRandom(survey, offeredAnswers(survey), seededNumbers(1)).kind // 'end'
 */
export function walkAtRandom(survey: Survey, offered: Offered, numbers: Numbers): WalkEnd {
  const background = randomBackground(survey, numbers);
  const answers: Record<string, AnswerValue> = {};
  const saved: string[] = [];
  let page = walk(survey, answers, background).pages[0];
  for (let step = 0; page !== undefined; step += 1) {
    if (step > survey.definition.pages.length * 10) return { kind: 'astray', page };
    answerPage(survey, page, { answers, background, offered, numbers });
    saved.push(pageAt(survey, page).code);
    const walked = walk(survey, answers, background);
    const back = step < survey.definition.pages.length && numbers() < GOES_BACK ? previousPage(walked, page) : null;
    page = back ?? nextPage(walked, page) ?? firstPageNotSaved(walked, survey, saved) ?? undefined;
  }
  const { visibleQuestions } = walk(survey, answers, background);
  const asks = [...visibleQuestions].some((code) => survey.questions.get(code)?.kind !== 'info');
  return asks ? { kind: 'end', questions: visibleQuestions } : { kind: 'nothing_asked' };
}

type Person = { answers: Record<string, AnswerValue>; background: Background; offered: Offered; numbers: Numbers };

function answerPage(survey: Survey, page: number, { answers, background, offered, numbers }: Person): void {
  for (const { code } of visibleQuestionsOf(walk(survey, answers, background), survey, page)) {
    const value = numbers() < LEAVES_OUT ? undefined : oneOfThem(numbers, offered.get(code) ?? []);
    if (value === undefined) delete answers[code];
    else answers[code] = value;
  }
}

function randomBackground(survey: Survey, numbers: Numbers): Background {
  const drawn = survey.definition.background.flatMap((variable): [string, string][] => {
    const value = oneOfThem(numbers, backgroundValues(survey, variable));
    return value === undefined ? [] : [[variable.code, value]];
  });
  return Object.fromEntries(drawn);
}
