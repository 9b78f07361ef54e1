import { LANGUAGES, type Language, type Text } from '../engine/text.ts';
import type { Survey } from '../engine/survey.ts';
import { formatsOf } from '../results/format-figures.ts';
import { categoriesOf } from '../results/item-labels.ts';
import { textsOf } from '../results/texts/index.ts';
import type { Change } from './change-of.ts';
import type { MeasureFigure } from './measure-figure.ts';
import { actionTexts } from './texts/index.ts';

/** A figure in words: 'gap +1.9 (95% interval +1.5 – +2.3), 41 answers'. */
export function figureWords(survey: Survey, item: string, measure: MeasureFigure, language: Language): string {
  const t = actionTexts(language).figure;
  const format = formatsOf(language);
  const reports = textsOf(language);
  const label = (code: string) => {
    const question = survey.questions.get(item);
    return (question && categoriesOf(survey, question, language).find((one) => one.code === code)?.label) ?? code;
  };
  const words = (value: string, interval: string | null, n: number) =>
    `${value}${interval === null ? '' : ` (${reports.interval(interval)})`}, ${reports.answers(format.count(n))}`;
  switch (measure.kind) {
    case 'gap':
      return words(
        t.gap(format.difference(measure.figure.value)),
        format.differenceInterval(measure.figure),
        measure.n,
      );
    case 'mean':
      return words(t.mean(format.mean(measure.figure.value)), format.meanInterval(measure.figure), measure.n);
    case 'nps':
      return words(t.nps(format.points(measure.figure.value)), format.pointsInterval(measure.figure), measure.n);
    case 'share':
      return words(
        t.share(format.share(measure.figure.value), label(measure.category)),
        format.shareInterval(measure.figure),
        measure.n,
      );
    case 'median':
      return words(t.median(format.amount(measure.figure.value, 0.1)), null, measure.n);
    case 'at_least':
      return reports.atLeastAnswered(format.share(measure.bound), label(measure.category));
    default:
      return measure satisfies never;
  }
}

/** The same in every language: what an entry keeps of a report. */
export function frozenWords(survey: Survey, item: string, measure: MeasureFigure): Text {
  const [fi = '', sv = '', en = ''] = LANGUAGES.map((language) => figureWords(survey, item, measure, language));
  return { fi, sv, en };
}

/** What may be said of a change between two rounds: never that an action worked. */
export function changeWords(kind: MeasureFigure['kind'], change: Change | null, language: Language): string {
  const t = actionTexts(language).followUp;
  if (change === null) return t.noJudgement;
  const format = formatsOf(language);
  const figure = { value: change.value, low: change.low, high: change.high };
  const [value, interval] =
    kind === 'nps'
      ? [format.points(figure.value), format.pointsInterval(figure)]
      : [format.difference(figure.value), format.differenceInterval(figure)];
  const isChance = change.low <= 0 && change.high >= 0;
  return isChance ? t.chance(value, interval ?? '') : t.differs(value, interval ?? '');
}
