import { withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { addDays, decidePublish, PRELIMINARY_DAYS, type PublishRefusal } from './decide-publish.ts';
import { hasReason } from './decide-approval.ts';
import { selectOptionalDraft } from './draft-store.ts';
import { publishDraft, type Reason } from './publish-draft.ts';
import { selectOptionalPublishedRound, type Publication } from './publish-store.ts';
import { publisherOf } from './publisher-keys.ts';
import { releaseFilesOf } from './stored-files.ts';

type PublishDeps = Pick<Deps, 'ownerDb' | 'embedded' | 'now'>;

export type PublishOutcome =
  | { kind: 'published'; releaseId: string; by: string; publication: Publication; files: ReadonlyMap<string, string> }
  | PublishRefusal;

export type PublishCommand = {
  roundId: string;
  /** Texts of key files. */
  keys: readonly string[];
  reason: Reason;
  progress: (line: string) => void;
};

/** Publishes the draft of a round: two people with a key each, or nothing. */
export async function publishRelease(deps: PublishDeps, command: PublishCommand): Promise<PublishOutcome> {
  return withLongWork(deps.ownerDb, `publishing the release of round ${command.roundId}`, async () => {
    const round = await selectOptionalPublishedRound(deps.ownerDb, command.roundId);
    const draft = await selectOptionalDraft(deps.ownerDb, command.roundId);
    const publishers = [];
    for (const key of command.keys) publishers.push(await publisherOf(deps, key));
    const { reason, progress } = command;
    const decision = decidePublish({
      hasRound: round !== null,
      hasDraft: draft !== null,
      publishers,
      edition: draft?.edition ?? 1,
      hasReason: hasReason(reason),
    });
    if (decision.kind !== 'allowed') return decision;
    if (!round || !draft) throw new Error('allowed without a round or a draft');
    const publication = publicationOf(deps, round, decision.by);
    await publishDraft(deps, { draft, publication, reason, progress });
    const { release_id: releaseId } = draft;
    const files = await releaseFilesOf(deps.ownerDb, releaseId);
    return { kind: 'published', releaseId, by: decision.by, publication, files };
  });
}

/** When and by whom a release is published, and from which day on it is final. */
export function publicationOf(
  { now }: Pick<Deps, 'now'>,
  round: { closes_at: Date; time_zone: string },
  published_by: string,
): Publication {
  const published_on = now().toISOString().slice(0, 10);
  const settled = addDays(zonedDay(round.closes_at, round.time_zone), PRELIMINARY_DAYS + 1);
  return { published_on, published_by, final_from: settled > published_on ? settled : published_on };
}
