import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alone, aMap, related } from '../../test/support/build-maps.ts';
import { questionInput } from '../../test/support/build-definition.ts';
import { before, editing, later, optionsOf, scaleSteps, type Edit } from '../../test/support/compare-versions.ts';
import { words } from '../../test/support/words.ts';
import type { ComparabilityMap } from '../comparability/comparability-schema.ts';
import { diffDefinitions } from '../comparability/diff-definitions.ts';
import { LANGUAGES } from '../engine/text.ts';
import { askedInWords } from './asked-words.ts';
import { countByVerdict, undeclared } from './diff-selection.ts';
import { toDiffView, type DiffView } from './diff-view-model.ts';
import { anchorOf } from './item-view-model.ts';

const noEdit: Edit = () => {};

function shown(edit: Edit, more: { everything?: boolean; map?: ComparabilityMap; language?: 'fi' | 'sv' | 'en' } = {}) {
  const after = later(edit);
  const language = more.language ?? 'en';
  const diff = diffDefinitions(before, after, more.map);
  const view = toDiffView({
    diff,
    mapFile: more.map ? 'map.ts' : null,
    language,
    everything: more.everything ?? false,
    who: (side, conditions) => askedInWords(side === 'from' ? before : after, conditions, language),
  });
  return { diff, view };
}
const itemsOf = (view: DiffView) => view.sections.flatMap(({ items }) => items);
const item = (view: DiffView, id: string) => {
  const found = itemsOf(view).find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

/** Edits of every kind, to be mixed. */
const EDITS: readonly Edit[] = [
  (input) => scaleSteps(input, 'satisfaction').pop(),
  (input) => optionsOf(input, 'reasons').reverse(),
  editing('further', (question) => (question['max'] = 3)),
  editing('level', (question) => (question['text'] = words('another'))),
  editing('salary', (question) => (question['hint'] = words('before tax'))),
  (input) => {
    const [, work] = input.pages;
    if (work) work.showIf = { kind: 'any_of', question: 'activity', options: ['employed'] };
  },
  (input) => {
    input.pages.push({ code: 'last', title: words('last'), questions: input.pages[5]?.questions.splice(1, 1) ?? [] });
  },
  (input) => {
    const [now] = input.pages;
    if (now) now.intro = words('other words');
  },
  (input) => void input.background.splice(1, 1),
  (input) => (input.title = words('another career')),
];

describe('the page of a comparison', () => {
  test('without a change is empty, and with everything has every question', () => {
    const { view } = shown(noEdit);
    expect([view.isSame, view.sections, view.undeclared]).toEqual([true, [], []]);
    const whole = shown(noEdit, { everything: true });
    expect(itemsOf(whole.view)).toHaveLength(whole.diff.pages.flatMap(({ questions }) => questions).length + 3);
  });

  test('says whatever mixture of changes exactly as the difference does, in every language', () => {
    fc.assert(
      fc.property(fc.subarray([...EDITS]), fc.constantFrom(...LANGUAGES), (edits, language) => {
        const { view, diff } = shown((input) => edits.forEach((edit) => edit(input)), { everything: true, language });
        const all = [...diff.pages.flatMap(({ questions }) => questions), ...diff.background];
        const told = itemsOf(view).map(({ id, verdicts, trend }) => [id, verdicts.map(({ code }) => code), trend.kind]);
        expect(told).toEqual(all.map((one) => [anchorOf(one), [...one.verdicts], one.trend.kind]));
        expect(new Set(itemsOf(view).map(({ id }) => id)).size).toBe(all.length);
        expect(view.undeclared.map(({ href }) => href)).toEqual(undeclared(diff).map((one) => `#${anchorOf(one)}`));
        const counts = countByVerdict(diff.pages.flatMap(({ questions }) => questions));
        expect(Object.fromEntries(view.counts.map(({ code, count }) => [code, count]))).toEqual(
          Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
        );
        expect(view.isSame).toBe(edits.length === 0);
        expect(JSON.stringify(view)).not.toMatch(/undefined|NaN|\[object/);
      }),
    );
  });

  test('says who is asked in words, and links to the filter that changed', () => {
    const { view } = shown((input) => {
      EDITS[5]?.(input);
      scaleSteps(input, 'agreement').pop();
    });
    expect(item(view, 'q-place').asked).toEqual({
      was: 'if in question “what do you do en” you chose one of these: “employed en”, “entrepreneur en”',
      now: 'if in question “what do you do en” you chose option “employed en”',
      through: [],
    });
    expect(item(view, 'q-reasons').asked?.through).toEqual([{ href: '#q-level', label: 'the level fits en' }]);
  });

  test('shows options that moved, rules, a question that moved, and an introduction that changed around it', () => {
    const { view } = shown((input) => [1, 2, 6, 7].forEach((index) => EDITS[index]?.(input)));
    expect(item(view, 'q-reasons').options.map(({ code, verdicts }) => [code, verdicts])).toEqual([
      ['no_other', ['moved']],
      ['pay', ['moved']],
    ]);
    expect(item(view, 'q-reasons').hasMore).toBe(true);
    expect(item(view, 'q-further').settings).toEqual([{ name: 'at most', was: '2', now: '3' }]);
    expect(item(view, 'q-greetings').lines).toEqual(['Moved from the part “pay en”.']);
    expect(item(view, 'q-activity').lines).toHaveLength(1);
    const moved = view.parts.map(({ href, words: told }) => [href, told]);
    expect(moved).toContainEqual(['#part-last', '0 of 1 changed']);
    expect(moved).toContainEqual([null, '0 of 5 changed']);
  });

  test('keeps a dropped question apart from a new one of the same code', () => {
    const map = aMap(1, 2, {
      items: [alone('from', 'level'), alone('to', 'level'), related('satisfied', 'identical')],
    });
    const { view } = shown(noEdit, { map });
    expect(itemsOf(view).map(({ id, trend }) => [id, trend.words, trend.note])).toEqual(
      expect.arrayContaining([
        ['q-level', 'begins', 'level alone en'],
        ['q-level-dropped', 'ends', 'level alone en'],
      ]),
    );
  });

  test('tells another kind of question, and codes that changed', () => {
    const map = aMap(1, 2, { items: [related('recommend', 'broken', { to: 'recommend_scale' })] });
    const edit: Edit = (input) => {
      const question = questionInput(input, 'recommend');
      for (const key of Object.keys(question)) delete question[key];
      Object.assign(question, { kind: 'scale', code: 'recommend_scale', text: words('recommend'), scale: 'extent' });
      const pay = questionInput(input, 'salary');
      pay['showIf'] = undefined;
    };
    const found = item(shown(edit, { map }).view, 'q-recommend_scale');
    expect([found.code, found.settings[0], found.trend.words]).toEqual([
      'recommend → recommend_scale',
      { name: 'Kind of question', was: 'scale from 0 to 10', now: 'scale' },
      'breaks (not comparable)',
    ]);
  });
});
