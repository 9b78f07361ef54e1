import type { AddressInfo } from 'node:net';
import { makeMeta } from '../../server/releases/release-meta.ts';
import { releaseFiles } from '../../server/releases/release-files.ts';
import { reportKey } from '../../server/results/report-key.ts';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { insertRelease, protectedRelease, simulatedDegrees } from './build-release.ts';
import { openTestApp } from './test-app.ts';

export type ServedRelease = {
  /** Link to all reports. */
  link: string;
  /** The release as files. */
  files: ReadonlyMap<string, string>;
  close: () => Promise<void>;
};

/** A simulated nation's release: stored, its pages served, and as files. */
export async function serveRelease(nation: {
  seed: number;
  graduates: number;
  institutions: number;
  degrees: number;
}): Promise<ServedRelease> {
  const survey = loadSurveys().find('amk-career', 2);
  if (!survey) throw new Error('amk-career 2 is missing');
  const content = protectedRelease(survey, simulatedDegrees(survey, nation));
  const server = await openTestApp();
  await insertRelease(server.deps.ownerDb, { id: 'attacked', survey, table: content.table });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.app.server.address() as AddressInfo; // it listens on a port
  return {
    link: `http://127.0.0.1:${port}/reports/${reportKey(server.deps.keys)}`,
    files: releaseFiles(makeMeta({ survey, period: '2020' }), content),
    close: server.close,
  };
}
