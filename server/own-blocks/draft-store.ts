import type { Db } from '../db/schema/index.ts';
import type { BlockOwner } from '../engine/own-block.ts';
import { draftContentSchema, type Draft } from './draft.ts';

// SQL of drafts.

export type OwnedDraft = Draft & { owner: BlockOwner; saved_on: string };
type Key = { survey: string; owner: BlockOwner };

/** All drafts of a survey. */
export async function selectDrafts(db: Db, survey: string): Promise<OwnedDraft[]> {
  const rows = await db
    .selectFrom('survey.own_block_draft')
    .selectAll()
    .where('survey', '=', survey)
    .orderBy('institution')
    .orderBy('degree')
    .execute();
  return rows.map(({ institution, degree, content, revision, saved_on }) => ({
    owner: { institution, degree: degree === '' ? null : degree },
    content: draftContentSchema.parse(content),
    revision,
    saved_on,
  }));
}

/** Writes a draft, whether there was one or not. Others are kept from writing by `lockOwnBlocks`. */
export async function upsertDraft(
  trx: Db,
  { survey, owner }: Key,
  { content, revision, saved_on }: Draft & { saved_on: string },
): Promise<void> {
  const row = { content: JSON.stringify(content), revision, saved_on };
  await trx
    .insertInto('survey.own_block_draft')
    .values({ survey, institution: owner.institution, degree: owner.degree ?? '', ...row })
    .onConflict((conflict) => conflict.columns(['survey', 'institution', 'degree']).doUpdateSet(row))
    .execute();
}

export async function deleteDraft(trx: Db, { survey, owner }: Key): Promise<void> {
  await trx
    .deleteFrom('survey.own_block_draft')
    .where('survey', '=', survey)
    .where('institution', '=', owner.institution)
    .where('degree', '=', owner.degree ?? '')
    .execute();
}
