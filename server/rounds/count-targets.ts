import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import type { Survey } from '../engine/survey.ts';
import { coarsenBackground } from '../invitations/coarsen-background.ts';
import { keepCurves } from '../monitor/keep-curves.ts';
import { decideFreeze } from './decide-freeze.ts';
import {
  replaceTargetCounts,
  selectDegreeSizes,
  selectPersonsToCount,
  updateGraduationYears,
} from './freeze-contact-store.ts';
import { markFreezeStep } from './freeze-store.ts';
import { lockOptionalRound } from './store.ts';
import { makeTargetCounter, type TargetCount, type TargetCounter } from './target-counter.ts';

type Work = { roundId: string; survey: Survey; splits: readonly string[]; progress: (line: string) => void };

const PAGE = 2000;

/**
 * Counts the target population and stores the counts. They count only if the round is as it was when
 * counting began: another process may have gone further, or have opened the round again. With them the round's curves
 * are kept, while the days of answers are still there.
 */
export async function countTargets(deps: Pick<Deps, 'ownerDb' | 'now'>, work: Work): Promise<void> {
  const counter = makeTargetCounter(work.splits);
  await countAll(deps, work, counter);
  await deps.ownerDb.transaction().execute(async (trx) => {
    const round = await lockOptionalRound(trx, work.roundId);
    const isStill = round && decideFreeze(round, deps.now()).kind === 'go' && round.freeze_step === 0;
    if (!isStill) throw new Error('The round was changed while it was counted. Nothing was changed; look at it again.');
    // An import of another process takes turns with this transaction by the round's row: it may have come between.
    if (!isSameSize(counter.counts(), await selectDegreeSizes(trx, work.roundId))) {
      throw new Error('People were imported while they were counted. Nothing was frozen; run the command again.');
    }
    await replaceTargetCounts(trx, work.roundId, counter.counts());
    const totals = counter.counts().filter(({ split }) => split === '');
    await keepCurves(trx, round, totals);
    await updateGraduationYears(trx, { roundId: work.roundId, graduation_years: counter.years() });
    await markFreezeStep(trx, { roundId: work.roundId, step: 1 });
  });
}

async function countAll(deps: Pick<Deps, 'ownerDb'>, work: Work, counter: TargetCounter): Promise<void> {
  let counted = 0;
  for (let after = ''; ;) {
    const page = await selectPersonsToCount(deps.ownerDb, { roundId: work.roundId, after, limit: PAGE });
    for (const person of page) {
      const { institution, degree, graduation_date } = person;
      if (institution === null || degree === null || graduation_date === null) continue; // never of an open round
      counter.add({ institution, degree, graduation_date, background: coarsenBackground(work.survey, person) });
    }
    const last = page.at(-1);
    if (!last) return;
    counted += page.length;
    work.progress(`target population: ${counted} persons counted`);
    after = last.person_key;
    await letOthersIn();
  }
}

function isSameSize(counts: readonly TargetCount[], sizes: ReadonlyMap<string, number>): boolean {
  const totals = counts.filter(({ split }) => split === '');
  return (
    totals.length === sizes.size &&
    totals.every(({ institution, degree, target }) => sizes.get(`${institution}/${degree}`) === target)
  );
}
