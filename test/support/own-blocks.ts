import type { Deps } from '../../server/deps.ts';
import { ownBlockSchema, type BlockOwner, type OwnBlock } from '../../server/engine/own-block.ts';
import type { Question } from '../../server/engine/question.ts';
import { askBlock } from '../../server/own-blocks/ask-block.ts';
import { words } from './words.ts';

export const INSTITUTION: BlockOwner = { institution: 'X0101', degree: null };
export const DEGREE: BlockOwner = { institution: 'X0101', degree: '671112' };
export const ELSEWHERE: BlockOwner = { institution: 'X0102', degree: null };

/** A block of a career survey: on its scales, with a question of every kind that own questions have. */
export function anOwnBlock(owner: BlockOwner, edit: Partial<Omit<OwnBlock, 'owner'>> = {}): OwnBlock {
  const name = [owner.institution, owner.degree ?? 'all'].join('_').toLowerCase();
  return ownBlockSchema.parse({
    format: 1,
    survey: 'amk-career',
    owner,
    version: 1,
    intro: words(`About ${name}`),
    questions: ownQuestions(name),
    ...edit,
  });
}

export function ownQuestions(name: string): Question[] {
  const code = (what: string) => `own_${name}_${what}`;
  const option = (letter: string) => ({ code: letter, label: words(`${name} ${letter}`) });
  const side = (what: string) => ({ text: words(what), scale: 'extent' });
  return [
    { kind: 'single', code: code('choice'), text: words(`${name} choice`), options: ['a', 'b', 'c'].map(option) },
    { kind: 'multiple', code: code('several'), text: words(`${name} several`), options: ['a', 'b', 'c'].map(option) },
    { kind: 'scale', code: code('step'), text: words(`${name} step`), scale: 'agreement', cannotSay: words('cannot') },
    {
      kind: 'pair',
      code: code('pair'),
      text: words(`${name} pair`),
      importance: side('important'),
      development: side('developed'),
    },
    { kind: 'text', code: code('text'), text: words(`${name} text`), maxLength: 500 },
  ];
}

/** Publishes a block and lets a round ask it. */
export async function askOwnBlock(
  deps: Pick<Deps, 'ownerDb' | 'now'>,
  roundId: string,
  block: OwnBlock,
): Promise<void> {
  await askBlock(deps, roundId, block);
}
