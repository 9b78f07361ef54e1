import type { Deps } from '../deps.ts';
import type { Survey } from '../engine/survey.ts';
import type { RoundKeys } from '../keys/key-store.ts';
import { selectOptionalRoundShared } from './store.ts';

/** A round that is not frozen, with what it takes to work on its people. */
export type LiveRound = {
  kind: 'round';
  id: string;
  survey: Survey;
  keys: RoundKeys;
  cohort: string;
  time_zone: string;
  opens_at: Date;
  closes_at: Date;
  invented: boolean | null;
};

/** Why there is no work on a round's people. */
export type RoundUnavailable =
  | { kind: 'unknown_round' }
  | { kind: 'frozen' }
  /** The key files are not where the configuration says. */
  | { kind: 'keys_missing' }
  /** This program does not have the version of the survey that the round asks. */
  | { kind: 'definition_missing'; definition: string };

/** Looks up a round that people can still be added to and written to. */
export async function openLiveRound(
  deps: Pick<Deps, 'ownerDb' | 'keys' | 'surveys'>,
  roundId: string,
): Promise<LiveRound | RoundUnavailable> {
  const row = await selectOptionalRoundShared(deps.ownerDb, roundId);
  if (!row) return { kind: 'unknown_round' };
  if (row.freeze_step > 0) return { kind: 'frozen' };
  const survey = deps.surveys.find(row.survey, row.version);
  if (!survey) return { kind: 'definition_missing', definition: `${row.survey}.v${row.version}` };
  const keys = deps.keys.allRoundKeys().get(row.id);
  if (!keys) return { kind: 'keys_missing' };
  const { id, cohort, time_zone, opens_at, closes_at, invented } = row;
  return { kind: 'round', id, survey, keys, cohort, time_zone, opens_at, closes_at, invented };
}
