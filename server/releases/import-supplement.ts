import { insertAuditEvent } from '../audit/store.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import { withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { decideSupplement, type SupplementRefusal } from './decide-supplement.ts';
import { deleteDraft, lockReleases } from './draft-store.ts';
import { readLate, type Late } from './read-late.ts';
import type { RejectedFile } from './report-rejected.ts';
import { selectHasSupplement } from './store.ts';
import { insertSupplement, selectOptionalSupplementRound, selectRoom, type LateAnswers } from './supplement-store.ts';

type Needs = Pick<Deps, 'ownerDb' | 'surveys' | 'now'>;

export type ImportSupplement = {
  roundId: string;
  /** population.csv of those who answered late: freezing has taken the register away. */
  population: string;
  responses: string;
  /** false = say what would be done. */
  confirm: boolean;
};

export type SupplementOutcome =
  | { kind: 'done'; added: number; texts: number; population: RejectedFile; responses: RejectedFile; strangers: number }
  | { kind: 'unusable'; file: string; problem: RowProblem }
  | { kind: 'unknown_definition'; definition: string }
  /** More answers than people: some have answered before. */
  | { kind: 'too_many'; place: string }
  | SupplementRefusal;

/**
 * Adds late answers to a frozen round whose release is preliminary: all of them at once, and once. The person key
 * ties a row to a person here and is not stored. Nobody can tell any more whether somebody has answered before, so
 * whoever holds the paper must know; more answers than people are refused.
 */
export async function importSupplement(deps: Needs, command: ImportSupplement): Promise<SupplementOutcome> {
  return withLongWork(deps.ownerDb, `adding late answers to round ${command.roundId}`, async () => {
    const round = await selectOptionalSupplementRound(deps.ownerDb, command.roundId);
    const decision = decideSupplement({
      hasRound: round !== null,
      isFrozen: round?.frozen_on !== null && round !== null,
      isPublished: typeof round?.release_id === 'string',
      finalFrom: round?.final_on ?? round?.final_from ?? null,
      today: today(deps),
      hasSupplement: await selectHasSupplement(deps.ownerDb, command.roundId),
    });
    if (decision.kind !== 'allowed') return decision;
    if (!round) throw new Error('allowed without a round');
    const survey = deps.surveys.find(round.survey, round.version);
    if (!survey) return { kind: 'unknown_definition', definition: `${round.survey}.v${round.version}` };
    const read = await readLate(deps, command, survey);
    if (read.kind !== 'read') return read;
    const place = await crowded(deps, command.roundId, read.responses);
    if (place !== null) return { kind: 'too_many', place };
    if (command.confirm && read.responses.length > 0) await write(deps, round, read);
    const { texts, population, rejected, strangers } = read;
    return {
      kind: 'done',
      added: read.responses.length,
      texts: texts.length,
      population,
      responses: rejected,
      strangers,
    };
  });
}

/** A degree with more answers than people; null without one. */
async function crowded(deps: Needs, roundId: string, late: readonly LateAnswers[]): Promise<string | null> {
  const room = await selectRoom(deps.ownerDb, roundId);
  for (const { background } of late) {
    const place = `${background['institution'] ?? ''}/${background['degree'] ?? ''}`;
    const left = (room.get(place) ?? 0) - 1;
    if (left < 0) return place;
    room.set(place, left);
  }
  return null;
}

async function write(
  deps: Needs,
  round: NonNullable<Awaited<ReturnType<typeof selectOptionalSupplementRound>>>,
  late: Pick<Late, 'responses' | 'texts'>,
): Promise<void> {
  await deps.ownerDb.transaction().execute(async (trx) => {
    await lockReleases(trx);
    await insertSupplement(trx, round, late);
    // A draft that was built without them must not be published.
    await deleteDraft(trx, round.id);
    const detail = { added: late.responses.length, texts: late.texts.length };
    await insertAuditEvent(trx, { on_date: today(deps), kind: 'late_answers_added', round_id: round.id, detail });
  });
}

function today({ now }: Pick<Deps, 'now'>): string {
  return now().toISOString().slice(0, 10);
}
