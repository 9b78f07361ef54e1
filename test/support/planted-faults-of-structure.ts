import type { SurveyDefinition } from '../../server/engine/definition.ts';
import { open, type Fault } from './fault.ts';

const changed = (
  name: string,
  question: string,
  change: Record<string, unknown>,
  inside: string,
  rule: string,
): Fault => ({
  name,
  plant: (definition) => void Object.assign(open(definition, question), change),
  at: { question, inside },
  rule,
  severity: 'error',
});

const onPage = (name: string, page: number, change: Record<string, unknown>, at: string, rule: string): Fault => ({
  name,
  plant: ({ pages }) => void Object.assign(pages[page] ?? {}, change),
  at,
  rule,
  severity: 'error',
});

const whole = (name: string, plant: (definition: SurveyDefinition) => void, at: string, rule: string): Fault => ({
  name,
  plant,
  at,
  rule,
  severity: 'error',
});

function relabelled(code: string, option: number, label: string): Fault['plant'] {
  return (definition) => {
    const question = definition.pages.flatMap((page) => page.questions).find((each) => each.code === code);
    if (!question || !('options' in question)) throw new Error(`no options in "${code}"`);
    Object.assign(question.options[option]?.label ?? {}, { fi: label, sv: label, en: label });
  };
}

const answered = { kind: 'answered', question: 'main_activity' };
const studying = { kind: 'any_of', question: 'main_activity', options: ['studying'] };

/** Mistakes of routing, of codes and lists, of ranges and of the frame. */
export const MORE_FAULTS: readonly Fault[] = [
  onPage(
    'a page that nobody reaches',
    5,
    { showIf: { kind: 'all', conditions: [studying, { kind: 'not', condition: answered }] } },
    'pages[5].showIf',
    'unreachable_page',
  ),
  changed('a question that nobody sees', 'job_region', { showIf: studying }, 'showIf', 'never_visible'),
  onPage(
    'a condition that looks ahead, the half of a cycle',
    0,
    { showIf: { kind: 'answered', question: 'job_sector' } },
    'pages[0].showIf.question',
    'looks_ahead',
  ),
  onPage(
    'a condition on a question that does not exist',
    5,
    { showIf: { kind: 'answered', question: 'employer' } },
    'pages[5].showIf.question',
    'unknown_question',
  ),
  onPage(
    'a condition on a code that is not declared',
    5,
    { showIf: { kind: 'any_of', question: 'main_activity', options: ['retired'] } },
    'pages[5].showIf.options[0]',
    'unknown_option',
  ),
  onPage(
    'a code twice in a condition',
    5,
    { showIf: { kind: 'any_of', question: 'main_activity', options: ['studying', 'studying'] } },
    'pages[5].showIf.options[1]',
    'repeated_in_condition',
  ),
  onPage(
    'a background value that is not declared',
    5,
    { showIf: { kind: 'background', variable: 'gender', values: ['other'] } },
    'pages[5].showIf.values[0]',
    'unknown_background_value',
  ),
  changed(
    'a limit beyond the scale',
    'mismatch_reasons',
    { showIf: { kind: 'at_least', question: 'job_matches_level', value: 7 } },
    'showIf.value',
    'beyond_range',
  ),
  whole(
    'a scale that no question uses',
    ({ scales }) => void scales.push({ ...structuredClone(scales[0] ?? { options: [] }), code: 'spare' }),
    'scales[6]',
    'unused_scale',
  ),
  changed('a scale that does not exist', 'job_in_field', { scale: 'match_7' }, 'scale', 'unknown_scale'),
  changed('a list that does not exist', 'job_region', { list: 'municipalities' }, 'list', 'unknown_list'),
  changed('a code that is used already', 'job_region', { code: 'job_sector' }, '', 'duplicate_code'),
  changed('a reserved code', 'job_region', { code: 'degree' }, '', 'reserved_code'),
  changed('a code of an own question', 'open_wishes', { code: 'own_wishes' }, '', 'own_code'),
  whole(
    'two options with one code',
    (definition) => {
      const question = definition.pages[0]?.questions[0];
      if (question?.kind === 'single') Object.assign(question.options[1] ?? {}, { code: 'permanent_full_time' });
    },
    'pages[0].questions[0].options[1].code',
    'duplicate_code',
  ),
  {
    name: 'labels of options that overlap',
    plant: relabelled('unemployment_spells', 2, '1–2'),
    at: { question: 'unemployment_spells', inside: 'options[2].label.fi' },
    rule: 'ranges_overlap',
    severity: 'error',
  },
  {
    name: 'labels of options with a gap',
    plant: relabelled('work_experience', 2, '1–3'),
    at: { question: 'work_experience', inside: 'options[3].label.fi' },
    rule: 'ranges_gap',
    severity: 'advice',
  },
  whole(
    'bands that overlap',
    (definition) => {
      const bands = open(definition, 'pay')['bands'];
      if (Array.isArray(bands)) Object.assign(bands[2], { from: 2400 });
    },
    'pages[6].questions[0].bands[2].from',
    'band_overlap',
  ),
  whole(
    'bands with a gap',
    (definition) => {
      const bands = open(definition, 'pay')['bands'];
      if (Array.isArray(bands)) Object.assign(bands[2], { from: 2600 });
    },
    'pages[6].questions[0].bands[2].from',
    'band_gap',
  ),
  changed('more choices than there are', 'mismatch_reasons', { max: 12 }, 'max', 'max_above_options'),
  onPage('a page to shuffle on which nothing moves', 6, { shuffle: true }, 'pages[6].shuffle', 'nothing_to_shuffle'),
  whole(
    'minutes that nobody can keep',
    (definition) => void Object.assign(definition, { minutes: { from: 1, to: 2 } }),
    'minutes',
    'minutes_differ',
  ),
  whole(
    'minutes the wrong way round',
    (definition) => void Object.assign(definition, { minutes: { from: 14, to: 10 } }),
    'minutes.to',
    'empty_range',
  ),
];
