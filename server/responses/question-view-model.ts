import { CANNOT_SAY, type AnswerValue } from '../engine/answer.ts';
import type { Question, QuestionOf } from '../engine/question.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import { scaleOf, type Survey } from '../engine/survey.ts';
import type { Language, Text } from '../engine/text.ts';
import { codelistView, type SearchView, type SelectView } from './codelist-view-model.ts';
import { monthNames } from './dates.ts';
import type { ChoiceList, OptionView } from './option-view.ts';
import { cardId, inputId, storedValues, typedValues, type FieldValues } from './question-fields.ts';
import { TEXTS } from './texts/index.ts';

export type StepView = OptionView & { word: string | null };
export type ScaleView = {
  name: string;
  text: string;
  /** Which skill the scale is about, for those who jump from control to control. */
  about: string | null;
  low: string;
  high: string;
  steps: readonly StepView[];
  cannotSay: OptionView | null;
};
type Base = {
  id: string;
  code: string;
  text: string;
  hint: string | null;
  errors: readonly string[];
  /** Whether the button that clears the answer is offered. */
  clear: boolean;
};
export type QuestionView =
  | (Base & { kind: 'info' })
  | (Base & { kind: 'options'; several: boolean; options: readonly OptionView[] })
  | (Base & { kind: 'scale' | 'nps'; scale: ScaleView })
  | (Base & { kind: 'pair'; scales: readonly ScaleView[] })
  | (Base & { kind: 'number'; input: { id: string; value: string; mode: 'numeric' | 'decimal' }; unit: string })
  | (Base & { kind: 'text'; input: { id: string; value: string }; most: number })
  | (Base & { kind: 'lists'; lists: readonly ChoiceList[] })
  | (Base & SelectView)
  | (Base & SearchView);

export type QuestionFacts = {
  survey: Survey;
  language: Language;
  /** Lists offer the codes of this day, under its names. */
  day: string;
  stored: AnswerValue | undefined;
  /** The posted form when the page is shown again; else null. */
  typed: RawForm | null;
  errors: readonly string[];
};

// A question that nobody has answered looks the same to everyone. Kept by the scales of its survey, which a
// survey filled in for a person shares, and by the question itself, which then is another where its text is.
const unanswered = new WeakMap<Survey['scales'], WeakMap<Question, Map<string, QuestionView>>>();

const shownToAll = new WeakSet<QuestionView>();

/** Whether everyone who has not answered the question is shown this very view of it. */
export function isShownToAll(view: QuestionView): boolean {
  return shownToAll.has(view);
}

/** What the page prints of one question. */
export function toQuestionView(question: Question, facts: QuestionFacts): QuestionView {
  const { survey, stored, typed, errors } = facts;
  if (stored !== undefined || typed || errors.length > 0) return makeView(question, facts);
  const key = `${facts.language} ${facts.day}`;
  const known = unanswered.get(survey.scales)?.get(question)?.get(key);
  if (known) return known;
  const ofSurvey = unanswered.get(survey.scales) ?? new WeakMap<Question, Map<string, QuestionView>>();
  unanswered.set(survey.scales, ofSurvey);
  const ofQuestion = ofSurvey.get(question) ?? new Map<string, QuestionView>();
  ofSurvey.set(question, ofQuestion);
  const view = makeView(question, facts);
  ofQuestion.set(key, view);
  shownToAll.add(view);
  return view;
}

function makeView(question: Question, facts: QuestionFacts): QuestionView {
  const { language, stored, typed, errors } = facts;
  const values = typed ? typedValues(question, typed) : storedValues(question, stored, language);
  const hasRadios = ['single', 'scale', 'pair', 'nps'].includes(question.kind);
  const base = {
    id: cardId(question.code),
    code: question.code,
    text: question.text[language],
    hint: hintOf(question, language),
    errors,
    clear: hasRadios && stored !== undefined,
  };
  switch (question.kind) {
    case 'info':
      return { ...base, kind: 'info' };
    case 'single':
    case 'multiple':
      return {
        ...base,
        kind: 'options',
        several: question.kind === 'multiple',
        options: optionsOf(question, values, language),
      };
    case 'scale':
      return {
        ...base,
        kind: 'scale',
        scale: scaleView(facts, { ...question, name: question.code, about: null }, values),
      };
    case 'pair':
      return { ...base, kind: 'pair', scales: pairScales(facts, question, values) };
    case 'nps':
      return { ...base, kind: 'nps', scale: npsScale(question, values, language) };
    case 'number': {
      const mode = question.decimals > 0 ? 'decimal' : 'numeric';
      return { ...base, kind: 'number', input: { ...inputOf(question, values), mode }, unit: question.unit[language] };
    }
    case 'text':
      return { ...base, kind: 'text', input: inputOf(question, values), most: question.maxLength };
    case 'year_month':
      return { ...base, kind: 'lists', lists: monthLists(question, values, language) };
    case 'codelist':
      return { ...base, ...codelistView(question, { ...facts, values }) };
    default:
      return question satisfies never;
  }
}

function isChosen(values: FieldValues, field: string, code: string): boolean {
  return values.get(field)?.includes(code) ?? false;
}

function inputOf(question: Question, values: FieldValues): { id: string; value: string } {
  return { id: inputId(question.code), value: values.get(question.code)?.at(-1) ?? '' };
}

function optionsOf(question: QuestionOf<'single' | 'multiple'>, values: FieldValues, language: Language): OptionView[] {
  return question.options.map(({ code, label }) => ({
    id: inputId(question.code, code),
    value: code,
    label: label[language],
    checked: isChosen(values, question.code, code),
  }));
}

type OnScale = { name: string; text: Text; scale: string; cannotSay?: Text | undefined; about: string | null };

function scaleView({ survey, language }: QuestionFacts, on: OnScale, values: FieldValues): ScaleView {
  const { options } = scaleOf(survey, on.scale);
  const steps = options.map(({ code, score, label }) => ({
    id: inputId(on.name, code),
    value: code,
    label: String(score),
    word: label[language],
    checked: isChosen(values, on.name, code),
  }));
  return {
    name: on.name,
    text: on.text[language],
    about: on.about,
    low: `${steps[0]?.label} = ${steps[0]?.word}`,
    high: `${steps.at(-1)?.label} = ${steps.at(-1)?.word}`,
    steps,
    cannotSay: on.cannotSay
      ? {
          id: inputId(on.name, CANNOT_SAY),
          value: CANNOT_SAY,
          label: on.cannotSay[language],
          checked: isChosen(values, on.name, CANNOT_SAY),
        }
      : null,
  };
}

function pairScales(facts: QuestionFacts, question: QuestionOf<'pair'>, values: FieldValues): ScaleView[] {
  const about = question.text[facts.language];
  return (['importance', 'development'] as const).map((part) =>
    scaleView(facts, { ...question[part], name: `${question.code}.${part}`, about }, values),
  );
}

function npsScale(question: QuestionOf<'nps'>, values: FieldValues, language: Language): ScaleView {
  const steps = Array.from({ length: 11 }, (_, step) => ({
    id: inputId(question.code, String(step)),
    value: String(step),
    label: String(step),
    word: null,
    checked: isChosen(values, question.code, String(step)),
  }));
  const [low, high] = [`0 = ${question.low[language]}`, `10 = ${question.high[language]}`];
  return { name: question.code, text: question.text[language], about: null, low, high, steps, cannotSay: null };
}

function monthLists(question: QuestionOf<'year_month'>, values: FieldValues, language: Language): ChoiceList[] {
  const t = TEXTS[language].part;
  const years = Array.from({ length: question.toYear - question.fromYear + 1 }, (_, index) =>
    String(question.toYear - index),
  );
  const listOfField = (part: 'month' | 'year', label: string, options: readonly (readonly [string, string])[]) => {
    const name = `${question.code}.${part}`;
    return {
      id: inputId(name),
      name,
      label,
      empty: t.choose,
      options: options.map(([value, text]) => ({
        id: inputId(name, value),
        value,
        label: text,
        checked: isChosen(values, name, value) || isChosen(values, name, value.padStart(2, '0')),
      })),
    };
  };
  const months = monthNames(language).map((month, index) => [String(index + 1), month] as const);
  return [
    listOfField('month', t.month, months),
    listOfField(
      'year',
      t.year,
      years.map((year) => [year, year] as const),
    ),
  ];
}

function hintOf(question: Question, language: Language): string | null {
  const t = TEXTS[language].part;
  const hints = question.kind === 'info' ? [] : [question.hint?.[language], ...extraHints(question, language)];
  const isReasonMissing = question.kind !== 'info' && question.sensitive && !question.hint;
  return [...hints, isReasonMissing ? t.sensitive : null].filter(Boolean).join(' ') || null;
}

function extraHints(question: Exclude<Question, { kind: 'info' }>, language: Language): (string | null)[] {
  const t = TEXTS[language].part;
  if (question.kind === 'text') {
    return [question.hint ? null : t.noNames, t.limit(new Intl.NumberFormat(language).format(question.maxLength))];
  }
  if (question.kind === 'multiple' && !question.hint) {
    return [question.max === undefined ? t.several : t.atMost(question.max)];
  }
  return [];
}
