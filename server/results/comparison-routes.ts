import type { FastifyInstance } from 'fastify';
import { loadReports } from '../../reports/index.ts';
import type { Deps } from '../deps.ts';
import { defineView, render } from '../http/render.ts';
import { openRequest } from './open-request.ts';
import { addressedQuery, reportFrame, type ReportFrame } from './page-frame.ts';
import { placeOf, refuse } from './report-place.ts';
import { printDrawing, printFigures } from './print-figures.ts';
import { showComparison, type ComparisonOutcome } from './show-comparison.ts';
import { openStanding } from './standing-routes.ts';

type ComparisonPage = ReportFrame &
  Pick<Extract<ComparisonOutcome, { kind: 'comparison' }>, 'view'> & {
    figures: Awaited<ReturnType<typeof printFigures>>;
    /** The funnel as drawn; null where there is none. */
    funnel: { svg: string } | null;
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
    const place = placeOf(request.params);
    if (!(await openStanding(deps, reply, { asked, place, rest: '/comparison' }))) return reply;
    const mayRead = (one: { institution: string; degree: string }) => request.may('reports.read', one);
    const wanted = { compare: query('compare'), beside: queries('beside'), figure: query('figure'), mayRead };
    const outcome = await showComparison({ ...deps, reports }, { ...place, language, ...wanted });
    if (outcome.kind !== 'comparison') return refuse(reply, asked, outcome.kind);
    const { view, invented } = outcome;
    const funnel = view.funnel?.shown?.drawing;
    const title = `${view.texts.compare.title}, ${view.degree}, ${view.institution}`;
    const kept = { compare: wanted.compare, figure: wanted.figure };
    return render(reply, comparisonView, {
      ...reportFrame({ language, title, invented, key, notices: [...notices, ...view.notices], query: kept }),
      view,
      figures: await printFigures(view.figures),
      funnel: funnel ? { svg: printDrawing(funnel) } : null,
      back: `../${asked.degree}?${addressedQuery(language, view.compare === 'field' ? '' : view.compare)}`,
      depth: () => null,
    });
  });
}
