import type { FastifyInstance } from 'fastify';
import { permissionOrKey } from '../accounts/access.ts';
import { printableLog } from '../actions/printable-log.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { fileHeaders, isReportFile } from './files/file-links.ts';
import { closePrinter, reportFile } from './files/report-file.ts';
import { openRequest } from './open-request.ts';
import { placeOf, refuse } from './report-place.ts';
import { openStanding } from './standing-routes.ts';
import { withStanding } from './with-standing.ts';
import { showReport, type ReportDeps } from './show-report.ts';

const READ = permissionOrKey('reports.read', 'degree');

type Params = { key: string; release: string; institution: string; degree: string; file: string };

/** The report of one degree as files. */
export async function fileRoutes(app: FastifyInstance, deps: Deps & ReportDeps): Promise<void> {
  app.addHook('onClose', async () => closePrinter());
  app.get<{ Params: Params }>('/reports/:key/:release/:institution/:degree/:file', READ, async (request, reply) => {
    const asked = openRequest(request);
    const { file } = request.params;
    if (!isReportFile(file)) throw new HttpError(404, 'no such page');
    const place = placeOf(request.params);
    const standing = await openStanding(deps, reply, { asked, place, rest: `/${file}` });
    if (!standing) return reply;
    const outcome = await showReport(deps, { ...place, variant: asked.query('report'), language: asked.language });
    if (outcome.kind !== 'report') return refuse(reply, asked, outcome.kind);
    const { language } = asked;
    const log = file === 'report.pdf' ? await printableLog(deps, { ...place, language }) : null;
    const named = { language, release: place.release, address: deps.config.baseUrl ?? '', log };
    const variant = outcome.report.variant ? asked.query('report') : '';
    return reply
      .headers(fileHeaders(place, file, variant))
      .send(await reportFile(withStanding(outcome.report, standing.lines), file, named));
  });
}
