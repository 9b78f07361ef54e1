import type { FastifyInstance } from 'fastify';
import { loadReports } from '../../reports/index.ts';
import { permissionOrKey } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { fileHeaders, isReportFile } from './files/file-links.ts';
import { reportFile } from './files/report-file.ts';
import { openRequest } from './open-request.ts';
import { placeOf, refuse } from './report-routes.ts';
import { showReport } from './show-report.ts';
import { openStanding, withStanding } from './standing-routes.ts';

type Params = { key: string; release: string; institution: string; degree: string; file: string };

const READ = permissionOrKey('reports.read', 'degree');

/** The report of one degree as files. */
export async function reportFileRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const reports = loadReports(deps.surveys);
  app.get<{ Params: Params }>('/reports/:key/:release/:institution/:degree/:file', READ, async (request, reply) => {
    const asked = openRequest(request);
    const { file } = request.params;
    if (!isReportFile(file)) throw new HttpError(404, 'no such page');
    const place = placeOf(request.params);
    const standing = await openStanding(deps, reply, { asked, place, rest: `/${file}` });
    if (!standing) return reply;
    const outcome = await showReport({ ...deps, reports }, { ...place, language: asked.language });
    if (outcome.kind !== 'report') return refuse(reply, asked, outcome.kind);
    const { report } = withStanding(outcome, standing);
    const named = { language: asked.language, release: place.release, address: deps.config.baseUrl ?? '' };
    return reply.headers(fileHeaders(place, file)).send(await reportFile(report, file, named));
  });
}
