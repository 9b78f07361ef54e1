import type { Page } from './definition.ts';
import type { Question } from './question.ts';
import { typeOf } from './question-types/index.ts';
import type { Survey } from './survey.ts';

/** Codes of the questions that change place, by page code. What is stored with a draft. */
export type QuestionOrder = Readonly<Record<string, readonly string[]>>;

/**
 * Draws an order for each page with `shuffle`: its pairs and scales, every order equally likely
 * (Fisher–Yates with numbers drawn by rejection). Randomness is the caller's.
 *
 * @example drawQuestionOrder(survey, randomBytes) // { skills: ['teamwork', 'languages', 'projects'] }
 */
export function drawQuestionOrder(survey: Survey, randomBytes: (size: number) => Uint8Array): Record<string, string[]> {
  const shuffled = survey.definition.pages.filter((page) => page.shuffle);
  return Object.fromEntries(
    shuffled.map((page) => [page.code, shuffledCodes(page.questions.filter(moves), randomBytes)]),
  );
}

/**
 * The questions of a page in a person's order. Questions that do not move keep their place. Codes that
 * the page does not have are passed over; questions that the order does not have come after the others.
 */
export function orderedQuestions(page: Page, order: QuestionOrder): Question[] {
  const drawn = page.shuffle ? (order[page.code] ?? []) : [];
  if (drawn.length === 0) return [...page.questions];
  const waiting = new Map(page.questions.filter(moves).map((question) => [question.code, question]));
  const first = drawn.flatMap((code) => {
    const question = waiting.get(code);
    return question && waiting.delete(code) ? [question] : [];
  });
  const queue = [...first, ...waiting.values()].values();
  return page.questions.map((question) => (moves(question) ? (queue.next().value ?? question) : question));
}

function moves(question: Question): boolean {
  return typeOf(question).moves;
}

function shuffledCodes(questions: readonly Question[], randomBytes: (size: number) => Uint8Array): string[] {
  const codes = questions.map(({ code }) => code);
  for (let last = codes.length - 1; last > 0; last -= 1) {
    const other = numberBelow(last + 1, randomBytes);
    const moved = codes.splice(other, 1, codes[last] ?? '');
    codes.splice(last, 1, ...moved);
  }
  return codes;
}

const BYTES = 4;
/** A fair source refuses at most every second draw; this many refusals in a row mean that it is broken. */
const MOST_DRAWS = 200;

function numberBelow(limit: number, randomBytes: (size: number) => Uint8Array): number {
  const all = 256 ** BYTES;
  const fair = all - (all % limit);
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const drawn = randomBytes(BYTES).reduce((number, byte) => number * 256 + byte, 0);
    if (drawn < fair) return drawn % limit;
  }
  throw new Error('The source of randomness gives the same numbers again and again');
}
