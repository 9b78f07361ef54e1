import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { Language } from '../engine/text.ts';

export type SenderRow = { language: Language; name: string; reply_to: string };
export type ContactRow = { name: string; email: string; phone: string };

/** Settings of an institution ('' = common), by language; only those that were saved. */
export async function selectSenders(db: Db, institution: string): Promise<SenderRow[]> {
  return db
    .selectFrom('survey.sender_setting')
    .select(['language', 'name', 'reply_to'])
    .where('institution', '=', institution)
    .execute();
}

/** What a message of an institution leaves under: its own words, else the common ones. '' where there are none. */
export async function selectSender(
  db: Db,
  { institution, language }: { institution: string; language: Language },
): Promise<Omit<SenderRow, 'language'>> {
  const { rows } = await sql<Omit<SenderRow, 'language'>>`
    select coalesce(max(nullif(name, '')) filter (where institution <> ''), max(name), '') as name,
      coalesce(max(nullif(reply_to, '')) filter (where institution <> ''), max(reply_to), '') as reply_to
    from survey.sender_setting where language = ${language} and institution in ('', ${institution})`.execute(db);
  return rows[0] ?? { name: '', reply_to: '' };
}

export async function upsertSender(db: Db, institution: string, row: SenderRow): Promise<void> {
  const { name, reply_to } = row;
  await db
    .insertInto('survey.sender_setting')
    .values({ institution, ...row })
    .onConflict((conflict) => conflict.columns(['institution', 'language']).doUpdateSet({ name, reply_to }))
    .execute();
}

/** Whom graduates of an institution may ask; null where nobody is named. */
export async function selectContact(db: Db, institution: string): Promise<ContactRow | null> {
  const row = await db
    .selectFrom('survey.institution_contact')
    .select(['name', 'email', 'phone'])
    .where('institution', '=', institution)
    .executeTakeFirst();
  return row ?? null;
}

export async function upsertContact(db: Db, institution: string, row: ContactRow): Promise<void> {
  await db
    .insertInto('survey.institution_contact')
    .values({ institution, ...row })
    .onConflict((conflict) => conflict.column('institution').doUpdateSet(row))
    .execute();
}
