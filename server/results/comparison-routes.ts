import type { FastifyInstance } from 'fastify';
import { loadReports } from '../../reports/index.ts';
import type { Deps } from '../deps.ts';
import { defineView, render } from '../http/render.ts';
import type { ComparisonView } from './comparison-view-model.ts';
import { drawChart } from './draw-chart.ts';
import type { PrintedFigure } from './drawings.ts';
import { printFigures } from './print-figures.ts';
import { openRequest } from './open-request.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { placeOf, refuse } from './report-routes.ts';
import { showComparison } from './show-comparison.ts';

type ComparisonPage = ReportFrame & {
  view: ComparisonView;
  figures: readonly PrintedFigure[];
  /** The funnel as drawn; null where there is none. */
  funnelSvg: string | null;
  back: string;
  /** No question of this page has a page of its own. */
  depth: () => null;
};
const comparisonView = defineView<ComparisonPage>('results/views/comparison');

const READ = { config: { access: { action: 'reports.read', scope: 'degree', withKey: true } } } as const;

type Params = { key: string; release: string; institution: string; degree: string };

/** A degree beside the groups that a reader chooses. Every part of the choice stands in the address. */
export async function comparisonRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const reports = loadReports(deps.surveys);
  const path = '/reports/:key/:release/:institution/:degree/comparison';
  app.get<{ Params: Params }>(path, READ, async (request, reply) => {
    const asked = openRequest(request);
    const { key, language, notices, query, queries } = asked;
    const wanted = { compare: query('compare'), beside: queries('beside'), figure: query('figure') };
    const mayRead = (place: { institution: string; degree: string }) => request.may('reports.read', place);
    const outcome = await showComparison(
      { ...deps, reports },
      { ...placeOf(request.params), language, ...wanted, mayRead },
    );
    if (outcome.kind !== 'comparison') return refuse(reply, asked, outcome.kind);
    const { view, invented } = outcome;
    const title = `${view.texts.compare.title}, ${view.degree}, ${view.institution}`;
    const shown = view.funnel?.shown;
    const kept = { compare: wanted.compare, figure: wanted.figure };
    return render(reply, comparisonView, {
      ...reportFrame({ language, title, invented, key, notices: [...notices, ...view.notices], query: kept }),
      view,
      figures: await printFigures(view.figures),
      funnelSvg: shown ? drawChart(shown.drawing.chart, shown.drawing.height) : null,
      back: `../${asked.degree}?lang=${language}${view.compare === 'field' ? '' : `&compare=${view.compare}`}`,
      depth: () => null,
    });
  });
}
