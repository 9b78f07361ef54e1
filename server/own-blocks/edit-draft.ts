import type { Deps } from '../deps.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { decideEdit, type Edit, type EditDecision } from './decide-edit.ts';
import { upsertDraft } from './draft-store.ts';
import { loadBlock, type BlockPlace } from './load-block.ts';
import { lockOwnBlocks } from './store.ts';
import { surveyParts } from './survey-parts.ts';
import { takeableQuestions } from './takeable.ts';

/** The day of an event of own questions, as it is in Finland. */
export function dayOf(now: Date): string {
  return zonedDay(now, 'Europe/Helsinki');
}

/** Changes the draft of a block. Where there is none, the last version is what is changed, or an empty block. */
export async function editDraft(deps: Pick<Deps, 'db' | 'now'>, place: BlockPlace, edit: Edit): Promise<EditDecision> {
  return deps.db.transaction().execute(async (trx) => {
    await lockOwnBlocks(trx);
    const facts = await loadBlock(trx, place);
    if (edit.kind === 'copy' && (facts.draft || facts.versions.length === 0)) return { kind: 'nothing', code: null };
    const takeable = new Map([...takeableQuestions(facts)].map(([code, { question }]) => [code, question]));
    const { start: draft, owner, published, usedCodes, survey } = facts;
    const decision = decideEdit({ draft, owner, published, usedCodes, takeable, parts: surveyParts(survey) }, edit);
    if (decision.kind === 'save') {
      const saved_on = dayOf(deps.now());
      const { content } = decision;
      await upsertDraft(trx, { survey: place.name, owner }, { content, revision: draft.revision + 1, saved_on });
    }
    return decision;
  });
}
