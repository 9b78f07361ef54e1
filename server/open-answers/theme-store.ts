import type { Db } from '../db/schema/index.ts';

export type ThemeRow = Awaited<ReturnType<typeof selectThemes>>[number];

/** Themes of a round's question, in their order; of all its questions when none is named. */
export async function selectThemes(db: Db, { roundId, item }: { roundId: string; item: string | null }) {
  return db
    .selectFrom('answer.text_theme')
    .select(['id', 'item', 'place', 'fi', 'sv', 'en'])
    .where('round_id', '=', roundId)
    .$if(item !== null, (query) => query.where('item', '=', item ?? ''))
    .orderBy('place')
    .orderBy('id')
    .execute();
}

export async function insertTheme(
  db: Db,
  theme: { id: string; round_id: string; item: string; place: number; fi: string; sv: string; en: string },
): Promise<void> {
  await db.insertInto('answer.text_theme').values(theme).execute();
}

/** Renames a theme of a round. False when there is none. */
export async function updateTheme(
  db: Db,
  { id, roundId, names }: { id: string; roundId: string; names: { fi: string; sv: string; en: string } },
): Promise<boolean> {
  const changed = await db
    .updateTable('answer.text_theme')
    .set(names)
    .where('id', '=', id)
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Removes a theme; its texts lose it and nothing else. */
export async function deleteTheme(trx: Db, { id, roundId }: { id: string; roundId: string }): Promise<void> {
  await trx.deleteFrom('answer.theme_of_text').where('theme_id', '=', id).where('round_id', '=', roundId).execute();
  await trx.deleteFrom('answer.text_theme').where('id', '=', id).where('round_id', '=', roundId).execute();
}

/** Which themes each text of a round has. */
export async function selectThemesOfTexts(db: Db, roundId: string) {
  return db
    .selectFrom('answer.theme_of_text')
    .select(['text_key', 'theme_id'])
    .where('round_id', '=', roundId)
    .execute();
}

/** The themes of one text. */
export async function selectThemesOfText(db: Db, key: string): Promise<string[]> {
  const rows = await db.selectFrom('answer.theme_of_text').select('theme_id').where('text_key', '=', key).execute();
  return rows.map(({ theme_id }) => theme_id);
}

/** Gives a text these themes and no others. */
export async function replaceThemesOfText(
  trx: Db,
  { key, roundId, themes }: { key: string; roundId: string; themes: readonly string[] },
): Promise<void> {
  await trx.deleteFrom('answer.theme_of_text').where('text_key', '=', key).execute();
  if (themes.length === 0) return;
  const rows = themes.map((theme_id) => ({ text_key: key, theme_id, round_id: roundId }));
  await trx.insertInto('answer.theme_of_text').values(rows).execute();
}
