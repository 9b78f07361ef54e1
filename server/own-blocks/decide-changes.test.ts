import { expect, test } from '@jest/globals';
import { aBlock, aDraft, typedQuestion } from '../../test/support/build-own-block.ts';
import { words } from '../../test/support/words.ts';
import { decideChanges } from './decide-changes.ts';

const one = typedQuestion('single', 1);
const two = typedQuestion('text', 2);
const before = aBlock(aDraft(one, two));
const changes = (after: ReturnType<typeof aBlock>) => {
  const { questions, ...rest } = decideChanges(before, after);
  return { rows: questions.map(({ kind, question }) => `${question.code} ${kind}`), ...rest };
};

test('the same block again changes nothing', () => {
  expect(changes({ ...before, version: 2 })).toMatchObject({ none: true, moved: false, intro: [] });
});

test('new, dropped, reworded and moved questions, each named', () => {
  const three = typedQuestion('text', 3);
  expect(changes(aBlock(aDraft(two, three)))).toMatchObject({
    rows: ['own_x0101_2 same', 'own_x0101_3 new', 'own_x0101_1 dropped'],
    none: false,
  });
  expect(changes(aBlock(aDraft(two, one)))).toMatchObject({ moved: true, none: false });
  const reworded = {
    ...one,
    options: one.options.map((option, at) => (at === 1 ? { ...option, label: words('coach') } : option)),
  };
  const { questions } = decideChanges(before, aBlock(aDraft(reworded, two)));
  expect(questions[0]).toMatchObject({ kind: 'changed', reordered: false });
  expect(questions[0]?.kind === 'changed' && questions[0].words).toEqual(
    (['fi', 'sv', 'en'] as const).map((language) => ({
      what: 'option',
      language,
      before: words('bus')[language],
      after: words('coach')[language],
    })),
  );
  const turned = decideChanges(before, aBlock(aDraft({ ...one, options: one.options.toReversed() }, two)));
  expect(turned.questions[0]).toMatchObject({ kind: 'changed', words: [], reordered: true });
});

test('a first version is all new', () => {
  expect(decideChanges(null, before)).toMatchObject({ none: false, moved: false });
});
