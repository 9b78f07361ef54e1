import type { Reports } from '../../reports/index.ts';
import type { Deps } from '../deps.ts';
import { degreeKey, loadWholes, type ComparedDeps } from './compared-group.ts';
import { comparedLines } from './compared-lines.ts';
import { toComparisonView, type ComparisonView } from './comparison-view-model.ts';
import { chooseGroups, choicesOf, type Choice } from './decide-comparison.ts';
import type { ShownGroup } from './figure.ts';
import { openRelease } from './open-release.ts';
import { loadGroups } from './release-groups.ts';
import { loadBefore, sizeBefore } from './round-before.ts';
import type { ReportRequest } from './show-report.ts';

/** What the address asks for: anything. */
export type ComparisonAsked = {
  compare: string;
  beside: readonly string[];
  figure: string;
  /** Whether whoever asks may read the report of a degree: no other is named. */
  mayRead: (degree: { institution: string; degree: string }) => boolean;
};
export type ComparisonOutcome =
  { kind: 'comparison'; view: ComparisonView; invented: boolean } | { kind: 'not-shown' | 'unknown-release' };

/** A degree beside the groups that a reader chooses, and all degrees of its field. */
export async function showComparison(
  deps: ComparedDeps & Pick<Deps, 'surveys'> & { reports: Reports },
  { release: id, institution, degree, language, ...asked }: ReportRequest & ComparisonAsked,
): Promise<ComparisonOutcome> {
  const opened = await openRelease(deps, id);
  if (!opened) return { kind: 'unknown-release' };
  const { release, survey, report } = opened;
  const populations = await loadWholes(deps, id);
  const own = populations.find(({ key }) => key === degreeKey(institution, degree));
  if (!own) return { kind: 'not-shown' };

  const lines = comparedLines({ survey, language }, report);
  const before = await loadBefore(deps, { release, keys: [own.key], lines });
  const size = before && (await sizeBefore(deps, before, own));
  const choices = choicesOf({ own, populations, before: size?.respondents ?? null, mayRead: asked.mayRead });
  const chosen = chooseGroups(choices, asked);
  const items = [...new Set(lines.map(({ cell }) => cell))];
  const wanted = [own.key, ...[chosen.main, ...chosen.beside].flatMap((choice) => choice?.key ?? [])];
  const shown = populations.filter(({ key }) => wanted.includes(key));
  const groups = await loadGroups(deps, id, { populations: shown, items });
  const earlier = before?.cellsOf(own.key) ?? null;
  const groupOf = (choice: Choice): ShownGroup | null =>
    choice.with === 'before' ? earlier && { population: own, cells: earlier } : (groups.get(choice.key) ?? null);
  const named = populations.filter((one) => one.level !== 'degree' || asked.mayRead(one));
  const headline = report.headlines.find(({ item }) => item === asked.figure) ?? report.headlines[0];
  const view = toComparisonView({
    release,
    survey,
    report,
    language,
    own: groups.get(own.key) ?? { population: own, cells: new Map() },
    choices,
    chosen,
    groupOf,
    earlier: before?.release ?? null,
    headline: headline ?? null,
    asked,
    field: await fieldGroups(deps, id, { own, populations: named, item: headline?.item ?? '' }),
  });
  return { kind: 'comparison', view, invented: release.invented };
}

/** One item of the field and of every degree in it. */
async function fieldGroups(
  deps: Pick<Deps, 'db'>,
  id: string,
  {
    own,
    populations,
    item,
  }: { own: ShownGroup['population']; populations: readonly ShownGroup['population'][]; item: string },
): Promise<{ whole: ShownGroup | null; degrees: readonly ShownGroup[] }> {
  const inField = populations.filter(
    ({ level, field }) => field === own.field && (level === 'field' || level === 'degree'),
  );
  const groups = await loadGroups(deps, id, { populations: inField, items: [item] });
  return {
    whole: groups.get(`field/${own.field}`) ?? null,
    degrees: [...groups.values()].filter(({ population }) => population.level === 'degree'),
  };
}
