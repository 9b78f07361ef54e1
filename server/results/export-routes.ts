import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { permissionOrKey } from '../accounts/access.ts';
import { defineView, render } from '../http/render.ts';
import { makeExportJobs } from './export/export-jobs.ts';
import { zipFolder } from './export/zip-folder.ts';
import { toExportPage, type ExportPage } from './export-page.ts';
import { describeReports } from './export/find-reports.ts';
import { openRequest } from './open-request.ts';
import type { ReportDeps } from './show-report.ts';

const exportView = defineView<ExportPage>('results/views/export');
type Params = { key: string; release: string; institution: string };

/** Who may read all of an institution. */
const READ = permissionOrKey('reports.read', 'institution');

/** All reports of an institution as files. */
export async function exportRoutes(app: FastifyInstance, deps: Deps & ReportDeps): Promise<void> {
  const jobs = makeExportJobs(deps);
  app.addHook('onClose', () => jobs.stop());
  const path = '/reports/:key/files/:release/:institution';

  app.get<{ Params: Params }>(path, READ, async (request, reply) => {
    const { asked, place, listed } = await open(deps, request);
    return render(reply, exportView, toExportPage(asked, { ...listed, ...place, state: jobs.state(place) }));
  });
  app.post<{ Params: Params }>(path, READ, async (request, reply) => {
    const { place } = await open(deps, request);
    jobs.start(place);
    return reply.redirect(`${place.institution}?lang=${place.language}`, 303);
  });
  app.get<{ Params: Params }>(`${path}/reports.zip`, READ, async (request, reply) => {
    const { place, listed } = await open(deps, request);
    const state = jobs.state(place);
    if (state.kind !== 'done') return reply.redirect(`../${place.institution}?lang=${place.language}`, 303); // it says how far it is
    const name = `${place.release}-${place.institution}-${place.language}.zip`; // codes all
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(zipFolder(state.folder, listed.builtOn));
  });
}

/** What is asked for. An institution without reports, and a release that is not there, are pages that do not exist. */
async function open(deps: Deps, request: FastifyRequest<{ Params: Params }>) {
  const asked = openRequest(request);
  const { release, institution } = request.params;
  const place = { release, institution, language: asked.language };
  const listed = await describeReports(deps, place);
  if (!listed) throw new HttpError(404, 'no reports');
  return { asked, place, listed };
}
