import type { ReportDefinition } from '../../reports/report-definition.ts';
import { compareCells, type Comparison, type Highlight, type Highlights } from '../disclosure/compare-cells.ts';
import {
  comparedLines,
  differenceCell,
  differenceText,
  rangeText,
  valueCell,
  valueText,
  type Line,
} from './compared-lines.ts';
import { tableFigure, type Figure, type FigureContext, type TableCell } from './figure.ts';
import { point } from './table-cells.ts';

/** One thing to discuss: what, its figures, and the anchor of its chart. */
export type HighlightCard = {
  title: string;
  facts: string;
  anchor: string;
  /** Code of the question, for the way to the action log. */
  item: string;
};

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

/** What was found of a degree beside the group it is compared with and beside its own round before. */
export function findHighlights({ groups }: Pick<FigureContext, 'groups'>, lines: readonly Line[]): Highlights {
  const { own, field, compared, before } = groups;
  if (!own) return { kind: 'no_report' };
  const { cells, isApart } = compared ?? { cells: field?.cells ?? null, isApart: false };
  const { respondents } = own.population;
  return compareCells({ respondents, own: own.cells, whole: cells, isApart, before: before ?? null }, lines);
}

/** What stands out of a degree beside the rest of its field or another group, from the cells that the page shows. */
export function toHighlights(context: FigureContext, report: ReportDefinition): HighlightsView {
  const lines = comparedLines(context, report);
  const { texts } = context;
  const found = findHighlights(context, lines);
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

function toCard(context: FigureContext, lines: readonly Line[], one: Highlight): HighlightCard[] {
  const t = context.texts.highlights;
  const { format } = context;
  const line = lines.find(({ code, measure }) => code === one.code && measure === measureOf(one));
  if (!line) return [];
  if (one.kind === 'own_gap') {
    const beside = one.other ? t.beside(format.difference(one.other.value)) : t.withoutComparison;
    const counts = one.other
      ? t.counted(format.count(one.n), format.count(one.other.n))
      : t.countedOwn(format.count(one.n));
    const gap = t.ownGapIs(format.difference(one.gap.value), format.differenceInterval(one.gap) ?? '');
    return [{ title: t.ownGap(line.name), facts: `${gap} ${beside} ${counts}`, anchor: line.anchor, item: line.code }];
  }
  const side = one.difference.value > 0 ? 'larger' : 'smaller';
  const isChange = one.kind === 'change';
  const say = isChange ? t.changed : t.compared;
  const values = say(valueText(context, one, 'own'), valueText(context, one, 'other'), differenceText(context, one));
  const counts = t.counted(format.count(one.own.n), format.count(one.other.n));
  const facts = `${values} ${t.interval(rangeText(context, one))} ${counts}${isChange ? ` ${t.usual}` : ''}`;
  const than = isChange ? t.than.before : t.than[comparedWith(context)];
  return [{ title: t[one.measure][side](line.name, than), facts, anchor: line.anchor, item: line.code }];
}

function comparedWith({ groups }: FigureContext) {
  return groups.compared?.with ?? 'field';
}

function measureOf(one: Highlight): Comparison['measure'] {
  return one.kind === 'own_gap' ? 'gap' : one.measure;
}

/** A comparison after the adjustment for its family. */
export type Tested = Compared['differences']['tested'][number];

type Compared = Extract<Highlights, { kind: 'none' | 'found' }>;

function methodOf(context: FigureContext, { differences, list }: Compared): string {
  const { texts, format } = context;
  const shown = list.filter(({ kind }) => kind === 'difference').length;
  const method = texts.highlights.method(
    texts.highlights.restOf[comparedWith(context)],
    format.count(differences.tested.length),
  );
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
  return tableFigure({
    code: 'comparisons',
    title: t.all,
    table: {
      caption: t.caption(t.restOf[comparedWith(context)], String(rule)),
      columns: [measure, item, texts.group.own, t.elsewhere[comparedWith(context)], difference, answers, otherAnswers],
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
  });
}
