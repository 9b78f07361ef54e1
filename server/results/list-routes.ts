import type { FastifyInstance } from 'fastify';
import { loadReports } from '../../reports/index.ts';
import { permissionOrKey } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { makeHighlightCounts } from './count-highlights.ts';
import { sendList } from './list-page.ts';
import { openRequest } from './open-request.ts';

type Params = { key: string };

/** The list of reports. */
export async function listRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const listDeps = { ...deps, reports: loadReports(deps.surveys), countHighlights: makeHighlightCounts(deps) };
  app.get<{ Params: Params }>('/reports/:key', permissionOrKey('reports.read', 'some'), async (request, reply) =>
    sendList(reply, openRequest(request), listDeps, (place) => request.may('reports.read', place)),
  );
}
