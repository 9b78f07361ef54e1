import type { CodeLists } from '../../server/engine/code-list.ts';
import { definitionSchema, type SurveyDefinition, type SurveyDefinitionInput } from '../../server/engine/definition.ts';
import type { Question, QuestionKind, QuestionOf } from '../../server/engine/question.ts';
import { compileSurvey, type Survey } from '../../server/engine/survey.ts';
import type { Text } from '../../server/engine/text.ts';
import { testPages } from './build-pages.ts';
import { words } from './words.ts';

const AGREEMENT: readonly Text[] = [
  { fi: 'täysin eri mieltä', sv: 'helt av annan åsikt', en: 'fully disagree' },
  { fi: 'eri mieltä', sv: 'av annan åsikt', en: 'disagree' },
  { fi: 'hieman eri mieltä', sv: 'delvis av annan åsikt', en: 'somewhat disagree' },
  { fi: 'hieman samaa mieltä', sv: 'delvis av samma åsikt', en: 'somewhat agree' },
  { fi: 'samaa mieltä', sv: 'av samma åsikt', en: 'agree' },
  { fi: 'täysin samaa mieltä', sv: 'helt av samma åsikt', en: 'fully agree' },
];
const SATISFACTION: readonly Text[] = [
  { fi: 'erittäin tyytymätön', sv: 'mycket missnöjd', en: 'very dissatisfied' },
  { fi: 'tyytymätön', sv: 'missnöjd', en: 'dissatisfied' },
  { fi: 'hieman tyytymätön', sv: 'något missnöjd', en: 'slightly dissatisfied' },
  { fi: 'melko tyytyväinen', sv: 'ganska nöjd', en: 'slightly satisfied' },
  { fi: 'tyytyväinen', sv: 'nöjd', en: 'satisfied' },
  { fi: 'erittäin tyytyväinen', sv: 'mycket nöjd', en: 'very satisfied' },
];
const EXTENT: readonly Text[] = [
  { fi: 'ei lainkaan', sv: 'inte alls', en: 'not at all' },
  { fi: 'vain vähän', sv: 'obetydligt', en: 'only slightly' },
  { fi: 'vähän', sv: 'något', en: 'a little' },
  { fi: 'jonkin verran', sv: 'ganska mycket', en: 'somewhat' },
  { fi: 'paljon', sv: 'mycket', en: 'a lot' },
  { fi: 'erittäin paljon', sv: 'väldigt mycket', en: 'very much' },
];

/** Two invented lists: places in two groups and one outside them, and fields without groups. */
export const TEST_LISTS: CodeLists = new Map([
  [
    'places',
    {
      name: 'places',
      codes: [
        { code: 'P1', label: words('harbour'), group: 'coast' },
        { code: 'P2', label: words('island'), group: 'coast' },
        { code: 'P3', label: words('village'), group: 'inland' },
        { code: 'P9', label: words('abroad') },
      ],
      groups: [
        { code: 'inland', label: words('inland') },
        { code: 'coast', label: words('coast') },
      ],
    },
  ],
  [
    'fields',
    {
      name: 'fields',
      codes: [
        { code: '7', label: words('computing') },
        { code: '8', label: words('engineering') },
        { code: '11', label: words('health') },
      ],
    },
  ],
]);

/** A small survey with every type of question, routing by answers and by background, and a shuffled page. */
export function definitionInput(): SurveyDefinitionInput {
  // A copy, so that an edit of one definition is not seen by the next.
  return structuredClone<SurveyDefinitionInput>({
    format: 1,
    survey: 'test-career',
    version: 1,
    published: null,
    title: words('career'),
    minutes: { from: 3, to: 5 },
    scales: [
      scaleInput('agreement', AGREEMENT),
      scaleInput('satisfaction', SATISFACTION),
      scaleInput('extent', EXTENT),
    ],
    background: [
      { kind: 'codelist', code: 'field', label: words('field'), column: 'field', list: 'fields' },
      {
        kind: 'category',
        code: 'gender',
        label: words('gender'),
        column: 'gender',
        categories: [
          { code: 'man', label: words('man') },
          { code: 'woman', label: words('woman') },
        ],
        missing: 'missing',
      },
      {
        kind: 'age_band',
        code: 'age',
        label: words('age'),
        bands: [
          { code: 'young', label: words('under 30'), from: 15, below: 30 },
          { code: 'older', label: words('30 or more'), from: 30, below: 100 },
        ],
        missing: 'missing',
      },
    ],
    pages: testPages(),
  });
}

/** That definition, after an edit of a copy of its own. Throws when the edit breaks the schema. */
export function aDefinition(edit: (input: SurveyDefinitionInput) => void = () => {}): SurveyDefinition {
  const input = definitionInput();
  edit(input);
  return definitionSchema.parse(input);
}

/** That definition compiled, ready for the engine. */
export function aSurvey(
  edit: (input: SurveyDefinitionInput) => void = () => {},
  lists: CodeLists = TEST_LISTS,
): Survey {
  return compileSurvey(aDefinition(edit), lists);
}

/** The question of that code and kind. Throws when the survey has none. */
export function questionIn<K extends QuestionKind>(survey: Survey, kind: K, code: string): QuestionOf<K> {
  const question = survey.questions.get(code);
  if (!question || !isOfKind(question, kind)) throw new Error(`no ${kind} question "${code}"`);
  return question;
}

/** A question of a definition still to be parsed, found by its code, for edits. */
export function questionInput(input: SurveyDefinitionInput, code: string): Record<string, unknown> {
  const question = input.pages.flatMap((page) => page.questions).find((each) => each.code === code);
  if (!question) throw new Error(`no question "${code}"`);
  return question;
}

/** A scale whose codes and scores are 1, 2, 3 … */
export function scaleInput(code: string, labels: readonly Text[]): SurveyDefinitionInput['scales'][number] {
  return { code, options: labels.map((label, index) => ({ code: String(index + 1), score: index + 1, label })) };
}

function isOfKind<K extends QuestionKind>(question: Question, kind: K): question is QuestionOf<K> {
  return question.kind === kind;
}
