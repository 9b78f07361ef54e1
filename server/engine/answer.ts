/** The code of "cannot say": an answer that is no answer, outside every base (contract 3). */
export const CANNOT_SAY = '_dk';

/** One skill seen twice: how important it is in work and how much studies developed it. */
export type PairValue = { importance?: string; development?: string };

/**
 * What is stored for one question. Each question type documents which of these it uses:
 * an option, scale or list code · several option codes · a number · 'YYYY-MM' · text · a pair.
 */
export type AnswerValue = string | number | readonly string[] | PairValue;

/** Answers by question code. A question without an answer has no key. */
export type Answers = Readonly<Record<string, AnswerValue>>;
