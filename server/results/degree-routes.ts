import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { exportRoutes } from './export-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { makeKeptGroups } from './kept-groups.ts';
import { loadAllReports } from './own-reports.ts';
import { questionRoutes } from './question-routes.ts';
import { reportRoutes } from './report-routes.ts';

/** Whose fields and nation are kept: a few megabytes each. */
const MOST_RELEASES = 8;

/** The reports of degrees, as pages and as files. They share what they read. */
export async function degreeRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const reports = loadAllReports(deps.surveys, deps.config.reportsDir);
  const shown = { ...deps, reports, kept: makeKeptGroups(MOST_RELEASES) };
  await app.register(reportRoutes, shown);
  await app.register(fileRoutes, shown);
  await app.register(questionRoutes, shown);
  await app.register(exportRoutes, shown);
}
