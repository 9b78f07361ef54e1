import { CANNOT_SAY } from '../engine/answer.ts';
import type { BackgroundVariable } from '../engine/definition.ts';
import type { Question, QuestionOf } from '../engine/question.ts';
import { typeOf } from '../engine/question-types/index.ts';
import { findCode, type Survey } from '../engine/survey.ts';
import type { Text } from '../engine/text.ts';

/** One possible answer, in the order in which it stands. `label` null: it has no words of its own. */
export type OptionFacts = { code: string; label: Text | null; score: number | null };
/** Answers that stand together. A pair has two sets of the same codes, 'importance' and 'development'. */
export type OptionSet = { part: string; options: readonly OptionFacts[] };
/** Everything else that is set: `weight` says what a change of it amounts to. */
export type Setting = { name: string; value: unknown; weight: 'options' | 'wording' | 'none' };

/** What a comparison of versions looks at in a question or background variable, the same for every kind. */
export type ItemFacts = {
  code: string;
  kind: string;
  texts: readonly { part: string; text: Text }[];
  sets: readonly OptionSet[];
  /**
   * `steps` run from least to most; `choices` have an order but no more or less; `several` are binary one by
   * one; `numbers` have bands that only protect; `none` is not counted.
   */
  answers: 'steps' | 'choices' | 'several' | 'numbers' | 'none';
  settings: readonly Setting[];
};

/**
 * The facts of a question.
 *
 * @example questionFacts(survey, jobInField).sets[0].options.length // 6
 */
export function questionFacts(survey: Survey, question: Question): ItemFacts {
  const texts = [part('text', question.text), part('hint', 'hint' in question ? question.hint : undefined)].flat();
  const own = ownFacts(survey, question);
  const marks = question.kind === 'info' ? [] : marksOf(question);
  return {
    code: question.code,
    kind: question.kind,
    answers: own.answers,
    sets: own.sets ?? [],
    texts: [...texts, ...(own.texts ?? [])],
    settings: [...(own.settings ?? []), ...marks],
  };
}

/** The facts of a background variable, which nobody is asked. */
export function variableFacts(survey: Survey, variable: BackgroundVariable): ItemFacts {
  const common = {
    code: variable.code,
    kind: variable.kind,
    texts: part('label', variable.label),
    answers: 'choices' as const,
  };
  switch (variable.kind) {
    case 'codelist':
      return {
        ...common,
        sets: [],
        settings: [set('column', variable.column, 'none'), set('list', variable.list, 'options')],
      };
    case 'category':
      return {
        ...common,
        sets: [labelled('', variable.categories)],
        settings: [set('column', variable.column, 'none'), set('missing', variable.missing, 'none')],
      };
    case 'age_band':
      return {
        ...common,
        sets: [labelled('', variable.bands)],
        settings: [limitsOf(variable.bands), set('missing', variable.missing, 'none')],
      };
    default:
      return variable satisfies never;
  }
}

type Own = Pick<ItemFacts, 'answers'> & Partial<Pick<ItemFacts, 'texts' | 'sets' | 'settings'>>;

function ownFacts(survey: Survey, question: Question): Own {
  switch (question.kind) {
    case 'single':
      return { answers: 'choices', sets: [labelled('', question.options)] };
    case 'multiple':
      return { answers: 'several', sets: [labelled('', question.options)], settings: choiceRules(question) };
    case 'scale':
      return { answers: 'steps', ...stepFacts(survey, '', question) };
    case 'pair':
      return pairFacts(survey, question);
    case 'number':
      return {
        answers: 'numbers',
        texts: part('unit', question.unit),
        sets: [labelled('', question.bands)],
        settings: numberRules(question),
      };
    case 'year_month':
      return {
        answers: 'numbers',
        sets: [labelled('', question.bands)],
        settings: [
          set('fromYear', question.fromYear, 'wording'),
          set('toYear', question.toYear, 'wording'),
          limitsOf(question.bands),
        ],
      };
    case 'codelist':
      return listFacts(survey, question);
    case 'nps':
      return {
        answers: 'steps',
        texts: [...part('low', question.low), ...part('high', question.high)],
        sets: [
          {
            part: '',
            options: categoriesOf(survey, question).map((code) => ({ code, label: null, score: Number(code) })),
          },
        ],
      };
    case 'text':
      return { answers: 'none', settings: [set('maxLength', question.maxLength, 'none')] };
    case 'info':
      return { answers: 'none' };
    default:
      return question satisfies never;
  }
}

type OnScale = { scale: string; cannotSay?: Text | undefined };

function stepFacts(survey: Survey, name: string, on: OnScale): Required<Pick<Own, 'texts' | 'sets' | 'settings'>> {
  const options = survey.scales.get(on.scale)?.options ?? [];
  const prefix = name === '' ? '' : `${name}.`;
  return {
    texts: part(`${prefix}${CANNOT_SAY}`, on.cannotSay),
    sets: [{ part: name, options: options.map(({ code, label, score }) => ({ code, label, score })) }],
    // Where "cannot say" comes or goes, other people give one of the steps.
    settings: [set(`${prefix}cannotSay`, on.cannotSay !== undefined, 'options')],
  };
}

function pairFacts(survey: Survey, question: QuestionOf<'pair'>): Own {
  const parts = (['importance', 'development'] as const).map((name) => ({
    words: part(`${name}.text`, question[name].text),
    steps: stepFacts(survey, name, question[name]),
  }));
  return {
    answers: 'steps',
    texts: parts.flatMap(({ words, steps }) => [...words, ...steps.texts]),
    sets: parts.flatMap(({ steps }) => steps.sets),
    settings: parts.flatMap(({ steps }) => steps.settings),
  };
}

function listFacts(survey: Survey, question: QuestionOf<'codelist'>): Own {
  const list = survey.lists.get(question.list);
  const labelOf = (code: string) =>
    (list?.groups?.find((group) => group.code === code) ?? (list ? findCode(list, code) : undefined))?.label ?? null;
  const grouped = question.resultsBy === 'group' ? (list?.codes ?? []) : [];
  return {
    answers: 'choices',
    sets: [
      {
        part: '',
        options: categoriesOf(survey, question).map((code) => ({ code, label: labelOf(code), score: null })),
      },
    ],
    settings: [
      set('list', question.list, 'options'),
      set('resultsBy', question.resultsBy, 'options'),
      set('groups', Object.fromEntries(grouped.map(({ code, group }) => [code, group ?? code])), 'options'),
    ],
  };
}

/** The categories that figures are by, as the question's type declares them. */
function categoriesOf(survey: Survey, question: Question): readonly string[] {
  const aggregation = typeOf(question).aggregate(survey, question);
  return aggregation.kind === 'categories' ? aggregation.categories : [];
}

function choiceRules({ max, options }: QuestionOf<'multiple'>): Setting[] {
  const exclusive = options.filter((option) => option.exclusive).map(({ code }) => code);
  return [set('max', max ?? null, 'options'), set('exclusive', exclusive.toSorted(), 'options')];
}

function numberRules(question: QuestionOf<'number'>): Setting[] {
  const { min, max, decimals, plausible, roundTo, bands } = question;
  return [
    ...Object.entries({ min, max, decimals }).map(([name, value]) => set(name, value, 'wording')),
    ...Object.entries({ plausible, roundTo }).map(([name, value]) => set(name, value, 'none')),
    limitsOf(bands),
  ];
}

function limitsOf(bands: readonly { code: string; from: number; below: number }[]): Setting {
  return set('limits', Object.fromEntries(bands.map(({ code, from, below }) => [code, [from, below]])), 'options');
}

function marksOf(question: Exclude<Question, { kind: 'info' }>): Setting[] {
  const { funding, sensitive, background } = question;
  return Object.entries({ funding, sensitive, background }).map(([name, value]) => set(name, value ?? null, 'none'));
}

function labelled(name: string, options: readonly { code: string; label: Text }[]): OptionSet {
  return { part: name, options: options.map(({ code, label }) => ({ code, label, score: null })) };
}

function part(name: string, text: Text | undefined): { part: string; text: Text }[] {
  return text ? [{ part: name, text }] : [];
}

function set(name: string, value: unknown, weight: Setting['weight']): Setting {
  return { name, value, weight };
}
