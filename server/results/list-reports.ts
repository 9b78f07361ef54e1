import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { toListView, type ListView } from './list-view-model.ts';
import { selectDegrees, selectReleases, type ReleaseHead } from './store.ts';

/** What the address asks for: anything. */
export type ListRequest = {
  language: Language;
  q: string;
  institution: string;
  release: string;
  /** Whether whoever asks may read the report of a degree: the list names no other. */
  mayRead: (degree: { institution: string; degree: string }) => boolean;
};

/** What was asked for and does not exist. */
export type ListProblem = { kind: 'institution' | 'release'; value: string };
export type ListOutcome =
  { kind: 'list'; view: ListView; problems: readonly ListProblem[]; builtOn: string } | { kind: 'nothing-yet' };

/** The reports of the newest release, or of the one that was asked for. */
export async function listReports(deps: Pick<Deps, 'db' | 'surveys'>, request: ListRequest): Promise<ListOutcome> {
  const loaded = await asReportRole(deps.db, async (trx) => {
    const releases = newestFirst(await selectReleases(trx));
    const release = releases.find(({ id }) => id === request.release) ?? releases[0];
    return release && { releases, release, degrees: (await selectDegrees(trx, release.id)).filter(request.mayRead) };
  });
  if (!loaded) return { kind: 'nothing-yet' };
  const { releases, release, degrees } = loaded;
  const surveyOf = (head: ReleaseHead) => deps.surveys.find(head.survey, head.version);
  const survey = surveyOf(release);
  if (!survey) throw new Error(`no definition of ${release.survey}, version ${release.version}`);
  const institution = degrees.some((degree) => degree.institution === request.institution) ? request.institution : null;
  const problems: ListProblem[] = [];
  if (request.release !== '' && release.id !== request.release)
    problems.push({ kind: 'release', value: request.release });
  if (request.institution !== '' && institution === null)
    problems.push({ kind: 'institution', value: request.institution });
  const choice = { q: request.q, institution };
  const view = toListView({ releases, release, survey, surveyOf, degrees, choice, language: request.language });
  return { kind: 'list', view, problems, builtOn: release.built_on };
}

/** The release that was built last, first. */
export function newestFirst<Head extends ReleaseHead>(releases: readonly Head[]): Head[] {
  const key = ({ built_on, id }: ReleaseHead) => `${built_on} ${id}`;
  return releases.toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
}
