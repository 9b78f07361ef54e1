import { describe, expect, test } from '@jest/globals';
import { aSurvey, questionInput } from '../../test/support/build-definition.ts';
import { aMap, alone, recode, related, steps } from '../../test/support/build-maps.ts';
import { words } from '../../test/support/words.ts';
import type { SurveyDefinitionInput } from '../engine/definition.ts';
import { checkComparability } from './check-comparability.ts';
import type { ComparabilityMapInput } from './comparability-schema.ts';

type Item = ComparabilityMapInput['items'][number];
type Edit = (input: SurveyDefinitionInput) => void;

const before = aSurvey();
const later = (edit: Edit) => aSurvey((input) => ((input.version = 2), edit(input)));

/** A complete map of unchanged items, with other relations put in place of some. */
function mapWith(items: readonly Item[]) {
  const codes = [...before.questions.values()].filter(({ kind }) => kind !== 'info').map(({ code }) => code);
  const named = new Set(items.flatMap(({ from, to }) => [from, to]));
  const rest = codes.filter((code) => !named.has(code)).map((code) => related(code, 'identical'));
  const background = before.definition.background.map(({ code }) => related(code, 'identical'));
  return aMap(1, 2, { items: [...items, ...rest], background });
}
const rules = (edit: Edit, ...items: Item[]) =>
  checkComparability(before, later(edit), mapWith(items)).map(({ rule, place }) => `${rule} at ${place}`);

const nothing: Edit = () => {};
const question = (code: string, change: (question: Record<string, unknown>) => void): Edit => {
  return (input) => change(questionInput(input, code));
};
const scaleSteps = (input: SurveyDefinitionInput, code: string) =>
  input.scales.find((each) => each.code === code)?.options ?? [];
const reworded = question('satisfied', (each) => (each['text'] = words('another wording')));
const shorter: Edit = (input) => scaleSteps(input, 'satisfaction').splice(5);
const added: Edit = (input) => {
  (questionInput(input, 'reasons')['options'] as { code: string }[]).push({
    code: 'health',
    ...{ label: words('health') },
  });
};
const routed = question('satisfied', (each) => {
  each['showIf'] = { kind: 'any_of', question: 'activity', options: ['employed'] };
});
const employed = { kind: 'any_of' as const, question: 'activity', options: ['employed'] };
const recoded = (from: Record<string, string | null>, to: Record<string, string | null>) =>
  related('satisfied', 'recodable', { recode: recode(from, to) });
const SIX = steps({ low: 3, high: 3 });
const FIVE = steps({ low: 3, high: 2 });

test('a complete map of unchanged versions is sound', () => {
  expect(rules(nothing)).toEqual([]);
});

describe('what fits', () => {
  test.each<[string, Edit, Item]>([
    ['another wording as editorial', reworded, related('satisfied', 'editorial')],
    ['another wording as another concept', reworded, related('satisfied', 'concept_only')],
    ['another scale with a recode of both', shorter, recoded(SIX, FIVE)],
    ['another scale as broken', shorter, related('satisfied', 'broken')],
    [
      'other people, on the base of both',
      routed,
      related('satisfied', 'recodable', { base: { label: words('employed'), from: employed, to: null } }),
    ],
    ['other people as broken', routed, related('satisfied', 'broken')],
    [
      'another option of several, left out',
      added,
      related('reasons', 'recodable', {
        recode: recode(
          { pay: 'pay', place: 'place', no_other: 'no_other' },
          { pay: 'pay', place: 'place', no_other: 'no_other', health: null },
        ),
      }),
    ],
    ['nothing changed, and yet broken', nothing, related('satisfied', 'broken')],
  ])('%s', (_name, edit, item) => {
    expect(rules(edit, item)).toEqual([]);
  });

  test('a question under another code', () => {
    const edit = question('satisfied', (each) => (each['code'] = 'content'));
    expect(rules(edit, { ...related('satisfied', 'identical'), to: 'content' })).toEqual([]);
  });
});

describe('what is refused', () => {
  const at = 'items[0]';
  test.each<[string, Edit, Item, string[]]>([
    [
      'another wording as identical',
      reworded,
      related('satisfied', 'identical'),
      [`wording_undeclared at ${at}.match`],
    ],
    [
      'another scale as identical',
      shorter,
      related('satisfied', 'identical'),
      [`scale_without_mapping at ${at}.match`, `mean_across_scales at ${at}.match`],
    ],
    [
      'another scale as editorial',
      shorter,
      related('satisfied', 'editorial'),
      [`scale_without_mapping at ${at}.match`, `mean_across_scales at ${at}.match`],
    ],
    [
      'another scale, recodable but not said how',
      shorter,
      related('satisfied', 'recodable'),
      [`scale_without_mapping at ${at}`],
    ],
    ['other options as editorial', added, related('reasons', 'editorial'), [`scale_without_mapping at ${at}.match`]],
    ['other people as identical', routed, related('satisfied', 'identical'), [`base_undeclared at ${at}.match`]],
    ['other people as recodable without a base', routed, recoded(SIX, SIX), [`base_undeclared at ${at}.match`]],
    [
      'a base that selects others',
      routed,
      related('satisfied', 'recodable', { base: { label: words('x'), from: null, to: null } }),
      [`base_not_common at ${at}.base`],
    ],
    [
      'a common base as editorial',
      routed,
      related('satisfied', 'editorial', { base: { label: words('x'), from: employed, to: null } }),
      [`base_undeclared at ${at}.match`],
    ],
    [
      'a base where the same people are asked',
      nothing,
      related('satisfied', 'recodable', { base: { label: words('x'), from: employed, to: employed } }),
      [`base_unused at ${at}.base`],
    ],
    ['recodable for no reason', nothing, related('satisfied', 'recodable'), [`recode_missing at ${at}`]],
    [
      'a recode that is not used',
      nothing,
      related('satisfied', 'editorial', { recode: recode(SIX, SIX) }),
      [`recode_unused at ${at}.recode`],
    ],
    [
      'no match',
      nothing,
      { ...related('satisfied', 'identical'), match: undefined },
      [`match_missing at ${at}`, `note_missing at ${at}`],
    ],
    ['no note', reworded, related('satisfied', 'editorial', { note: undefined }), [`note_missing at ${at}`]],
    [
      'a blank note',
      reworded,
      related('satisfied', 'editorial', { note: { ...words('x'), sv: ' ' } }),
      [`missing_translation at ${at}.note.sv`],
    ],
    [
      'a recode that forgets a step',
      shorter,
      recoded({ '1': 'low', '2': 'low', '3': 'low', '4': 'high', '5': 'high' }, FIVE),
      [`recode_not_total at ${at}.recode.from`],
    ],
    [
      'a recode of a step that does not exist',
      shorter,
      recoded(SIX, SIX),
      [`recode_unknown_option at ${at}.recode.to["6"]`],
    ],
    [
      'a recode against the order',
      shorter,
      recoded({ ...SIX, '2': 'high' }, FIVE),
      [`recode_not_ordered at ${at}.recode.from`],
    ],
    [
      'a recode that leaves a step out',
      shorter,
      recoded({ ...SIX, '6': null }, FIVE),
      [`recode_leaves_out at ${at}.recode.from["6"]`],
    ],
    [
      'a scale stretched to a longer one',
      shorter,
      recoded(steps({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }), { '1': 'a', '2': 'b', '3': 'c', '4': 'e', '5': 'f' }),
      [`recode_not_onto at ${at}.recode.to`],
    ],
    [
      'two of several options in one class',
      added,
      related('reasons', 'recodable', {
        recode: recode({ pay: 'x', place: 'x', no_other: 'y' }, { pay: 'x', place: 'x', no_other: 'y', health: null }),
      }),
      [`recode_joins_choices at ${at}.recode.from`, `recode_joins_choices at ${at}.recode.to`],
    ],
    [
      'a recode of a number',
      nothing,
      related('staff', 'recodable', { recode: recode({ a: 'x' }, { b: 'y' }) }),
      [`not_recodable at ${at}.recode`],
    ],
    [
      'a class that does not exist',
      shorter,
      related('satisfied', 'recodable', { recode: { ...recode(SIX, FIVE), to: { ...FIVE, '5': 'top' } } }),
      [`recode_unknown_class at ${at}.recode.to["5"]`],
    ],
    [
      'an item declared apart under one code',
      nothing,
      alone('from', 'satisfied'),
      ['no_relation at items', `same_code_apart at ${at}`],
    ],
    ['an unknown item', nothing, alone('to', 'satisfaction'), [`unknown_item at ${at}.to`]],
    [
      'a text to read',
      nothing,
      related('welcome', 'identical'),
      [`no_answers at ${at}.from`, `no_answers at ${at}.to`],
    ],
    ['a relation of nothing', nothing, { ...alone('from', 'x'), from: null }, [`empty_relation at ${at}`]],
    [
      'a new question with a match',
      question('satisfied', (each) => (each['code'] = 'content')),
      alone('from', 'satisfied'),
      ['no_relation at items'],
    ],
  ])('%s', (_name, edit, item, expected) => {
    expect(rules(edit, item)).toEqual(expected);
  });

  test('a dropped question with a match', () => {
    const edit = question('satisfied', (each) => (each['code'] = 'content'));
    const found = rules(edit, { ...alone('from', 'satisfied'), match: 'broken' }, alone('to', 'content'));
    expect(found).toEqual(['alone_with_match at items[0].match']);
  });

  test('an item related twice', () => {
    expect(rules(nothing, related('satisfied', 'identical'), related('satisfied', 'identical'))).toEqual([
      'related_twice at items[1].from',
      'related_twice at items[1].to',
    ]);
  });

  test('another kind of question as recodable', () => {
    const edit: Edit = ({ pages }) => {
      const page = pages.find(({ code }) => code === 'studies');
      page?.questions.splice(0, 1, { kind: 'text', code: 'satisfied', text: words('how satisfied'), maxLength: 50 });
    };
    expect(rules(edit, related('satisfied', 'editorial'))).toContain('kind_changed at items[0].match');
  });

  test('items and background variables without a relation, by name and version', () => {
    const map = mapWith([]);
    const short = {
      ...map,
      items: map.items.filter(({ from }) => from !== 'level'),
      background: map.background.slice(1),
    };
    expect(checkComparability(before, later(nothing), short).map(({ message }) => message)).toEqual([
      'The question "level" of version 1 has no relation. Add one, with `to: null` if it was dropped.',
      'The question "level" of version 2 has no relation. Add one, with `from: null` if it is new.',
      'The background variable "field" of version 1 has no relation. Add one, with `to: null` if it was dropped.',
      'The background variable "field" of version 2 has no relation. Add one, with `from: null` if it is new.',
    ]);
  });

  test('what depends on a broken filter must be broken, too', () => {
    expect(rules(nothing, related('level', 'broken'))).toEqual([
      expect.stringMatching(/^base_undeclared at items\[\d+\]\.match$/),
    ]);
    expect(rules(nothing, related('level', 'broken'), related('reasons', 'broken'))).toEqual([]);
  });

  test('messages name the item', () => {
    const [finding] = checkComparability(before, later(shorter), mapWith([]));
    expect(finding?.message).toBe(
      'The scale of "satisfied" changed (6 options to 5 options). Declare recodable with a recode of both onto a common scale, or concept_only or broken.',
    );
  });
});
