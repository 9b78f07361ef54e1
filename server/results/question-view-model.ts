import { itemsOf, type ReportDefinition } from '../../reports/report-definition.ts';
import { answeredText } from './view-model.ts';
import type { Question } from '../engine/question.ts';
import { scaleOf, type Survey } from '../engine/survey.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import { answersText, exactCellOf, withInterval } from './cell-texts.ts';
import type { DividedUnit, FigureContext, FigureTable, NamedGroup, TableCell, TableRow } from './figure.ts';
import { formatsOf } from './format-figures.ts';
import { groupContext } from './group-context.ts';
import { categoriesOf } from './item-labels.ts';
import { answersCell, countCell, gapCell, meanCell, point, shareCell, wordsCell } from './table-cells.ts';
import { textsOf, type ReportTexts } from './texts/index.ts';

export type QuestionView = {
  texts: ReportTexts;
  title: string;
  /** The question as it was asked, in every language; what it was asked of, for a pair. */
  wordings: readonly { language: Language; name: string; text: string; parts: readonly string[] }[];
  asked: string;
  groups: readonly AnsweredGroup[];
  tables: readonly FigureTable[];
  /** The same of the field, the institution and the nation by background. */
  divided: readonly { title: string; groups: readonly AnsweredGroup[]; tables: readonly FigureTable[] }[];
};

type AnsweredGroup = { name: string; answered: string };

export type QuestionFacts = {
  survey: Survey;
  question: Question;
  /** Who was asked, in words. */
  asked: string;
  groups: readonly NamedGroup[];
  divided: readonly DividedUnit[];
  language: Language;
  upperHalf: FigureContext['upperHalf'];
};

/** The questions that a report shows and that therefore have a page of their own. */
export function shownQuestions(survey: Survey, { headlines, sections }: ReportDefinition): string[] {
  const figures = sections.flatMap((section) => section.figures);
  const items = [...headlines.map(({ item }) => item), ...figures.flatMap(itemsOf)];
  return [...new Set(items)].filter((item) => survey.questions.has(item));
}

/** The ids of a question's cells in a release. */
export function cellIdsOf(survey: Survey, question: Question): string[] {
  const { code } = question;
  switch (question.kind) {
    case 'pair':
      return [code, `${code}.importance`, `${code}.development`];
    case 'multiple':
      return categoriesOf(survey, question, 'en').map((option) => `${code}/${option.code}`);
    case 'single':
    case 'scale':
    case 'codelist':
    case 'nps':
    case 'number':
    case 'year_month':
      return [code];
    case 'text':
    case 'info':
      return [];
    default:
      return question satisfies never;
  }
}

/** Everything that may be shown of one question: its words, who was asked, and the answers of each group. */
export function toQuestionView(facts: QuestionFacts): QuestionView {
  const { survey, question, asked, groups, language } = facts;
  const texts = textsOf(language);
  const answered = ({ name, shown }: NamedGroup): AnsweredGroup => ({
    name,
    answered: answeredText({ texts, format: formatsOf(language) }, shown.population),
  });
  return {
    texts,
    title: question.text[language],
    wordings: LANGUAGES.map((one) => ({
      language: one,
      name: NAMES[one],
      text: question.text[one],
      parts: question.kind === 'pair' ? [question.importance.text[one], question.development.text[one]] : [],
    })),
    asked,
    groups: groups.map(answered),
    tables: tablesOf(survey, question, columnsOf(facts, groups), texts),
    divided: facts.divided.map((unit) => ({
      title: unit.title,
      groups: unit.groups.map(answered),
      // The gap of a pair is not told of them.
      tables: tablesOf(survey, question, columnsOf(facts, unit.groups), texts).slice(0, PARTS_OF_PAIR),
    })),
  };
}

const PARTS_OF_PAIR = 2;

function columnsOf({ survey, language, upperHalf }: QuestionFacts, groups: readonly NamedGroup[]): Column[] {
  return groups.map(({ name, shown }) => ({
    name,
    context: { ...groupContext({ survey, language }, shown), upperHalf },
  }));
}

const NAMES: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

/** A group as its own cells: whatever it is, they are those of 'own' in its context. */
type Column = { name: string; context: FigureContext };

function tablesOf(survey: Survey, question: Question, columns: readonly Column[], texts: ReportTexts): FigureTable[] {
  const table = (caption: string, rows: readonly TableRow[]): FigureTable => ({
    caption: `${caption}. ${texts.intervalNote}`,
    columns: [texts.bars.category, ...columns.map(({ name }) => name)],
    bodies: [{ head: null, rows }],
  });
  const { distribution } = texts.question;
  if (question.kind === 'pair') {
    const part = (name: 'importance' | 'development') =>
      table(texts.dumbbell.columns[name], scaleRows(survey, columns, `${question.code}.${name}`, question[name].scale));
    const gap = table(texts.dumbbell.gap, [
      rowOf(columns, texts.dumbbell.gap, (context) => gapCell(context, 'own', question.code)),
      rowOf(columns, texts.n, (context) => answersCell(context, exactCellOf(context, 'own', question.code))),
    ]);
    return [part('importance'), part('development'), gap];
  }
  return [table(distribution, rowsOf(survey, question, columns))];
}

function rowOf(columns: readonly Column[], head: string, cellFor: (context: FigureContext) => TableCell): TableRow {
  return { head, cells: columns.map(({ context }) => cellFor(context)) };
}

function rowsOf(survey: Survey, question: Question, columns: readonly Column[]): TableRow[] {
  const { code } = question;
  const [first] = columns;
  if (!first) return [];
  const { texts, language, format } = first.context;
  const answers = rowOf(columns, texts.n, (context) => answersCell(context, exactCellOf(context, 'own', code)));
  switch (question.kind) {
    case 'multiple':
      return categoriesOf(survey, question, language).map((option) =>
        rowOf(columns, option.label, (context) => optionCell(context, `${code}/${option.code}`, option.code)),
      );
    case 'scale':
      return scaleRows(survey, columns, code, question.scale);
    case 'single':
    case 'codelist':
      return [...shareRows(columns, code, categoriesOf(survey, question, language)), answers];
    case 'nps': {
      const scores = Array.from({ length: 11 }, (_, score) => ({ code: String(score), label: String(score) }));
      const score = rowOf(columns, texts.bars.nps.score, (context) => npsCell(context, code));
      return [...shareRows(columns, code, scores), score, answers];
    }
    case 'number':
    case 'year_month': {
      const print = (value: number) =>
        question.kind === 'number'
          ? `${format.amount(value, question.roundTo)} ${question.unit[language]}`
          : format.quarter(value);
      const { lower, median, upper } = texts.quartiles;
      const of = (head: string, measure: 'quartile1' | 'median' | 'quartile3') =>
        rowOf(columns, head, (context) => numberCell(context, code, measure, print));
      return [of(lower, 'quartile1'), of(median, 'median'), of(upper, 'quartile3'), answers];
    }
    case 'pair':
    case 'text':
    case 'info':
      return [];
    default:
      return question satisfies never;
  }
}

function scaleRows(survey: Survey, columns: readonly Column[], cell: string, scale: string): TableRow[] {
  const [first] = columns;
  if (!first) return [];
  const { texts, language } = first.context;
  const steps = scaleOf(survey, scale).options.map(({ code, label }) => ({ code, label: label[language] }));
  const cannotSay = (context: FigureContext) => exactCellOf(context, 'own', cell)?.cannotSay ?? null;
  const isOffered = columns.some(({ context }) => cannotSay(context) !== null);
  return [
    ...shareRows(columns, cell, steps),
    rowOf(columns, texts.mean, (context) => meanCell(context, 'own', cell)),
    ...(isOffered ? [rowOf(columns, texts.cannotSay, (context) => countCell(context, cannotSay(context)))] : []),
    rowOf(columns, texts.n, (context) => answersCell(context, exactCellOf(context, 'own', cell))),
  ];
}

function shareRows(
  columns: readonly Column[],
  cell: string,
  categories: readonly { code: string; label: string }[],
): TableRow[] {
  return categories.map(({ code, label }) =>
    rowOf(columns, label, (context) => shareCell(context, 'own', cell, [code])),
  );
}

/** An option of several has a cell of its own, with its own number of answers. */
function optionCell(context: FigureContext, cell: string, code: string): TableCell {
  const share = shareCell(context, 'own', cell, [code]);
  const exact = exactCellOf(context, 'own', cell);
  return exact ? { ...share, text: `${share.text}, n ${answersText(context, exact)}` } : share;
}

function npsCell(context: FigureContext, cell: string): TableCell {
  const score = exactCellOf(context, 'own', cell)?.measures.nps;
  if (!score) return wordsCell(context.texts.hidden);
  const text = withInterval(context.format.points(score.value), context.format.pointsInterval(score));
  return { text, figure: score, unit: 'points' };
}

function numberCell(
  context: FigureContext,
  cell: string,
  measure: 'quartile1' | 'median' | 'quartile3',
  print: (value: number) => string,
): TableCell {
  const figure = exactCellOf(context, 'own', cell)?.measures[measure];
  if (!figure) return wordsCell(context.texts.hidden);
  return { text: print(figure.value), figure: point(figure.value), unit: 'amount' };
}
