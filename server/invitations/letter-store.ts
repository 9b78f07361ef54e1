import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

// SQL of letters and of replacing a link.

/** Keys of the people who may get a letter: not those who refused. With `onlyNew`, those who never got one. */
export async function selectLetterKeys(db: Db, input: { roundId: string; onlyNew: boolean }): Promise<string[]> {
  const query = db
    .selectFrom('contact.person')
    .select('person_key')
    .where('round_id', '=', input.roundId)
    .where('refused_on', 'is', null);
  const rows = await (input.onlyNew ? query.where('letter_exported_on', 'is', null) : query).execute();
  return rows.map((row) => row.person_key);
}

/** How many people of a round have a letter. */
export async function selectLettersSent(db: Db, roundId: string): Promise<number> {
  const row = await db
    .selectFrom('contact.person')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('round_id', '=', roundId)
    .where('letter_exported_on', 'is not', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** What a letter to each of these people needs, in no order. */
export async function selectLetters(db: Db, input: { roundId: string; personKeys: readonly string[] }) {
  return db
    .selectFrom('contact.person')
    .select(['person_key', 'institution', 'contact_language', 'study_language', 'generation'])
    .where('round_id', '=', input.roundId)
    .where('refused_on', 'is', null)
    .where(sql<boolean>`person_key = any(${input.personKeys})`)
    .execute();
}

export async function markLetters(
  trx: Db,
  input: { roundId: string; personKeys: readonly string[]; exported_on: string },
): Promise<void> {
  await trx
    .updateTable('contact.person')
    .set((update) => ({ letter_exported_on: input.exported_on, messages: update('messages', '+', 1) }))
    .where('round_id', '=', input.roundId)
    .where(sql<boolean>`person_key = any(${input.personKeys})`)
    .execute();
}

/** One person, kept from changing until the transaction ends, or null. */
export async function lockOptionalPerson(trx: Db, input: { roundId: string; personKey: string }) {
  const person = await trx
    .selectFrom('contact.person')
    .select(['generation', 'code_hash'])
    .where('round_id', '=', input.roundId)
    .where('person_key', '=', input.personKey)
    .forUpdate()
    .executeTakeFirst();
  return person ?? null;
}

/** Gives a person a new link; the letter of the old one does not count any more. */
export async function updateCode(
  trx: Db,
  input: { roundId: string; personKey: string; generation: number; code_hash: Buffer },
): Promise<void> {
  await trx
    .updateTable('contact.person')
    .set({ generation: input.generation, code_hash: input.code_hash, letter_exported_on: null })
    .where('round_id', '=', input.roundId)
    .where('person_key', '=', input.personKey)
    .execute();
}

export async function insertReplacedCode(trx: Db, row: { code_hash: Buffer; round_id: string }): Promise<void> {
  await trx
    .insertInto('contact.replaced_code')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The answers stay with the person: their record is found by the new link from now on. */
export async function updateAnswerHandle(trx: Db, input: { from: Buffer; to: Buffer }): Promise<void> {
  await trx.updateTable('answer.response').set({ handle: input.to }).where('handle', '=', input.from).execute();
}

/** Deletes a person of a round with their messages and their answers, and keeps the hash of the code with why. */
export async function deletePerson(
  trx: Db,
  { roundId, personKey, codeHash, handle }: { roundId: string; personKey: string; codeHash: Buffer; handle: Buffer },
): Promise<void> {
  await trx
    .insertInto('contact.replaced_code')
    .values({ code_hash: codeHash, round_id: roundId, why: 'withdrawn' })
    .onConflict((conflict) => conflict.column('code_hash').doUpdateSet({ why: 'withdrawn' }))
    .execute();
  const who = { round_id: roundId, person_key: personKey };
  await trx
    .deleteFrom('contact.message')
    .where((eb) => eb.and(who))
    .execute();
  await trx
    .deleteFrom('contact.person')
    .where((eb) => eb.and(who))
    .execute();
  await trx.deleteFrom('answer.response').where('handle', '=', handle).execute();
}
