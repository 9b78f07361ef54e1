import type { HeadlineDefinition } from '../../reports/report-definition.ts';
import { funnelOf, type Funnel } from '../disclosure/funnel-of.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import type { Drawing, FigureTable, Figure, ShownGroup } from './figure.ts';
import { formatsOf } from './format-figures.ts';
import { groupContext } from './group-context.ts';
import { planeChart, type PlaneMark } from './plane-chart.ts';
import { answersCell, shareCell, wordsCell } from './table-cells.ts';
import { exactCellOf } from './cell-texts.ts';
import { textsOf } from './texts/index.ts';
import { labelIn } from './view-model.ts';

/** All degrees of a field around the field's share. */
export type FunnelView = {
  lead: string;
  /** null where the field's own figure is not shown. */
  shown: { drawing: Drawing; legend: Figure['legend']; table: FigureTable } | null;
};

export type FunnelFacts = {
  survey: Survey;
  language: Language;
  headline: HeadlineDefinition;
  own: ShownGroup;
  field: { whole: ShownGroup | null; degrees: readonly ShownGroup[] };
};

/** The funnel plot of one main figure and its table: both from the same units. */
export function toFunnelView(facts: FunnelFacts): FunnelView {
  const { survey, language, headline, own, field } = facts;
  const texts = textsOf(language);
  const t = texts.compare.funnel;
  const { item, categories } = headline;
  const units = field.degrees.map(({ population, cells }) => ({ key: population.key, cell: cells.get(item) }));
  const funnel = funnelOf(field.whole?.cells.get(item), units, categories);
  if (!funnel) return { lead: t.none, shown: null };
  const name = `${headline.title[language]} (${headline.label[language]})`;
  const { compare } = new Intl.Collator(language);
  const rows = funnel.units.flatMap(({ key, place }) => {
    const group = field.degrees.find(({ population }) => population.key === key);
    if (!group) return [];
    const { degree, institution } = group.population;
    const context = groupContext(facts, group);
    const head = `${labelIn(survey, 'degree', degree, language)}, ${labelIn(survey, 'institution', institution, language)}`;
    const cells = [
      shareCell(context, 'own', item, categories),
      answersCell(context, exactCellOf(context, 'own', item)),
      wordsCell(t.place[place]),
    ];
    return [{ head: key === own.population.key ? `${head} (${t.own})` : head, cells }];
  });
  return {
    lead: t.lead(name, formatsOf(language).share(funnel.target)),
    shown: {
      drawing: drawingOf(funnel, own.population.key),
      legend: [
        { sign: 'dot', label: t.own },
        { sign: 'ring', label: t.others },
        { sign: 'dashed', label: t.narrow },
        { sign: 'solid', label: t.wide },
      ],
      table: {
        caption: `${t.caption(name)} ${t.missing}`,
        columns: [t.columns.degree, t.columns.share, t.columns.axis, t.columns.limits],
        bodies: [{ head: null, rows: rows.toSorted((a, b) => compare(a.head, b.head)) }],
      },
    },
  };
}

const HEIGHT = 300;
const FEWEST = 5;

function drawingOf({ units, target, limitsAt }: Funnel, own: string): Drawing {
  const most = niceEnd(Math.max(20, ...units.map(({ n }) => n)));
  const at = counts(most);
  const curve = (side: 'wide' | 'narrow', end: 'low' | 'high') =>
    at.map((n): [number, number] => [n, limitsAt(n)[side][end]]);
  const path = (points: [number, number][], dash?: readonly [number, number]): PlaneMark => ({
    kind: 'path',
    points,
    width: 1.5,
    colour: 'nation',
    ...(dash ? { dash } : {}),
  });
  const marks: PlaneMark[] = [
    path(curve('wide', 'low')),
    path(curve('wide', 'high')),
    path(curve('narrow', 'low'), [6, 4]),
    path(curve('narrow', 'high'), [6, 4]),
    {
      kind: 'path',
      points: [
        [0, target],
        [most, target],
      ],
      width: 1.5,
      colour: 'link',
    },
    ...units
      .filter(({ key }) => key !== own)
      .map(({ n, share }): PlaneMark => ({ kind: 'point', at: [n, share], shape: 'ring', colour: 'field', size: 5 })),
    ...units
      .filter(({ key }) => key === own)
      .map(({ n, share }): PlaneMark => ({ kind: 'point', at: [n, share], shape: 'dot', colour: 'own', size: 8 })),
  ];
  const x = { from: 0, to: most, ticks: [0, most / 4, most / 2, (3 * most) / 4, most].map((n) => tick(n, n)) };
  const y = { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1].map((share) => tick(share, 100 * share)) };
  return { height: HEIGHT, chart: planeChart({ height: HEIGHT, x, y, marks }) };
}

function tick(at: number, value: number) {
  return { at, label: String(Math.round(value)) };
}

/** The next multiple of 20, 40, 80 …, so that its quarters are whole numbers. */
function niceEnd(most: number): number {
  let step = 20;
  while (most > 5 * step) step *= 2;
  return Math.ceil(most / step) * step;
}

/** From the fewest answers on, closer where the limits bend. */
function counts(most: number): number[] {
  const found: number[] = [];
  for (let n = FEWEST; n < most; n = Math.max(n + 1, Math.round(n * 1.06))) found.push(n);
  return [...found, most];
}
