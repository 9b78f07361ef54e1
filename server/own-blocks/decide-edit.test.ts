import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aBlock, aDraft, OWNER, ownSurvey, typedQuestion } from '../../test/support/build-own-block.ts';
import { words } from '../../test/support/words.ts';
import { decideEdit, type Edit, type EditFacts } from './decide-edit.ts';
import { draftCode, emptyQuestion, type DraftContent } from './draft.ts';
import { surveyParts } from './survey-parts.ts';

const five = [1, 2, 3, 4, 5].map((number) => typedQuestion('text', number));
const codes = (content: DraftContent) => content.questions.map(draftCode);
const code = (number: number) => `own_x0101_${number}`;

function facts(content: DraftContent, more: Partial<EditFacts> = {}): EditFacts {
  const usedCodes = new Set([...content.questions, ...content.removed].map(draftCode));
  const base = { owner: OWNER, parts: surveyParts(ownSurvey()), published: new Map(), takeable: new Map(), usedCodes };
  return { draft: { content, revision: 5 }, ...base, ...more };
}

function saved(content: DraftContent, edit: Edit, more: Partial<EditFacts> = {}): DraftContent {
  const decision = decideEdit(facts(content, more), edit);
  if (decision.kind !== 'save') throw new Error(`not saved: ${decision.kind}`);
  return decision.content;
}

describe('questions', () => {
  test('are moved, and stay where there is no further', () => {
    const content = aDraft(...five.slice(0, 3));
    expect(codes(saved(content, { kind: 'move', code: code(3), by: -1 }))).toEqual([1, 3, 2].map(code));
    expect(decideEdit(facts(content), { kind: 'move', code: code(1), by: -1 }).kind).toBe('nothing');
    expect(decideEdit(facts(content), { kind: 'move', code: code(9), by: 1 }).kind).toBe('nothing');
  });

  test('are removed and put back with everything that was typed', () => {
    const content = aDraft(...five);
    const without = saved(content, { kind: 'remove', code: code(2) });
    expect(codes(without)).toEqual([1, 3, 4, 5].map(code));
    const back = saved(without, { kind: 'restore', code: code(2) });
    expect(back.questions.at(-1)).toEqual(five[1]);
    expect(back.removed).toEqual([]);
  });

  test('are five at most, however they come', () => {
    const full = { ...aDraft(...five), removed: [typedQuestion('text', 6)] };
    const takeable = new Map(
      aBlock(aDraft(typedQuestion('text', 7, { code: 'own_x0102_1' }))).questions.map((one) => [one.code, one]),
    );
    for (const edit of [
      { kind: 'add', question: 'text' },
      { kind: 'restore', code: code(6) },
      { kind: 'take', code: 'own_x0102_1' },
    ] as const)
      expect(decideEdit(facts(full, { takeable }), edit)).toEqual({ kind: 'refused', why: 'full' });
  });

  test('a button pressed twice adds one', () => {
    const once = saved(aDraft(), { kind: 'add', question: 'single' });
    expect(decideEdit(facts(once), { kind: 'add', question: 'single' })).toEqual({ kind: 'nothing', code: code(1) });
    expect(codes(saved(once, { kind: 'add', question: 'text' }))).toEqual([1, 2].map(code));
  });

  test('of another owner keep code and content, and cannot be edited', () => {
    const [question] = aBlock(aDraft(typedQuestion('single', 7, { code: 'own_x0102_1' }))).questions;
    if (!question) throw new Error('no question');
    const takeable = new Map([[question.code, question]]);
    const content = saved(aDraft(), { kind: 'take', code: question.code }, { takeable });
    expect(content.questions).toEqual([{ is: 'taken', question, changed: 6 }]);
    const edit: Edit = { kind: 'question', code: question.code, typed: { text: words('x') }, revision: 9 };
    expect(decideEdit(facts(content), edit)).toEqual({ kind: 'refused', why: 'locked' });
    expect(decideEdit(facts(aDraft()), { kind: 'take', code: 'own_x0102_1' })).toEqual({
      kind: 'refused',
      why: 'gone',
    });
  });

  test('never vanish, whatever buttons are pressed in whatever order', () => {
    const button = fc.record({
      deed: fc.constantFrom('up', 'down', 'remove', 'restore'),
      at: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(button, { maxLength: 30 }), (buttons) => {
        let content = aDraft(...five);
        for (const { deed, at } of buttons) {
          const edit: Edit =
            deed === 'remove' || deed === 'restore'
              ? { kind: deed, code: code(at) }
              : { kind: 'move', code: code(at), by: deed === 'up' ? -1 : 1 };
          const decision = decideEdit(facts(content), edit);
          if (decision.kind === 'save') content = decision.content;
        }
        const all = [...content.questions, ...content.removed];
        expect(all.toSorted((a, b) => (draftCode(a) < draftCode(b) ? -1 : 1))).toEqual(five);
      }),
    );
  });
});

describe('saving a question', () => {
  const content = aDraft(typedQuestion('single', 1), typedQuestion('text', 2));
  const save = (text: string, revision: number): Edit => ({
    kind: 'question',
    code: code(1),
    typed: { text: words(text) },
    revision,
  });

  test('keeps what is not complete', () => {
    const typed = { text: { fi: 'Vain suomeksi', sv: '', en: '' }, options: [] };
    const next = saved(content, { kind: 'question', code: code(1), typed, revision: 5 });
    expect(next.questions[0]).toMatchObject({ ...typed, code: code(1), changed: 6 });
    expect(next.questions[1]).toEqual(content.questions[1]);
  });

  test('over what someone else saved meanwhile shows both, once the same part was changed', () => {
    const theirs = saved(content, save('theirs', 5));
    const decision = decideEdit(facts(theirs), save('mine', 4));
    expect(decision).toMatchObject({
      kind: 'question_conflict',
      mine: { text: words('mine') },
      theirs: { text: words('theirs') },
    });
    expect(decideEdit(facts(theirs), save('theirs', 4)).kind).toBe('nothing');
    const other: Edit = { kind: 'question', code: code(2), typed: { text: words('mine') }, revision: 4 };
    expect(saved(theirs, other).questions).toMatchObject([{ text: words('theirs') }, { text: words('mine') }]);
  });

  test('reaches a question that was removed meanwhile', () => {
    const removed = saved(content, { kind: 'remove', code: code(1) });
    expect(saved(removed, save('mine', 5)).removed).toMatchObject([{ text: words('mine') }]);
  });

  test('gives a new option a number that none ever had, not even in a published version', () => {
    const question = typedQuestion('single', 1, { options: typedQuestion('single', 1).options.slice(0, 2) });
    const published = new Map(aBlock(aDraft(typedQuestion('single', 1))).questions.map((one) => [one.code, one]));
    const options = [...question.options, { code: '', label: words('tram'), exclusive: false }];
    const edit: Edit = { kind: 'question', code: code(1), typed: { options }, revision: 5 };
    const [first] = saved(aDraft(question), edit, { published }).questions;
    expect(first).toMatchObject({ options: [{ code: '1' }, { code: '2' }, { code: '4' }], replaces: code(1) });
    const twice = [question.options[0], question.options[0]].flatMap((one) => (one ? [one] : []));
    const repeated = saved(aDraft(question), { ...edit, typed: { options: twice } }).questions[0];
    expect(repeated).toMatchObject({ options: [{ code: '1' }, { code: '3' }] });
  });
});

test('an introduction is saved, and shown beside another one that came first', () => {
  const content = saved(aDraft(emptyQuestion('text', code(1), 1)), {
    kind: 'intro',
    typed: words('theirs'),
    revision: 5,
  });
  expect(content.intro).toEqual(words('theirs'));
  const decision = decideEdit(facts(content), { kind: 'intro', typed: words('mine'), revision: 4 });
  expect(decision).toEqual({ kind: 'intro_conflict', mine: words('mine'), theirs: words('theirs') });
});
