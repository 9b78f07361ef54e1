import type { ReportDefinition } from '../../reports/report-definition.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { exactCellOf } from './cell-texts.ts';
import { comparedLines, differenceCell, differenceText, lineCell, rangeText, type Line } from './compared-lines.ts';
import { BESIDE, comparedDrawing } from './compared-drawing.ts';
import type { Choice } from './decide-comparison.ts';
import type { Figure, FigureContext, FigureRow, ShownGroup, TableCell } from './figure.ts';
import { groupContext } from './group-context.ts';
import { findHighlights, type Tested } from './highlights.ts';
import { scaleOfMeasure, type MeasureScale } from './measure-scale.ts';
import { answersCell, wordsCell } from './table-cells.ts';

type Column = { choice: Choice; name: string; group: ShownGroup };
type Facts = {
  survey: Survey;
  report: ReportDefinition;
  language: Language;
  own: ShownGroup;
  main: Choice | null;
  /** The group that is compared first, then those beside. */
  columns: readonly Column[];
};
type Made = {
  context: FigureContext;
  columns: readonly (Column & { context: FigureContext })[];
  tested: readonly Tested[];
};

/** Everything that is compared, a figure a measure; and how many comparisons, or why there are none. */
export function toComparedFigures(facts: Facts): { figures: Figure[]; method: string } {
  const { survey, report, language, own, main, columns } = facts;
  const contextOf = (group: ShownGroup) => groupContext({ survey, language }, group);
  const lines = comparedLines({ survey, language }, report);
  const first = main && columns.find(({ choice }) => choice.code === main.code);
  const isApart = main?.with === 'before' || main?.with === 'at';
  const compared = { with: main?.with ?? 'field', cells: first?.group.cells ?? null, isApart } as const;
  const found = findHighlights({ groups: { own, field: null, nation: null, compared } }, lines);
  const tested = first && 'differences' in found ? found.differences.tested : [];
  const made: Made = {
    context: contextOf(own),
    columns: columns.map((column) => ({ ...column, context: contextOf(column.group) })),
    tested,
  };
  const measures = [...new Set(lines.map(({ measure }) => measure))];
  const figures = measures.map((measure) =>
    toFigure(
      made,
      measure,
      lines.filter((line) => line.measure === measure),
    ),
  );
  return { figures, method: methodOf(made, first === null ? null : found.kind) };
}

function methodOf({ context, tested }: Made, kind: ReturnType<typeof findHighlights>['kind'] | null): string {
  const { compare, highlights } = context.texts;
  if (kind === null) return compare.nothing;
  if (kind === 'no_report' || kind === 'too_few') return highlights.tooFew;
  return kind === 'not_comparable' ? compare.why.too_few : compare.tested(context.format.count(tested.length));
}

function toFigure(made: Made, measure: Line['measure'], lines: readonly Line[]): Figure {
  const { context, columns } = made;
  const { texts } = context;
  const t = texts.compare;
  const scale = scaleFor(made, measure, lines);
  return {
    code: `compared-${measure}`,
    title: t.titles[measure],
    question: null,
    notes: [],
    legend: [
      { sign: measure === 'share' ? 'bar' : 'dot', label: texts.group.own },
      { sign: measure === 'share' ? 'whisker' : 'interval', label: texts.dumbbell.intervalKey },
      ...columns.slice(0, 2).map(({ name }, index) => ({ sign: BESIDE[index]?.shape ?? 'triangle', label: name })),
    ],
    axis: scale.labels,
    rows: lines.map((line) => toRow(made, line, scale)),
    table: {
      caption: `${t.titles[measure]}. ${texts.intervalNote}`,
      columns: [
        texts.figure,
        texts.group.own,
        texts.n,
        ...columns.map(({ name }) => name),
        ...(columns.length > 0 ? [t.difference] : []),
      ],
      bodies: [{ head: null, rows: lines.map((line) => ({ head: line.name, cells: cellsOf(made, line) })) }],
    },
  };
}

function cellsOf({ context, columns, tested }: Made, line: Line): TableCell[] {
  const one = testOf(tested, line);
  const { compare } = context.texts;
  const difference = one
    ? { ...differenceCell(context, one), text: `${differenceCell(context, one).text} ${markOf(context, one)}` }
    : wordsCell(compare.tooFew);
  return [
    lineCell(context, line),
    answersCell(context, exactCellOf(context, 'own', line.cell)),
    ...columns.map((column) => lineCell(column.context, line)),
    ...(columns.length > 0 ? [difference] : []),
  ];
}

function testOf(tested: readonly Tested[], { code, measure }: Line): Tested | undefined {
  return tested.find((one) => one.code === code && one.measure === measure);
}

function markOf({ texts }: FigureContext, { isClear }: Tested): string {
  return isClear ? texts.compare.differs : texts.compare.unclear;
}

function scaleFor({ context, columns }: Made, measure: Line['measure'], lines: readonly Line[]): MeasureScale {
  const values = [context, ...columns.map((column) => column.context)].flatMap((one) =>
    lines.flatMap((line) => {
      const { figure } = lineCell(one, line);
      return figure ? [figure.low ?? figure.value, figure.high ?? figure.value] : [];
    }),
  );
  return scaleOfMeasure(context, { measure, lines, values });
}

function toRow(made: Made, line: Line, scale: MeasureScale): FigureRow {
  const { context, columns, tested } = made;
  const { texts, format } = context;
  const one = testOf(tested, line);
  const own = lineCell(context, line);
  const n = exactCellOf(context, 'own', line.cell)?.n;
  return {
    id: `${line.measure}-${line.code}`,
    name: line.name,
    value: own.short,
    facts: [
      ...(own.range === null ? [] : [texts.interval(own.range)]),
      ...(n === undefined ? [] : [texts.answers(format.count(n))]),
      ...(one
        ? [texts.compare.differenceIs(differenceText(context, one), rangeText(context, one), markOf(context, one))]
        : []),
    ],
    beside: columns.map((column) => `${column.name} ${lineCell(column.context, line).short}`),
    drawing:
      own.figure &&
      comparedDrawing(
        own.figure,
        columns.slice(0, 2).map((column) => lineCell(column.context, line).figure),
        { line, scale },
      ),
  };
}
