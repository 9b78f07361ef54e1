import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { loadReports } from '../../reports/index.ts';
import { permissionOrKey } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { defineView, render } from '../http/render.ts';
import { drawChart } from './draw-chart.ts';
import { openRequest } from './open-request.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { placeOf, refuse } from './report-place.ts';
import { showTrends } from './show-trends.ts';
import type { Multiple, TrendSection, TrendView } from './trend-view-model.ts';

type PrintedSection = Omit<TrendSection, 'multiples'> & {
  multiples: readonly (Omit<Multiple, 'drawing'> & { svg: string | null })[];
};
type TrendPage = ReportFrame & { view: TrendView; sections: readonly PrintedSection[]; back: string };
const trendView = defineView<TrendPage>('results/views/trends');

type Params = { key: string; institution: string; degree: string };

/** A degree over its rounds. */
export async function trendRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const reports = loadReports(deps.surveys);
  const path = '/reports/:key/trends/:institution/:degree';
  app.get<{ Params: Params }>(path, permissionOrKey('reports.read', 'degree'), async (request, reply) => {
    const asked = openRequest(request);
    const { key, language, notices } = asked;
    const { institution, degree } = placeOf({ ...request.params, release: 'any' });
    const outcome = await showTrends({ ...deps, reports }, { institution, degree, language });
    if (outcome.kind !== 'trends') return refuse(reply, asked, outcome.kind);
    const { view, release, invented } = outcome;
    const title = `${view.texts.trends.title}, ${view.degree}, ${view.institution}`;
    return render(reply, trendView, {
      ...reportFrame({ language, title, invented, key, notices }),
      view,
      sections: await printSections(view.sections),
      back: `../../${release}/${institution}/${degree}?lang=${language}`,
    });
  });
}

/** Draws one after another, so that others go on meanwhile. */
async function printSections(sections: readonly TrendSection[]): Promise<PrintedSection[]> {
  const printed: PrintedSection[] = [];
  for (const { multiples, ...section } of sections) {
    const drawn = [];
    for (const { drawing, ...multiple } of multiples) {
      drawn.push({ ...multiple, svg: drawing && drawChart(drawing.chart, drawing.height) });
      await setImmediate();
    }
    printed.push({ ...section, multiples: drawn });
  }
  return printed;
}
