import type { Reports } from '../../reports/index.ts';
import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import { withoutPerson } from '../engine/fill-texts.ts';
import type { Language } from '../engine/text.ts';
import { comparedLines } from './compared-lines.ts';
import { addressOf, loadPooled } from './pooled-trend.ts';
import { loadGroups, loadPopulations } from './release-groups.ts';
import { loadBefore, mapsOf, pooledOf, roundsOf } from './round-before.ts';
import { selectReleases, type ReleaseHead } from './store.ts';
import type { TrendRound } from './trend-series.ts';
import { toTrendView, type TrendView } from './trend-view-model.ts';

export type TrendOutcome =
  | {
      kind: 'trends';
      view: TrendView;
      /** The newest release that shows the degree. */
      release: string;
      invented: boolean;
    }
  | { kind: 'not-shown' };

type Place = { institution: string; degree: string; language: Language };

/** A degree over the rounds of its survey. The newest round that shows it is the last. */
export async function showTrends(
  deps: Pick<Deps, 'db' | 'surveys'> & { reports: Reports },
  place: Place,
): Promise<TrendOutcome> {
  const releases = await asReportRole(deps.db, selectReleases);
  const surveys = [...new Set(releases.map(({ survey }) => survey))].sort();
  for (const survey of surveys) {
    const found = await trendsOf(deps, { survey, releases, place });
    if (found) return found;
  }
  return { kind: 'not-shown' };
}

async function trendsOf(
  deps: Pick<Deps, 'db' | 'surveys'> & { reports: Reports },
  { survey: name, releases, place }: { survey: string; releases: readonly ReleaseHead[]; place: Place },
): Promise<Extract<TrendOutcome, { kind: 'trends' }> | null> {
  const report = deps.reports.find(name);
  if (!report) return null;
  const load = async (heads: readonly ReleaseHead[]) => {
    const rounds: TrendRound[] = [];
    for (const release of heads) {
      const version = deps.surveys.find(name, release.version);
      if (version) rounds.push(await loadRound(deps, release, { place, items: itemsOf(version, report) }));
    }
    return rounds;
  };
  const all = await load(roundsOf(releases, name));
  const windows = await loadPooled(deps, {
    heads: roundsOf(releases, name),
    place,
    itemsOf: (version) => itemsOf(version, report),
  });
  const last = all.findLast(({ own, release }) => own !== null || windows.some((one) => one.release.id === release.id));
  const survey = last && deps.surveys.find(name, last.release.version);
  if (!last || !survey) return null;
  const rounds = all.slice(0, all.indexOf(last) + 1);
  const lines = comparedLines({ survey, language: place.language }, report);
  const key = `degree/${place.institution}/${place.degree}`;
  const before = await loadBefore(deps, { release: last.release, keys: [key], lines });
  const view = toTrendView({
    survey: withoutPerson(survey),
    report,
    language: place.language,
    place,
    rounds: rounds.slice(
      Math.max(
        0,
        rounds.findIndex(({ own }) => own !== null),
      ),
    ),
    pooled: [...(await load(pooledOf(releases, name))), ...windows],
    maps: mapsOf(name),
    before: before?.cellsOf(key) ?? null,
  });
  return { kind: 'trends', view, release: addressOf(last), invented: last.release.invented };
}

function itemsOf(survey: Parameters<typeof comparedLines>[0]['survey'], report: Parameters<typeof comparedLines>[1]) {
  return [...new Set(comparedLines({ survey, language: 'en' }, report).map(({ cell }) => cell))];
}

async function loadRound(
  deps: Pick<Deps, 'db'>,
  release: ReleaseHead,
  { place, items }: { place: Place; items: readonly string[] },
): Promise<TrendRound> {
  const all = await loadPopulations(deps, release.id, ['degree', 'field']);
  const own = all.find((one) => one.key === `degree/${place.institution}/${place.degree}`);
  const field = all.find((one) => own !== undefined && one.key === `field/${own.field}`);
  const populations = [own, field].filter((one) => one !== undefined);
  const groups = await loadGroups(deps, release.id, { populations, items });
  return {
    release,
    own: (own && groups.get(own.key)) ?? null,
    field: (field && groups.get(field.key)) ?? null,
  };
}
