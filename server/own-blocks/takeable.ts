import type { BlockOwner } from '../engine/own-block.ts';
import type { Question } from '../engine/question.ts';
import { draftCode } from './draft.ts';
import { isRelated, isSameOwner, type BlockFacts } from './load-block.ts';
import { isCodeOf } from './own-code.ts';

export type Takeable = { owner: BlockOwner; question: Question };

/**
 * Published questions of other owners that a block may ask, by code. Left out is what the block asks
 * already, and what the same person would be asked by the institution's or the degree's block.
 */
export function takeableQuestions(facts: BlockFacts): Map<string, Takeable> {
  const { owner, blocks, drafts, start } = facts;
  const latest = blocks.filter(
    ({ block }, index) => !blocks.slice(index + 1).some((later) => isSameOwner(later.block.owner, block.owner)),
  );
  const related = [
    ...latest.filter(({ block }) => isRelated(block.owner, owner)).flatMap(({ block }) => block.questions),
    ...drafts.filter((draft) => isRelated(draft.owner, owner)).flatMap(({ content }) => content.questions.map(asCode)),
  ];
  const taken = new Set([...related.map(({ code }) => code), ...start.content.questions.map(draftCode)]);
  const offered = latest.flatMap(({ block }) =>
    block.questions
      .filter(({ code }) => isCodeOf(block.owner, code) && !isCodeOf(owner, code) && !taken.has(code))
      .map((question) => [question.code, { owner: block.owner, question }] as const),
  );
  return new Map(offered);
}

function asCode(question: Parameters<typeof draftCode>[0]): { code: string } {
  return { code: draftCode(question) };
}
