import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { makeImportJobs } from './import-jobs.ts';
import { importRoutes } from './import-routes.ts';
import { networkRoutes } from './network-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { populationApiRoutes } from './api-routes.ts';
import { openUploadFiles } from './upload-files.ts';
import { uploadRoutes } from './upload-routes.ts';

/** Who is asked in a round: importing people, looking at them, and the same for a student register. */
export async function populationRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const files = openUploadFiles(deps.config.dataDir);
  const jobs = makeImportJobs(deps, files);
  app.addHook('onReady', () => jobs.begin());
  app.addHook('onClose', () => jobs.stop());
  const parts = { deps, files, jobs };
  await app.register(uploadRoutes, parts);
  await app.register(importRoutes, parts);
  await app.register(networkRoutes, parts);
  await app.register(peopleRoutes, parts);
  await app.register(populationApiRoutes, parts);
}
