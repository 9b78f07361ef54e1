import type { Deps } from '../deps.ts';
import { upsertBuild, type BuildState } from './draft-store.ts';

export type BuildProgress = (state: BuildState, percent?: number) => Promise<void>;

/** Tells of the building of a round's release, for the page that shows it. */
export function buildProgress({ ownerDb, now }: Pick<Deps, 'ownerDb' | 'now'>, roundId: string): BuildProgress {
  let last = '';
  return async (state, percent = state === 'done' ? 100 : 0) => {
    if (last === `${state} ${percent}`) return;
    last = `${state} ${percent}`;
    await upsertBuild(ownerDb, { round_id: roundId, state, percent, updated_at: now() });
  };
}
