import type { HeadlineDefinition } from '../../reports/report-definition.ts';
import { basisOf, comparedIn, comparisons, exactCellOf, plainShareText, shareOf } from './cell-texts.ts';
import { GROUPS, type Figure, type FigureContext, type FigureRow } from './figure.ts';
import { shareDrawing, shareLegend } from './share-drawing.ts';
import { answersCell, shareCell } from './table-cells.ts';

/** The main figures: each a share of those who answered one question, beside the field's and the nation's. */
export function toHeadlines(context: FigureContext, definitions: readonly HeadlineDefinition[]): Figure {
  const { texts, language, survey } = context;
  const asked = definitions.filter(({ item }) => survey.questions.has(item));
  return {
    code: 'headlines',
    title: texts.headlines,
    question: null,
    notes: [],
    legend: shareLegend(context),
    axis: [0, 0.25, 0.5, 0.75, 1].map((share) => context.format.share(share)),
    rows: asked.map((definition) => toRow(context, definition)),
    table: {
      caption: `${texts.headlines}. ${texts.intervalNote}`,
      columns: [texts.headlines, texts.figure, ...GROUPS.map((group) => texts.group[group])],
      bodies: asked.map(({ item, title, label, categories }) => ({
        head: `${title[language]}: ${label[language]}`,
        rows: [
          { head: texts.share, cells: GROUPS.map((group) => shareCell(context, group, item, categories)) },
          { head: texts.n, cells: GROUPS.map((group) => answersCell(context, exactCellOf(context, group, item))) },
        ],
      })),
    },
  };
}

function toRow(context: FigureContext, { item, title, label, categories }: HeadlineDefinition): FigureRow {
  const { texts, format, language } = context;
  const own = shareOf(context, 'own', item, categories);
  const interval = own && format.shareInterval(own);
  return {
    id: `headline-${item}`,
    name: title[language],
    value: plainShareText(context, 'own', item, categories),
    facts: [
      label[language],
      ...(interval ? [texts.interval(interval)] : []),
      ...basisOf(context, exactCellOf(context, 'own', item)),
    ],
    beside: comparisons(context, (group) => plainShareText(context, group, item, categories)),
    drawing:
      own &&
      shareDrawing(
        own,
        comparedIn(context).map((group) => shareOf(context, group, item, categories)),
      ),
  };
}
