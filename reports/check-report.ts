import type { Question } from '../server/engine/question.ts';
import type { Survey } from '../server/engine/survey.ts';
import { itemsOf, type FigureDefinition, type ReportDefinition } from './report-definition.ts';

/** What kinds of questions a figure shows. */
export const FIGURE_KINDS: Readonly<Record<FigureDefinition['kind'], readonly Question['kind'][]>> = {
  dumbbell: ['pair'],
  diverging: ['scale'],
  bars: ['single', 'multiple', 'scale', 'codelist', 'nps'],
  quartiles: ['number', 'year_month'],
};

/**
 * What is wrong with a report on these versions of its survey. Empty = nothing. `isWhole`: whether it must
 * speak of every question.
 */
export function checkReport(report: ReportDefinition, versions: readonly Survey[], isWhole = true): string[] {
  const figures = report.sections.flatMap((section) => section.figures);
  const shown = figures.flatMap(itemsOf);
  const named = [...shown, ...report.leftOut.map(({ item }) => item)];
  const everywhere = [...named, ...report.headlines.map(({ item }) => item), ...report.forGraduates];
  return [
    ...(versions.length === 0 ? [`no version of the survey "${report.survey}"`] : []),
    ...everywhere
      .filter((item) => !versions.some((survey) => survey.questions.has(item)))
      .map((item) => `no version asks "${item}"`),
    ...named.filter((item, index) => named.indexOf(item) !== index).map((item) => `"${item}" stands twice`),
    ...repeatedCodes(report),
    ...versions.flatMap((survey) => [
      ...(isWhole ? unmentioned(survey, named) : []),
      ...figures.flatMap((figure) => [...wrongKinds(figure, survey, report), ...severalScales(figure, survey)]),
      ...wrongHeadlines(report, survey),
      ...withoutPlace(report, survey),
    ]),
  ];
}

/** Codes become anchors of the page, so that one names one place. */
function repeatedCodes(report: ReportDefinition): string[] {
  const sections = report.sections.map((section) => section.code);
  const figures = report.sections
    .flatMap((section) => section.figures)
    .flatMap((figure) => ('code' in figure ? [figure.code, ...figure.items] : [figure.item]));
  const repeated = (codes: readonly string[]) => codes.filter((code, index) => codes.indexOf(code) !== index);
  return [...repeated(sections), ...repeated(figures)].map((code) => `code "${code}" stands twice`);
}

function unmentioned(survey: Survey, named: readonly string[]): string[] {
  return [...survey.questions.values()]
    .filter((question) => question.kind !== 'info' && !named.includes(question.code))
    .map((question) => `${survey.id}: "${question.code}" is neither shown nor left out`);
}

function wrongKinds(figure: FigureDefinition, survey: Survey, report: ReportDefinition): string[] {
  return itemsOf(figure).flatMap((item) => {
    const question = survey.questions.get(item);
    if (!question) return [];
    if (!FIGURE_KINDS[figure.kind].includes(question.kind))
      return [`${survey.id}: "${item}" (${question.kind}) is no matter for ${figure.kind}`];
    return figure.kind === 'diverging' && question.kind === 'scale' ? wrongScale(question.scale, survey, report) : [];
  });
}

/** One legend stands for all rows. */
function severalScales(figure: FigureDefinition, survey: Survey): string[] {
  if (figure.kind !== 'diverging') return [];
  const scales = figure.items.flatMap((item) => {
    const question = survey.questions.get(item);
    return question?.kind === 'scale' ? [question.scale] : [];
  });
  return new Set(scales).size > 1 ? [`${survey.id}: "${figure.code}" shows several scales`] : [];
}

function wrongScale(code: string, survey: Survey, report: ReportDefinition): string[] {
  const steps = survey.scales.get(code)?.options.length ?? 0;
  return [
    ...(steps % 2 === 0 ? [] : [`${survey.id}: scale "${code}" has a middle step, so it cannot diverge`]),
    ...(report.upperHalf[code] ? [] : [`${survey.id}: no words for the upper half of scale "${code}"`]),
  ];
}

function wrongHeadlines(report: ReportDefinition, survey: Survey): string[] {
  return report.headlines.flatMap(({ item, categories }) => {
    const question = survey.questions.get(item);
    if (!question) return [];
    const known = categoriesOf(question, survey);
    return categories
      .filter((code) => !known.includes(code))
      .map((code) => `${survey.id}: "${item}" has no category "${code}"`);
  });
}

/** An answer has a place among others where answers have an order. */
function withoutPlace({ forGraduates }: ReportDefinition, survey: Survey): string[] {
  return forGraduates.flatMap((item) => {
    const kind = survey.questions.get(item)?.kind;
    return kind === undefined || kind === 'scale' || kind === 'nps'
      ? []
      : [`${survey.id}: "${item}" (${kind}) has no order, so no answer has a place in it`];
  });
}

function categoriesOf(question: Question, survey: Survey): readonly string[] {
  if (question.kind === 'single') return question.options.map(({ code }) => code);
  if (question.kind === 'scale') return survey.scales.get(question.scale)?.options.map(({ code }) => code) ?? [];
  return question.kind === 'nps' ? Array.from({ length: 11 }, (_, score) => String(score)) : [];
}
