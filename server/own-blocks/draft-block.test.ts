import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aBlock, aDraft, OWNER, ownSurvey, typedQuestion } from '../../test/support/build-own-block.ts';
import { words } from '../../test/support/words.ts';
import { OWN_KINDS, ownBlockSchema } from '../engine/own-block.ts';
import { draftOf } from './draft-block.ts';

const text = fc.string({ minLength: 1, maxLength: 12 }).map((typed) => words(`a${typed}`));
const question = fc.record({
  kind: fc.constantFrom(...OWN_KINDS),
  text,
  hint: fc.option(text, { nil: { fi: '', sv: '', en: '' } }),
  options: fc
    .array(text, { minLength: 2, maxLength: 9 })
    .map((labels) => labels.map((label, index) => ({ code: String(index + 1), label, exclusive: index === 0 }))),
  most: fc.constantFrom('', '2', '3'),
  scale: fc.constantFrom(...ownSurvey().definition.scales.map(({ code }) => code)),
  cannotSay: fc.boolean(),
  maxLength: fc.integer({ min: 1, max: 4000 }).map(String),
});

test('a published block comes back from its draft word for word', () => {
  fc.assert(
    fc.property(fc.array(question, { minLength: 1, maxLength: 5 }), fc.option(text), (questions, intro) => {
      const typed = questions.map((one, index) => typedQuestion(one.kind, index + 1, one));
      const content = { ...aDraft(...typed), ...(intro && { intro }) };
      const block = ownBlockSchema.parse(aBlock(content));
      const again = draftOf(block, 7);
      expect(again.questions.every(({ is }) => is === 'typed')).toBe(true);
      expect(aBlock(again)).toEqual(block);
    }),
  );
});

test('a question of another owner stays locked in the next version', () => {
  const taken = {
    is: 'taken' as const,
    changed: 1,
    question: aBlock(aDraft(typedQuestion('single', 1, { code: 'own_x0102_4' }))).questions[0]!,
  };
  const block = aBlock(aDraft(taken, typedQuestion('text', 1)));
  expect(draftOf(block, 3).questions).toEqual([{ ...taken, changed: 3 }, expect.objectContaining({ is: 'typed' })]);
  expect(block.owner).toEqual(OWNER);
});
