import type { ReportDefinition } from '../../reports/report-definition.ts';
import {
  compareCells,
  type ComparedCell,
  type Comparison,
  type Highlight,
  type Highlights,
} from '../disclosure/compare-cells.ts';
import type { Figure, FigureContext, TableCell } from './figure.ts';
import { point } from './table-cells.ts';

/** One thing to discuss: what, its figures, and the anchor of its chart. */
export type HighlightCard = { title: string; facts: string; anchor: string };

/** What the page says first: three things at most, or why there are none. */
export type HighlightsView = {
  /** Why nothing is named; null where something is. */
  message: string | null;
  cards: readonly HighlightCard[];
  /** How many figures were compared; null where none were. */
  method: string | null;
  /** All comparisons, for who wants to look themselves; null where none were made. */
  comparisons: Figure | null;
};

/** A line of the page with its name and the anchor of its chart. */
type Line = ComparedCell & { name: string; anchor: string };

/** What stands out of a degree beside the rest of its field, from the cells that the page shows. */
export function toHighlights(context: FigureContext, report: ReportDefinition): HighlightsView {
  const { own, field } = context.groups;
  const lines = linesOf(context, report);
  const { texts } = context;
  const found: Highlights = own
    ? compareCells({ respondents: own.population.respondents, own: own.cells, whole: field?.cells ?? null }, lines)
    : { kind: 'no_report' };
  const cardOf = (one: Highlight) => toCard(context, lines, one);
  switch (found.kind) {
    case 'no_report':
    case 'too_few':
      return { message: texts.highlights.tooFew, cards: [], method: null, comparisons: null };
    case 'not_comparable':
      return {
        message: texts.highlights.notComparable,
        cards: found.list.flatMap(cardOf),
        method: null,
        comparisons: null,
      };
    case 'none':
    case 'found':
      return {
        message: found.kind === 'none' ? texts.highlights.none : null,
        cards: found.list.flatMap(cardOf),
        method: methodOf(context, found),
        comparisons: toComparisons(context, lines, found),
      };
    default:
      return found satisfies never;
  }
}

/** All that is compared, in the order of the page: main figures, skills twice, statements. */
function linesOf({ survey, language }: FigureContext, report: ReportDefinition): Line[] {
  const shares = report.headlines.map(({ item, title, categories }): Line => ({
    code: item,
    cell: item,
    measure: 'share',
    stronger: 'higher',
    categories,
    name: title[language],
    anchor: `headline-${item}`,
  }));
  const figures = report.sections.flatMap((section) => section.figures);
  const named = (item: string) => ({
    code: item,
    name: (survey.questions.get(item)?.text[language] ?? item).replace(/\.$/, ''),
    anchor: item,
  });
  const skills = figures.flatMap((figure) => (figure.kind === 'dumbbell' ? figure.items : []));
  const statements = figures.flatMap((figure) => (figure.kind === 'diverging' ? figure.items : []));
  return [
    ...shares,
    ...skills.map((item): Line => ({
      ...named(item),
      cell: `${item}.development`,
      measure: 'development',
      stronger: 'higher',
    })),
    ...skills.map((item): Line => ({ ...named(item), cell: item, measure: 'gap', stronger: 'lower' })),
    ...statements.map((item): Line => ({ ...named(item), cell: item, measure: 'mean', stronger: 'higher' })),
  ].filter(({ code }) => survey.questions.has(code));
}

/** Changes since the round before are none: a report knows one release. */
function toCard(context: FigureContext, lines: readonly Line[], one: Highlight): HighlightCard[] {
  const t = context.texts.highlights;
  const { format } = context;
  const line = lines.find(({ code, measure }) => code === one.code && measure === measureOf(one));
  if (!line || one.kind === 'change') return [];
  if (one.kind === 'own_gap') {
    const beside = one.other ? t.beside(format.difference(one.other.value)) : t.withoutComparison;
    const counts = one.other
      ? t.counted(format.count(one.n), format.count(one.other.n))
      : t.countedOwn(format.count(one.n));
    const gap = t.ownGapIs(format.difference(one.gap.value), format.differenceInterval(one.gap) ?? '');
    return [{ title: t.ownGap(line.name), facts: `${gap} ${beside} ${counts}`, anchor: line.anchor }];
  }
  const side = one.difference.value > 0 ? 'larger' : 'smaller';
  const values = t.compared(
    valueText(context, one, 'own'),
    valueText(context, one, 'other'),
    differenceText(context, one),
  );
  const counts = t.counted(format.count(one.own.n), format.count(one.other.n));
  const facts = `${values} ${t.interval(rangeText(context, one))} ${counts}`;
  return [{ title: t[one.measure][side](line.name), facts, anchor: line.anchor }];
}

function measureOf(one: Highlight): Comparison['measure'] {
  return one.kind === 'own_gap' ? 'gap' : one.measure;
}

type Compared = Extract<Highlights, { kind: 'none' | 'found' }>;

function methodOf({ texts, format }: FigureContext, { differences, list }: Compared): string {
  const shown = list.filter(({ kind }) => kind === 'difference').length;
  const method = texts.highlights.method(format.count(differences.tested.length));
  return differences.clear > shown
    ? `${method} ${texts.highlights.moreClear(format.count(differences.clear))}`
    : method;
}

function toComparisons(context: FigureContext, lines: readonly Line[], { differences, rule }: Compared): Figure {
  const { texts, format } = context;
  const t = texts.highlights;
  const { measure, item, difference, answers, otherAnswers } = t.columns;
  const count = (n: number): TableCell => ({ text: format.count(n), figure: point(n), unit: 'count' });
  const nameOf = (one: Comparison) =>
    lines.find(({ code, measure: of }) => code === one.code && of === one.measure)?.name ?? one.code;
  const measures = [...new Set(differences.tested.map((one) => one.measure))];
  return {
    code: 'comparisons',
    title: t.all,
    question: null,
    notes: [],
    legend: [],
    axis: [],
    rows: [],
    table: {
      caption: t.caption(String(rule)),
      columns: [measure, item, texts.group.own, t.elsewhere, difference, answers, otherAnswers],
      bodies: measures.map((of) => ({
        head: t.measures[of],
        rows: differences.tested
          .filter((one) => one.measure === of)
          .map((one) => ({
            head: nameOf(one),
            cells: [
              valueCell(context, one, 'own'),
              valueCell(context, one, 'other'),
              differenceCell(context, one),
              count(one.own.n),
              count(one.other.n),
            ],
          })),
      })),
    },
  };
}

function valueText({ format }: FigureContext, one: Comparison, side: 'own' | 'other'): string {
  const { value } = one[side];
  if (one.measure === 'share') return format.share(value);
  return one.measure === 'gap' ? format.difference(value) : format.mean(value);
}

function valueCell(context: FigureContext, one: Comparison, side: 'own' | 'other'): TableCell {
  const unit = one.measure === 'share' ? 'share' : one.measure === 'gap' ? 'difference' : 'mean';
  return { text: valueText(context, one, side), figure: point(one[side].value), unit };
}

/** The difference of two shares is one of percentage points. */
function pointsOf({ difference: { value, low, high } }: Comparison) {
  return { value: 100 * value, low: 100 * low, high: 100 * high };
}

function differenceText({ format, texts }: FigureContext, one: Comparison): string {
  if (one.measure !== 'share') return format.difference(one.difference.value);
  return texts.highlights.points(format.points(pointsOf(one).value));
}

function rangeText({ format }: FigureContext, one: Comparison): string {
  const range =
    one.measure === 'share' ? format.pointsInterval(pointsOf(one)) : format.differenceInterval(one.difference);
  return range ?? '';
}

function differenceCell(context: FigureContext, one: Comparison): TableCell {
  const isShare = one.measure === 'share';
  const { format } = context;
  const value = isShare ? format.points(pointsOf(one).value) : format.difference(one.difference.value);
  return {
    text: `${value} (${rangeText(context, one)})`,
    figure: isShare ? pointsOf(one) : one.difference,
    unit: isShare ? 'points' : 'difference',
  };
}
