import type { FastifyInstance } from 'fastify';
import { permissionOrKey } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { defineView, render } from '../http/render.ts';
import { comparisonRoutes } from './comparison-routes.ts';
import { degreeRoutes } from './degree-routes.ts';
import { listRoutes } from './list-routes.ts';
import { openRequest } from './open-request.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { textsOf } from './texts/index.ts';
import { trendRoutes } from './trend-routes.ts';

const methodsView = defineView<ReportFrame>('results/views/methods');

type Params = { key: string };

/** Pages of those who plan a degree: the list, how the figures are made, and the reports. */
export async function resultRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(listRoutes, deps);
  app.get<{ Params: Params }>(
    '/reports/:key/methods',
    permissionOrKey('reports.read', 'some'),
    async (request, reply) => {
      const { key, language, notices } = openRequest(request);
      const title = textsOf(language).methodsPage.title;
      return render(reply, methodsView, reportFrame({ language, title, invented: false, key, notices }));
    },
  );
  await app.register(degreeRoutes, deps);
  await app.register(comparisonRoutes, deps);
  await app.register(trendRoutes, deps);
}
