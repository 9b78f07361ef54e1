import type { Deps } from '../deps.ts';
import { selectOptionalDraft } from './draft-store.ts';
import { publicationOf } from './publish-release.ts';
import { publishDraft } from './publish-draft.ts';
import { selectOptionalPublishedRound } from './publish-store.ts';

/** Said to readers of another edition of an invented release. */
const INVENTED_REASON = {
  fi: 'Keksityt vastaukset ovat muuttuneet.',
  sv: 'De påhittade svaren har ändrats.',
  en: 'The invented answers have changed.',
};

/** Publishes the draft of an invented round: there is nobody whom two people would have to protect. */
export async function publishInvented(
  deps: Pick<Deps, 'ownerDb' | 'embedded' | 'now'>,
  { roundId, progress }: { roundId: string; progress: (line: string) => void },
): Promise<void> {
  const round = await selectOptionalPublishedRound(deps.ownerDb, roundId);
  const draft = await selectOptionalDraft(deps.ownerDb, roundId);
  if (!round?.invented || !draft) throw new Error(`round ${roundId} has no invented draft`);
  const publication = publicationOf(deps, round, '');
  await publishDraft(deps, { draft, publication, reason: INVENTED_REASON, progress });
}
