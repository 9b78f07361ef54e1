import type { OwnBlock } from '../engine/own-block.ts';
import { typeOf } from '../engine/question-types/index.ts';
import type { Survey } from '../engine/survey.ts';

/** Why a round cannot ask a block, or may. */
export type Fit =
  | 'may'
  /** The round's version of the survey lacks a scale that the block uses. */
  | 'no_scale'
  /** The institution and its degree would ask the same question twice of one person. */
  | 'twice';
/** `opened`: people are answering, or have answered; what a round asks is fixed when it opens. */
export type Asking = Fit | 'opened';

export type FitFacts = {
  /** The survey that the round asks; undefined when its definition is gone. */
  survey: Survey | undefined;
  /** Blocks of the same institution, of its other level, that the round asks. */
  others: readonly OwnBlock[];
};

/** Whether a block goes with a round: its scales exist there, and nobody is asked the same twice. */
export function decideFit(block: OwnBlock, { survey, others }: FitFacts): Fit {
  if (!survey || block.questions.some((question) => hasErrors(survey, question))) return 'no_scale';
  const asked = new Set(others.flatMap(({ questions }) => questions.map(({ code }) => code)));
  return block.questions.some(({ code }) => asked.has(code)) ? 'twice' : 'may';
}

/** Whether a round may begin to ask a block now. */
export function decideAsking(block: OwnBlock, facts: FitFacts & { opensAt: Date; now: Date }): Asking {
  return facts.opensAt <= facts.now ? 'opened' : decideFit(block, facts);
}

function hasErrors(survey: Survey, question: OwnBlock['questions'][number]): boolean {
  return typeOf(question)
    .check(survey, question)
    .some(({ rule }) => rule === 'unknown_scale' || rule === 'pair_scales_differ');
}
