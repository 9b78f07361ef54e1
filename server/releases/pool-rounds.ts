import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import type { PooledRound } from '../disclosure/window-catalogue.ts';
import type { Survey } from '../engine/survey.ts';
import { chooseWindows } from './choose-windows.ts';
import { createPooledCounter, type ToldFigures } from './pooled-counter.ts';
import {
  selectOptionalFirstManifest,
  selectToldCells,
  selectToldPopulations,
  type PublishedRound,
} from './pool-store.ts';
import { poolingOf, type Pooling } from './pooling.ts';
import { releaseIdOf } from './release-head.ts';
import { roundsBeside } from './rounds-beside.ts';
import { selectSentResponses, selectTargets } from './store.ts';
import { noteFigure, windowsIn } from './told-figures.ts';

type PoolDeps = Pick<Deps, 'ownerDb' | 'surveys'>;

const RESPONSES_AT_ONCE = 400;

/**
 * The rounds of the same survey of which something is published, counted once more, and the windows that the
 * release of a round may show. null: there is no round before.
 */
export async function poolRounds(
  deps: PoolDeps,
  { roundId, survey, period }: { roundId: string; survey: Survey; period: string },
): Promise<Pooling | null> {
  const published = await roundsBeside(deps.ownerDb, { roundId, period });
  // What was published once is built again from the rounds that had a release then.
  const manifest = await selectOptionalFirstManifest(deps.ownerDb, roundId);
  const before = manifest && windowsIn(manifest);
  if (!published || (manifest && !before)) return null;
  const rounds = before ? published.filter((one) => before.beside.includes(one.period)) : published;
  const shown = rounds.filter(({ isShown }) => isShown);
  if (!before && chooseWindows({ period }, shown).length === 0) return null;
  const others: PooledRound[] = [];
  for (const round of rounds.toSorted((a, b) => (a.period < b.period ? -1 : 1)))
    others.push(await countOnceMore(deps, survey, round));
  return before ? { period, others, windows: before.windows } : poolingOf(period, others, shown);
}

/** A round before, from the answers that its first edition counted. */
async function countOnceMore(
  { ownerDb, surveys }: PoolDeps,
  survey: Survey,
  { round_id: roundId, version, period, manifest }: PublishedRound,
): Promise<PooledRound> {
  const asked = surveys.find(survey.definition.survey, version);
  if (!asked) throw new Error(`version ${version} of ${survey.definition.survey} is not known`);
  const told = await toldBefore({ ownerDb }, roundId, manifest);
  const targets = await selectTargets(ownerDb, roundId);
  const counter = createPooledCounter(survey, { asked, targets, splits: told.splits });
  for (let after: string | null = null; ;) {
    const rows = await selectSentResponses(ownerDb, { roundId, which: 'first' }, { after, limit: RESPONSES_AT_ONCE });
    for (const { background, answers } of rows) {
      const { institution = '', degree = '' } = background;
      counter.add({ institution, degree, background, answers });
    }
    after = rows.at(-1)?.key ?? null;
    if (after === null || rows.length < RESPONSES_AT_ONCE) break;
    await letOthersIn();
  }
  return counter.round({ period, name: `${roundId}#1/`, told });
}

/** What the first edition of a round's release shows: a later one says nothing more of the people it counted. */
async function toldBefore(
  { ownerDb }: Pick<PoolDeps, 'ownerDb'>,
  roundId: string,
  manifest: Readonly<Record<string, unknown>>,
): Promise<ToldFigures> {
  const releaseId = releaseIdOf(roundId, 1);
  const populations = await selectToldPopulations(ownerDb, releaseId);
  const cells = { exact: new Map<string, Set<string>>(), bounded: new Map<string, Set<string>>() };
  for (const { key } of populations) {
    for (const { item, status } of await selectToldCells(ownerDb, releaseId, key)) {
      noteFigure(status === 'exact' ? cells.exact : cells.bounded, item, key);
    }
    await letOthersIn();
  }
  return {
    ...cells,
    populations: new Set(populations.map(({ key }) => key)),
    respondents: new Map(populations.map(({ key, respondents }) => [key, respondents])),
    splits: [...new Set(populations.flatMap(({ split }) => (split === '' ? [] : [split])))].toSorted(),
    windows: windowsIn(manifest)?.windows ?? [],
  };
}
