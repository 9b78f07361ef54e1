import { setTimeout as sleep } from 'node:timers/promises';
import { insertAuditEvent } from '../audit/store.ts';
import { withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import type { Survey } from '../engine/survey.ts';
import { countTargets } from './count-targets.ts';
import { decideFreeze, FREEZE_STEPS, type FreezeDecision, type KeptParts } from './decide-freeze.ts';
import { freezeAnswers, readKeptParts } from './freeze-answers.ts';
import { clearContacts, countEvents } from './freeze-contacts.ts';
import {
  markFreezeStep,
  markFrozen,
  rewriteTable,
  selectFrozenCounts,
  selectNextTransaction,
  selectOldReaders,
  tidyFrozenTables,
  type RewrittenTable,
} from './freeze-store.ts';
import { lockOptionalRound } from './store.ts';
import { zonedDay } from './zoned-time.ts';

type FreezeDeps = Pick<Deps, 'ownerDb' | 'embedded' | 'surveys' | 'keys' | 'now' | 'randomBytes'>;

export type FreezeOutcome =
  | { kind: 'frozen'; submitted: number; partial: number; texts: number }
  | (Extract<FreezeDecision, { kind: 'too_early' }> & { time_zone: string })
  | { kind: 'frozen_already' }
  | { kind: 'unknown_round' }
  | { kind: 'unknown_definition'; definition: string };

/** How long freezing waits for a reader of the old rows, such as a backup, to end. */
const OLD_READERS_MS = 10 * 60_000;
const LOOK_AGAIN_MS = 500;

type Work = {
  round: { id: string; closes_at: Date; time_zone: string };
  survey: Survey;
  kept: KeptParts;
  progress: (line: string) => void;
};

/**
 * Freezes a round for good: five steps, each safe to repeat when the process was killed in the middle
 * of it; the round notes which are done. See docs/privacy.md for what is kept and what is not.
 */
export async function freezeRound(
  deps: FreezeDeps,
  command: { roundId: string; progress: (line: string) => void },
): Promise<FreezeOutcome> {
  return withLongWork(deps.ownerDb, `freezing round ${command.roundId}`, async () => {
    // The lock waits for savers whose transactions are open: after closing and tolerance no others come.
    const round = await lockOptionalRound(deps.ownerDb, command.roundId);
    if (!round) return { kind: 'unknown_round' };
    const survey = deps.surveys.find(round.survey, round.version);
    if (!survey) return { kind: 'unknown_definition', definition: `${round.survey}.v${round.version}` };
    const decision = decideFreeze(round, deps.now());
    if (decision.kind === 'too_early') return { ...decision, time_zone: round.time_zone };
    if (decision.kind === 'frozen_already') return decision;
    const kept = await readKeptParts(deps, round.id, survey);
    for (let step = decision.from; step <= FREEZE_STEPS; step += 1) {
      await takeStep(
        deps,
        { round, survey, kept, progress: (line) => command.progress(`step ${step} of ${FREEZE_STEPS}, ${line}`) },
        step,
      );
      await markFreezeStep(deps.ownerDb, { roundId: round.id, step });
    }
    return { kind: 'frozen', ...(await selectFrozenCounts(deps.ownerDb, round.id)) };
  });
}

async function takeStep(deps: FreezeDeps, work: Work, step: number): Promise<void> {
  const roundId = work.round.id;
  const answers = { roundId, kept: work.kept, progress: work.progress };
  switch (step) {
    case 1:
      return countTargets(deps, { roundId, survey: work.survey, splits: work.kept.splits, progress: work.progress });
    case 2:
      await freezeAnswers(deps, answers);
      await rewriteTables(deps, ['answer.response'], work.progress);
      return tidyFrozenTables(deps.ownerDb);
    case 3:
      await clearContacts(deps, { roundId, progress: work.progress });
      return rewriteTables(
        deps,
        ['contact.person', 'contact.replaced_code', 'contact.message', 'contact.message_step'],
        work.progress,
      );
    case 4: {
      const lastDay = zonedDay(new Date(work.round.closes_at.getTime() - 1), work.round.time_zone);
      await countEvents(deps, { roundId, on_date: lastDay, progress: work.progress });
      return rewriteTables(deps, ['survey.answering_event'], work.progress);
    }
    case 5:
      // The last look before the keys go: nothing may be left that only they could find.
      if ((await freezeAnswers(deps, answers)).moved > 0) await rewriteTables(deps, ['answer.response'], work.progress);
      deps.keys.deleteRoundKeys(roundId);
      work.progress('the keys of the round are deleted');
      return noteFrozen(deps, work);
    default:
      throw new Error(`Freezing has no step ${step}.`);
  }
}

async function noteFrozen(deps: FreezeDeps, { round }: Work): Promise<void> {
  const frozenOn = zonedDay(deps.now(), round.time_zone);
  await deps.ownerDb.transaction().execute(async (trx) => {
    const isFirst = await markFrozen(trx, { roundId: round.id, frozen_on: frozenOn });
    if (isFirst) await insertAuditEvent(trx, { on_date: frozenOn, kind: 'round_frozen', round_id: round.id });
  });
}

/** On a server, whoever began earlier would keep the old rows in the new files: they are waited for. */
async function rewriteTables(
  deps: FreezeDeps,
  tables: readonly RewrittenTable[],
  progress: Work['progress'],
): Promise<void> {
  if (!deps.embedded) await waitForOldReaders(deps, progress);
  for (const table of tables) {
    await rewriteTable(deps.ownerDb, table);
    progress(`${table} is written anew`);
  }
}

async function waitForOldReaders(deps: FreezeDeps, progress: Work['progress']): Promise<void> {
  const next = await selectNextTransaction(deps.ownerDb);
  for (let waited = 0; (await selectOldReaders(deps.ownerDb, next)) > 0; waited += LOOK_AGAIN_MS) {
    if (waited === 0) progress('waiting for readers that began earlier, such as a backup');
    if (waited >= OLD_READERS_MS) {
      throw new Error(
        'Something has read the database for ten minutes, perhaps a backup. Run the same command when it is done.',
      );
    }
    await sleep(LOOK_AGAIN_MS);
  }
}
