import type { Aggregation } from '../../../server/engine/aggregation.ts';
import type { Answers, AnswerValue } from '../../../server/engine/answer.ts';
import type { SurveyDefinition } from '../../../server/engine/definition.ts';
import { definitionSchema } from '../../../server/engine/definition.ts';
import { typeOf } from '../../../server/engine/question-types/index.ts';
import { compileSurvey, type Survey } from '../../../server/engine/survey.ts';
import { walk } from '../../../server/engine/walk.ts';
import { words } from '../words.ts';

/** A degree of a small nation, and what its people answered. */
export type SmallDegree = {
  institution: string;
  degree: string;
  field: string;
  target: number;
  answers: readonly Answers[];
  /** Values of the nation's splits, person by person. */
  values?: readonly (readonly string[])[];
};
export type SmallNation = {
  survey: Survey;
  aggregations: ReadonlyMap<string, Aggregation>;
  degrees: readonly SmallDegree[];
  splits: readonly string[];
};

/** The split values of a person of a degree. */
export function valuesOf(
  { splits }: Pick<SmallNation, 'splits'>,
  { values }: SmallDegree,
  person: number,
): readonly string[] {
  return values?.[person] ?? splits.map(() => '');
}

const options = (...codes: string[]) => codes.map((code) => ({ code, label: words(code) }));
const steps = ['1', '2', '3', '4'];
const onScale = { text: words('part'), scale: 'steps', cannotSay: words('cannot say') };
const bands = [0, 1000, 2000, 3000, 4000].map((from) => ({
  code: `b${from}`,
  label: words(String(from)),
  from,
  below: from + 1000,
}));

/** Every type of rule: routing, routing in routing, sensitive, several choices, pairs, numbers. */
const definition: SurveyDefinition = definitionSchema.parse({
  format: 1,
  survey: 'small',
  version: 1,
  published: null,
  title: words('Small'),
  minutes: { from: 1, to: 2 },
  scales: [{ code: 'steps', options: steps.map((code) => ({ code, score: Number(code), label: words(code) })) }],
  background: [],
  pages: [
    {
      code: 'first',
      title: words('First'),
      questions: [
        { kind: 'single', code: 'status', text: words('status'), options: options('work', 'study', 'other') },
        { kind: 'scale', code: 'support', text: words('support'), scale: 'steps', cannotSay: words('cannot say') },
        { kind: 'multiple', code: 'channels', text: words('channels'), options: options('web', 'friend', 'fair') },
      ],
    },
    {
      code: 'job',
      title: words('Job'),
      showIf: { kind: 'any_of', question: 'status', options: ['work'] },
      questions: [
        { kind: 'scale', code: 'match', text: words('match'), scale: 'steps' },
        {
          kind: 'number',
          code: 'pay',
          text: words('pay'),
          sensitive: true,
          unit: words('euros'),
          min: 0,
          max: 4999,
          decimals: 0,
          plausible: { from: 0, to: 4999 },
          roundTo: 50,
          bands,
        },
      ],
    },
    {
      code: 'more',
      title: words('More'),
      questions: [
        {
          kind: 'single',
          code: 'reason',
          text: words('reason'),
          options: options('health', 'wish', 'chance'),
          showIf: { kind: 'at_most', question: 'match', value: 2 },
        },
        {
          kind: 'scale',
          code: 'fair_use',
          text: words('use'),
          scale: 'steps',
          showIf: { kind: 'any_of', question: 'channels', options: ['fair'] },
        },
        { kind: 'pair', code: 'skill', text: words('skill'), importance: onScale, development: onScale },
        {
          kind: 'single',
          code: 'health',
          text: words('health'),
          sensitive: true,
          options: options('good', 'fair', 'poor', 'none'),
        },
        { kind: 'nps', code: 'recommend', text: words('recommend'), low: words('low'), high: words('high') },
      ],
    },
  ],
});

/**
 * A small nation out of a seed: degrees with the given numbers of respondents, each with a mood of
 * its own (how alike its people answer), so that all kinds of cells arise. `silence`: the chance
 * that a question is left out; 0 makes the sharpest attacks.
 */
export function smallNation(
  sizes: readonly { field: string; n: number }[],
  seed: number,
  silence: number,
  splits: readonly string[] = [],
): SmallNation {
  const survey = compileSurvey(definition, new Map());
  const draw = drawFrom(seed);
  const degrees = sizes.map(({ field, n }, index): SmallDegree => {
    const mood = { alike: [0, 0.5, 0.8, 0.95, 1][Math.floor(draw() * 5)] ?? 0, favourite: draw() };
    return {
      institution: `i${index % 3}`,
      degree: `d${index}`,
      field,
      target: n + Math.floor(draw() * 10),
      answers: Array.from({ length: n }, () => answersOf(survey, draw, mood, silence)),
      values: Array.from({ length: n }, () => splits.map(() => (draw() < 0.6 ? 'f' : draw() < 0.8 ? 'm' : 'u'))),
    };
  });
  const aggregations = new Map(
    [...survey.questions.values()].map((question) => [question.code, typeOf(question).aggregate(survey, question)]),
  );
  return { survey, aggregations, degrees, splits };
}

type Mood = { alike: number; favourite: number };

function answersOf(survey: Survey, draw: () => number, mood: Mood, silence: number): Answers {
  const place = (size: number): number => Math.floor((draw() < mood.alike ? mood.favourite : draw()) * size);
  const one = (codes: readonly string[]): string => codes[place(codes.length)] ?? '';
  const said: Record<string, AnswerValue> = {
    status: one(['work', 'work', 'study', 'other']),
    support: one(['_dk', ...steps]),
    channels: ['web', 'friend', 'fair'].filter((_code, index) => index === place(3) || draw() < 0.2),
    match: one(steps),
    pay: place(50) * 100,
    reason: one(['health', 'wish', 'chance']),
    fair_use: one(steps),
    skill: { importance: one(['_dk', ...steps]), development: one([...steps, '_dk']) },
    health: one(['good', 'fair', 'poor', 'none']),
    recommend: String(place(11)),
  };
  if (Array.isArray(said.channels) && said.channels.length === 0) said.channels = ['web'];
  for (const code of Object.keys(said)) if (draw() < silence) delete said[code];
  return walk(survey, said, {}).relevantAnswers;
}

/** Park and Miller's generator: whole numbers, the same on every machine. */
function drawFrom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
