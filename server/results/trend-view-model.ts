import type { SafeFigure } from '../disclosure/safe-table.ts';
import { withInterval } from './cell-texts.ts';
import { comparedLines, differenceText, lineNumber, rangeText, type Line } from './compared-lines.ts';
import type { Drawing, Figure, FigureTable, TableCell } from './figure.ts';
import { scaleOfMeasure } from './measure-scale.ts';
import { wordsCell } from './table-cells.ts';
import type { ReportTexts } from './texts/index.ts';
import { makeTrend, type MadeTrend, type TrendFacts } from './trend-facts.ts';
import { trendDrawing, type Span } from './trend-drawing.ts';
import { toSeries, type Series, type SeriesPoint, type TrendRound } from './trend-series.ts';
import { answeredText, labelIn, roundTitle } from './view-model.ts';

/** One small drawing with all that it shows, in words. */
export type Multiple = {
  id: string;
  name: string;
  last: string;
  change: string;
  notes: readonly string[];
  drawing: Drawing | null;
};
export type TrendSection = { code: string; title: string; multiples: readonly Multiple[]; table: FigureTable };
export type TrendView = {
  texts: ReportTexts;
  degree: string;
  institution: string;
  rounds: readonly { title: string; answered: string }[];
  legend: Figure['legend'];
  method: string;
  sections: readonly TrendSection[];
};

/** The page of a degree over its rounds: drawings and tables from the same series. */
export function toTrendView(facts: TrendFacts): TrendView {
  const { survey, report, language, place, rounds, maps, before, pooled } = facts;
  const lines = comparedLines({ survey, language }, report);
  const made = makeTrend(facts, lines);
  const { texts } = made;
  const { legend } = texts.trends;
  const series = lines.map((line) => toSeries(rounds, line, maps));
  const measures = [...new Set(lines.map(({ measure }) => measure))];
  return {
    texts,
    degree: labelIn(survey, 'degree', place.degree, language),
    institution: labelIn(survey, 'institution', place.institution, language),
    rounds: [...rounds, ...pooled].map((round) => ({
      title: roundName(made, round),
      answered: answered(made, round),
    })),
    legend: [
      { sign: 'dot', label: legend.own },
      { sign: 'band', label: legend.band },
      { sign: 'diamond', label: legend.field },
      { sign: 'break', label: legend.break },
    ],
    method: before && made.tested.length > 0 ? texts.trends.method(made.format.count(made.tested.length)) : '',
    sections: measures.map((measure) =>
      toSection(
        made,
        measure,
        series.filter(({ line }) => line.measure === measure),
      ),
    ),
  };
}

function roundName({ survey, language, texts, pooled }: MadeTrend, round: TrendRound): string {
  const { period } = round.release;
  return pooled.includes(round) ? texts.trends.pooled(period.replace('-', '–')) : roundTitle(survey, period, language);
}

function answered({ texts, format }: MadeTrend, { own }: TrendRound): string {
  if (!own) return texts.hidden;
  return answeredText({ texts, format }, own.population);
}

function toSection(made: MadeTrend, measure: Line['measure'], series: readonly Series[]): TrendSection {
  const { texts, rounds } = made;
  const title = texts.compare.titles[measure];
  const periods = rounds.map(({ release }) => release.period);
  const span = spanOf(made, measure, series);
  return {
    code: `trend-${measure}`,
    title,
    multiples: series.map((one) => ({
      id: `${measure}-${one.line.code}`,
      name: one.line.name,
      last: lastOf(made, one),
      change: changeOf(made, one),
      notes: notesOf(made, one),
      drawing: one.points.some(({ own, field }) => own ?? field) ? trendDrawing(one, periods, span) : null,
    })),
    table: toTable(made, title, series),
  };
}

function spanOf({ survey, format }: MadeTrend, measure: Line['measure'], series: readonly Series[]): Span {
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ own, field }) => [own, field].flatMap((figure) => (figure ? ends(figure) : []))),
  );
  const lines = series.map(({ line }) => line);
  const { from, to, step } = scaleOfMeasure({ survey, format }, { measure, lines, values });
  const ticks: { at: number; label: string }[] = [];
  for (let at = from; at <= to + 1e-9; at += measure === 'share' ? 0.5 : step)
    ticks.push({ at, label: measure === 'share' ? String(100 * at) : signed(at, measure) });
  return { from, to, ticks };
}

function signed(value: number, measure: Line['measure']): string {
  const text = String(Math.abs(value));
  if (measure !== 'gap' || value === 0) return text;
  return (value > 0 ? '+' : '−') + text;
}

function ends({ value, low, high }: SafeFigure): number[] {
  return [low ?? value, high ?? value];
}

/** The figure of the last round; where that is hidden, of the last rounds together. */
function lastOf(made: MadeTrend, series: Series): string {
  const { format, texts, pooled } = made;
  const alone = series.points.at(-1)?.own ?? null;
  const together = alone ? null : pooled.findLast((round) => pooledPoint(made, series, round)?.own);
  const own = alone ?? (together && pooledPoint(made, series, together)?.own);
  if (!own) return texts.hidden;
  const { short, range } = lineNumber(format, series.line, own);
  return `${together ? `${roundName(made, together)}: ` : ''}${withInterval(short, range)}`;
}

function pooledPoint({ maps }: MadeTrend, { line }: Series, round: TrendRound): SeriesPoint | undefined {
  return toSeries([round], line, maps).points[0];
}

function changeOf(made: MadeTrend, { line, points, segments }: Series): string {
  const { texts, rounds, tested } = made;
  const t = texts.trends.change;
  const [before, last] = points.slice(-2);
  if (!before || !last) return t.tooFew;
  const isOne = segments.some((one) => one.points.includes(before) && one.points.includes(last));
  if (!isOne && before.own && last.own) return t.broken;
  const one = tested.find(({ code, measure }) => code === line.code && measure === line.measure);
  if (!one || rounds.length < 2) return t.tooFew;
  if (!one.isClear) return t.unclear;
  const say = one.difference.value > 0 ? t.larger : t.smaller;
  return say(differenceText(made, one), rangeText(made, one));
}

/** What readers are told of changed questions and of the scales of what is drawn. */
function notesOf({ texts, language, survey }: MadeTrend, { segments, classes }: Series): string[] {
  const t = texts.trends;
  return segments.flatMap(({ link, points, indicator, remarks }) => {
    const period = points[0]?.period ?? '';
    const round = roundTitle(survey, period, language);
    const said = [...(link?.notes ?? []), ...remarks.map(({ note }) => note)].map((note) => note[language]);
    if (link?.kind === 'break') return [t.broke(round), ...said];
    const names = indicator.recode?.common.filter(({ code }) => classes.includes(code)) ?? [];
    const isNew = link?.kind === 'recoded' && names.length > 0;
    return [...(isNew ? [t.recoded(round, names.map(({ label }) => label[language]).join(', '))] : []), ...said];
  });
}

function toTable(made: MadeTrend, title: string, series: readonly Series[]): FigureTable {
  const { texts, rounds, pooled } = made;
  const t = texts.trends;
  const columns = [...rounds, ...pooled].map((round) =>
    pooled.includes(round) ? t.pooled(round.release.period.replace('-', '–')) : round.release.period.replace('-', '–'),
  );
  return {
    caption: `${t.caption(title)} ${t.breakNote}`,
    columns: [t.item, t.group, ...columns],
    bodies: series.map((one) => ({
      head: one.line.name,
      rows: (['own', 'field'] as const).map((side) => ({
        head: texts.group[side],
        cells: [
          ...one.points.map((point) => pointCell(made, { series: one, point, side })),
          ...pooled.map((round) => pooledCell(made, { series: one, round, side })),
        ],
      })),
    })),
  };
}

type Asked = { series: Series; side: 'own' | 'field' };

function pointCell(made: MadeTrend, { series, point, side }: Asked & { point: SeriesPoint }): TableCell {
  const { texts } = made;
  const t = texts.trends;
  if (point.status === 'O') return wordsCell(t.notAsked);
  const isBreak = series.segments.some(({ link, points }) => link?.kind === 'break' && points[0] === point);
  const cell = figureCell(made, series, point[side]);
  const n = side === 'own' && point.own && point.n !== null ? `, ${texts.answers(made.format.count(point.n))}` : '';
  return { ...cell, text: `${isBreak ? `${t.breakSign} ` : ''}${cell.text}${n}` };
}

function pooledCell(made: MadeTrend, { series, round, side }: Asked & { round: TrendRound }): TableCell {
  return figureCell(made, series, pooledPoint(made, series, round)?.[side] ?? null);
}

function figureCell({ texts, format }: MadeTrend, { line }: Series, figure: SafeFigure | null): TableCell {
  if (!figure) return wordsCell(texts.hidden);
  const { short, range } = lineNumber(format, line, figure);
  const unit = line.measure === 'share' ? 'share' : line.measure === 'gap' ? 'difference' : 'mean';
  return { text: withInterval(short, range), figure, unit };
}
