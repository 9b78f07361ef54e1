import { scaleOf, type Survey } from '../engine/survey.ts';
import type { Line } from './compared-lines.ts';
import type { Format } from './format-figures.ts';

/** What a drawing of a measure spans, and the labels of its grid. */
export type MeasureScale = { from: number; to: number; step: number; labels: string[] };

/** Shares from 0 to 1, means on their whole scale, gaps from the lowest to the highest value that is drawn. */
export function scaleOfMeasure(
  { survey, format }: { survey: Survey; format: Format },
  { measure, lines, values }: { measure: Line['measure']; lines: readonly Line[]; values: readonly number[] },
): MeasureScale {
  if (measure === 'share') {
    return { from: 0, to: 1, step: 0.25, labels: [0, 0.25, 0.5, 0.75, 1].map((share) => format.share(share)) };
  }
  if (measure === 'gap') {
    const [from, to] = [Math.min(-1, ...values.map(Math.floor)), Math.max(2, ...values.map(Math.ceil))];
    const labels = steps(from, to).map((value) => format.points(value));
    return { from, to, step: 1, labels };
  }
  const scores = lines.flatMap((line) => scoresOf(survey, line));
  const [from, to] = [Math.min(...scores), Math.max(...scores)];
  return { from, to, step: 1, labels: steps(from, to).map(String) };
}

function steps(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function scoresOf(survey: Survey, { code }: Line): number[] {
  const question = survey.questions.get(code);
  const scale =
    question?.kind === 'pair' ? question.development.scale : question?.kind === 'scale' ? question.scale : null;
  return scale === null ? [] : scaleOf(survey, scale).options.map(({ score }) => score);
}
