import { loadSurveys } from '../../survey-definitions/index.ts';
import type { BlockOwner, OwnBlock } from '../../server/engine/own-block.ts';
import type { Survey } from '../../server/engine/survey.ts';
import { emptyContent, emptyQuestion, type DraftContent, type TypedQuestion } from '../../server/own-blocks/draft.ts';
import { toOwnBlock } from '../../server/own-blocks/draft-block.ts';
import { surveyParts } from '../../server/own-blocks/survey-parts.ts';
import { words } from './words.ts';

export const OWNER: BlockOwner = { institution: 'X0101', degree: null };

/** The career survey that own questions are added to. */
export function ownSurvey(): Survey {
  const survey = loadSurveys().find('amk-career', 2);
  if (!survey) throw new Error('amk-career.v2 is gone');
  return survey;
}

/** A typed question of a kind, sound unless changed. */
export function typedQuestion(
  kind: TypedQuestion['kind'],
  number: number,
  change: Partial<TypedQuestion> = {},
): TypedQuestion {
  const code = `own_x0101_${number}`;
  const options = ['train', 'bus', 'bicycle'].map((text, index) => ({
    code: String(index + 1),
    label: words(text),
    exclusive: false,
  }));
  const sound = { text: words(`question ${kind}`), options, scale: 'agreement' };
  return { ...emptyQuestion(kind, code, 1), ...sound, ...change };
}

/** A draft with questions. */
export function aDraft(...questions: DraftContent['questions']): DraftContent {
  return { ...emptyContent(1), questions };
}

/** The block of a draft. */
export function aBlock(content: DraftContent, { version = 1, owner = OWNER } = {}): OwnBlock {
  return toOwnBlock(content, { survey: 'amk-career', owner, version, parts: surveyParts(ownSurvey()) });
}
