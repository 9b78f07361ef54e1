import type { Deps } from '../deps.ts';
import { selectBuilds } from './build-store.ts';
import { APPROVERS } from './decide-approval.ts';
import { selectOptionalDraft } from './draft-store.ts';
import { previewSchema, type Preview } from './preview.ts';

/** Longer than any one step of a build: a state that is older was left by a build that was stopped. */
const STOPPED_AFTER_MS = 5 * 60_000;

export type BuildRow = {
  round: string;
  state:
    | { kind: 'waiting' | 'counting' | 'writing' | 'stopped' | 'draft' | 'half' | 'publishing' }
    | { kind: 'protecting'; percent: number }
    | { kind: 'published'; on: string };
};

/** How far the release of each frozen round is, newest round first. */
export async function showBuilds({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<BuildRow[]> {
  const rows = await selectBuilds(db);
  return rows.map((row) => ({ round: row.id, state: stateOf(row, now()) }));
}

type Row = Awaited<ReturnType<typeof selectBuilds>>[number];

function stateOf(
  { state, percent, updated_at, draft_edition, approvals, published_on }: Row,
  now: Date,
): BuildRow['state'] {
  if (state !== null && state !== 'done') {
    const isStopped = updated_at === null || now.getTime() - updated_at.getTime() > STOPPED_AFTER_MS;
    if (isStopped) return { kind: 'stopped' };
    return state === 'protecting' ? { kind: 'protecting', percent: percent ?? 0 } : { kind: state };
  }
  if (draft_edition !== null) {
    return { kind: approvals >= APPROVERS ? 'publishing' : approvals > 0 ? 'half' : 'draft' };
  }
  return published_on === null ? { kind: 'waiting' } : { kind: 'published', on: published_on };
}

/** What is to be decided of a round's draft; null where there is none. */
export async function showPreview({ db }: Pick<Deps, 'db'>, roundId: string): Promise<Preview | null> {
  const draft = await selectOptionalDraft(db, roundId);
  return draft ? previewSchema.parse(draft.preview) : null;
}
