import type { Reports } from '../../reports/index.ts';
import { countOpenActions } from '../actions/count-open-actions.ts';
import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import type { CountHighlights } from './count-highlights.ts';
import { toListView, type ListView } from './list-view-model.ts';
import { loadPooledDegrees } from './pooled-trend.ts';
import { loadPopulations } from './release-groups.ts';
import { selectNextClosing, selectReleases, type ReleaseHead } from './store.ts';

/** What the address asks for: anything. */
export type ListRequest = {
  language: Language;
  q: string;
  institution: string;
  field: string;
  release: string;
  /** Whether whoever asks may read the report of a degree: the list names no other. */
  mayRead: (degree: { institution: string; degree: string }) => boolean;
};

/** What was asked for and does not exist. */
export type ListProblem = { kind: 'institution' | 'field' | 'release'; value: string };
export type ListOutcome =
  | { kind: 'list'; view: ListView; problems: readonly ListProblem[] }
  /** `closes`: when the next round closes; null where none is open or to come. */
  | { kind: 'nothing-yet'; closes: Date | null };

type ListDeps = Pick<Deps, 'db' | 'surveys' | 'now'> & { reports: Reports; countHighlights: CountHighlights };

/** The reports of the newest release, or of the one that was asked for. */
export async function listReports(deps: ListDeps, request: ListRequest): Promise<ListOutcome> {
  const releases = await publishedReleases(deps);
  const release = releases.find(({ id }) => id === request.release) ?? releases[0];
  if (!release) return { kind: 'nothing-yet', closes: await selectNextClosing(deps.db, deps.now()) };
  const surveyOf = (head: ReleaseHead) => deps.surveys.find(head.survey, head.version);
  const survey = surveyOf(release);
  const report = deps.reports.find(release.survey);
  if (!survey || !report) throw new Error(`no report on ${release.survey}, version ${release.version}`);
  const all = await loadPopulations(deps, release.id, ['degree']);
  const populations = all.filter(request.mayRead);
  const pooled = (await loadPooledDegrees(deps, release.id)).filter(request.mayRead);
  const degrees = [...populations.filter(({ split }) => split === ''), ...pooled];
  const parts = populations.filter(({ split }) => split !== '');
  const institution = degrees.some((one) => one.institution === request.institution) ? request.institution : null;
  const field = degrees.some((one) => one.field === request.field) ? request.field : null;
  const asked: [ListProblem['kind'], string, string | null][] = [
    ['release', request.release, release.id === request.release ? request.release : null],
    ['institution', request.institution, institution],
    ['field', request.field, field],
  ];
  const problems = asked.flatMap(([kind, value, found]) => (value !== '' && found !== value ? [{ kind, value }] : []));
  const view = toListView({
    releases,
    release,
    survey,
    surveyOf,
    degrees,
    parts,
    highlights: await deps.countHighlights(release, {
      survey,
      report,
      degrees: all.filter(({ split }) => split === ''),
    }),
    actions: await countOpenActions(deps),
    choice: { q: request.q, institution, field },
    language: request.language,
  });
  return { kind: 'list', view, problems };
}

/** Published releases, the one that was built last first. */
export async function publishedReleases({ db }: Pick<Deps, 'db'>): Promise<ReleaseHead[]> {
  return newestFirst(await asReportRole(db, selectReleases));
}

/** The release that was built last, first. */
export function newestFirst<Head extends ReleaseHead>(releases: readonly Head[]): Head[] {
  const key = ({ built_on, period, id }: ReleaseHead) => `${built_on} ${period} ${id}`;
  return releases.toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
}
