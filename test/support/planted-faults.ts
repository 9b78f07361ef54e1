import type { SurveyDefinition } from '../../server/engine/definition.ts';
import type { Severity } from '../../server/engine/finding.ts';
import type { Text } from '../../server/engine/text.ts';
import { open, type Fault } from './fault.ts';
import { MORE_FAULTS } from './planted-faults-of-structure.ts';

/** The words of a question, to be changed. */
function wordsOf(definition: SurveyDefinition, code: string): Text {
  return definition.pages.flatMap((page) => page.questions).find((each) => each.code === code)?.text ?? never(code);
}

function never(code: string): never {
  throw new Error(`no question "${code}"`);
}

const reworded =
  (code: string, words: Partial<Text>): Fault['plant'] =>
  (definition) => {
    Object.assign(wordsOf(definition, code), words);
  };

const stepReworded =
  (scale: number, step: number, words: Partial<Text>): Fault['plant'] =>
  ({ scales }) => {
    Object.assign(scales[scale]?.options[step]?.label ?? never('step'), words);
  };

const text = (
  name: string,
  question: string,
  words: Partial<Text>,
  rule: string,
  severity: Severity = 'error',
): Fault => ({
  name,
  plant: reworded(question, words),
  at: { question, inside: `text.${Object.keys(words)[0] ?? ''}` },
  rule,
  severity,
});

const LONG = Array.from({ length: 26 }, () => 'arbete').join(' ');

/** Mistakes of wording, of translation, of scales and of variables. */
const FAULTS_OF_WORDS: readonly Fault[] = [
  {
    name: 'the Swedish label of the fourth step that says the opposite, as it once went into production',
    plant: stepReworded(1, 3, { sv: 'ganska missnöjd' }),
    at: 'scales[1].options[3].label.sv',
    rule: 'label_direction',
    severity: 'error',
  },
  {
    name: 'an English scale that runs the other way',
    plant: ({ scales }) => {
      const options = scales[0]?.options ?? [];
      const words = options.map(({ label }) => label.en).toReversed();
      options.forEach(({ label }, index) => (label.en = words[index] ?? ''));
    },
    at: 'scales[0].options[3].label.en',
    rule: 'label_order',
    severity: 'error',
  },
  {
    name: 'a scale without its upper end',
    plant: ({ scales }) => void scales[1]?.options.pop(),
    at: 'scales[1].options[4].label.fi',
    rule: 'scale_end_missing',
    severity: 'error',
  },
  {
    name: 'a scale without its lower half',
    plant: ({ scales }) => void scales[1]?.options.splice(0, 3),
    at: 'scales[1].options[0].label.fi',
    rule: 'scale_end_missing',
    severity: 'error',
  },
  {
    name: 'more steps above the middle than below',
    plant: ({ scales }) => void scales[1]?.options.splice(1, 1),
    at: 'scales[1].options',
    rule: 'scale_unbalanced',
    severity: 'advice',
  },
  {
    name: '"cannot say" as a step of a scale',
    plant: stepReworded(2, 0, { en: 'I don’t know' }),
    at: 'scales[2].options[0].label.en',
    rule: 'cannot_say_in_scale',
    severity: 'error',
  },
  {
    name: 'a step without words in one language',
    plant: stepReworded(2, 4, { sv: '' }),
    at: 'scales[2].options',
    rule: 'scale_length',
    severity: 'error',
  },
  {
    name: 'two steps with the same words',
    plant: stepReworded(2, 4, { en: 'quite a lot' }),
    at: 'scales[2].options[4].label.en',
    rule: 'same_label',
    severity: 'error',
  },
  {
    name: 'swapped ends of the recommendation in one language',
    plant: (definition) => {
      const question = open(definition, 'would_recommend');
      Object.assign(question, {
        low: { ...(question['low'] as Text), sv: 'mycket sannolikt' }, // a text by the schema
        high: { ...(question['high'] as Text), sv: 'inte alls sannolikt' },
      });
    },
    at: { question: 'would_recommend', inside: 'low.sv' },
    rule: 'ends_swapped',
    severity: 'error',
  },
  text('a blank translation', 'career_path', { sv: '\u200b ' }, 'missing_translation'),
  text(
    'a calendar year',
    'degree_satisfaction',
    { fi: 'Kuinka tyytyväinen tai tyytymätön olet vuonna 2019 suorittamaasi tutkintoon?' },
    'calendar_year',
  ),
  text('a sentence of 26 words', 'career_path', { sv: `${LONG}?` }, 'long_sentence'),
  text(
    'a number that differs in one language',
    'open_wishes',
    { en: 'Name 3 things that you would change.' },
    'numbers_differ',
  ),
  text(
    'two objects in one judgement',
    'degree_valued',
    { fi: 'Työnantajat ja asiakkaat arvostavat tutkintoani.' },
    'double_barrelled',
    'advice',
  ),
  text(
    'the same in Swedish',
    'degree_valued',
    { sv: 'Arbetsgivarna samt kunderna uppskattar min examen.' },
    'double_barrelled',
    'advice',
  ),
  text(
    'the same in English',
    'degree_valued',
    { en: 'Employers and customers value my degree.' },
    'double_barrelled',
    'advice',
  ),
  text('a leading question', 'career_path', { fi: 'Etkö olekin ollut koko ajan työssä?' }, 'leading_wording', 'advice'),
  text(
    'a leading question in English',
    'career_path',
    { en: 'Surely you have been in work all the time?' },
    'leading_wording',
    'advice',
  ),
  text(
    'a question that names one end of its scale',
    'degree_satisfaction',
    { sv: 'Hur nöjd är du med din examen?' },
    'one_sided_question',
    'advice',
  ),
  text(
    'a negation in all languages',
    'degree_valued',
    {
      fi: 'Työnantajat eivät arvosta tutkintoani.',
      sv: 'Arbetsgivarna uppskattar inte min examen.',
      en: 'Employers do not value my degree.',
    },
    'negation',
    'advice',
  ),
  text(
    'a translation that denies what the others say',
    'degree_valued',
    { sv: 'Arbetsgivarna uppskattar inte min examen.' },
    'negation_differs',
    'advice',
  ),
  text(
    'a variable that does not exist',
    'open_wishes',
    { fi: 'Mitä muuttaisit koulutuksessa {tutkinto}?' },
    'unknown_variable',
  ),
  text(
    'an answer of a question that does not exist',
    'open_wishes',
    { fi: 'Asut: {answer:home|kotona}.' },
    'unknown_variable',
  ),
  text('an answer without a fallback', 'open_wishes', { fi: 'Työsi: {answer:job_sector}.' }, 'fallback_missing'),
  text(
    'an answer that is given later',
    'main_activity',
    { fi: 'Työsi: {answer:job_sector|työ}.' },
    'variable_looks_ahead',
  ),
  text(
    'an answer of two parts',
    'open_wishes',
    { fi: 'Taitosi: {answer:skill_digital|taito}.' },
    'variable_of_wrong_kind',
  ),
  {
    name: 'a variable in one language only',
    plant: reworded('open_wishes', { fi: 'Mitä muuttaisit koulutuksessa {degree|tutkinto}?' }),
    at: { question: 'open_wishes', inside: 'text.en' },
    rule: 'variable_not_in_every_language',
    severity: 'error',
  },
  text('a brace that is not closed', 'open_wishes', { en: 'What would you change in {degree?' }, 'malformed_variable'),
  text(
    'a register variable without a fallback',
    'open_wishes',
    { fi: 'Tutkintosi on {degree}.', sv: 'Din examen är {degree}.', en: 'Your degree is {degree}.' },
    'fallback_advised',
    'advice',
  ),
  {
    name: 'a variable in a title',
    plant: ({ pages }) => {
      const title = pages[5]?.title;
      if (title) Object.assign(title, { fi: '{degree|a}', sv: '{degree|b}', en: '{degree|c}' });
    },
    at: 'pages[5].title.fi',
    rule: 'variable_not_allowed',
    severity: 'error',
  },
];

export const FAULTS: readonly Fault[] = [...FAULTS_OF_WORDS, ...MORE_FAULTS];
