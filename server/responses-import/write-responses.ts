import type { Db } from '../db/schema/index.ts';
import { canonicalJson } from '../definitions/definition-hash.ts';
import { pageAt } from '../engine/survey.ts';
import { walk } from '../engine/walk.ts';
import { answerHandle, deriveCode } from '../invitations/code.ts';
import type { LiveRound } from '../invitations/open-live-round.ts';
import { personLanguage } from '../invitations/person-language.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import type { ResponseEntry } from './read-response-row.ts';
import type { RegisterPerson } from './person-columns.ts';
import { insertRecords, selectIsLive, selectRecords, type NewRecord } from './store.ts';

export type KnownPerson = RegisterPerson & { generation: number; contact_language: string | null };
export type ResponseOfPerson = Extract<ResponseEntry<KnownPerson>, { kind: 'response' }>;

/** `unchanged`: the record is there with these very answers. `double`: there is another one. */
export type ResponseChange = 'added' | 'unchanged' | 'double';

/**
 * Adds responses in one transaction (without `write`: only says what would be done). The record's key,
 * made from the person's code, lets the database refuse a second record of a person whoever writes it.
 * 'frozen' when freezing has begun meanwhile.
 */
export async function writeResponses(
  db: Db,
  round: LiveRound,
  responses: readonly ResponseOfPerson[],
  write: boolean,
): Promise<ResponseChange[] | 'frozen'> {
  if (responses.length === 0) return [];
  const lastDay = zonedDay(new Date(round.closes_at.getTime() - 1), round.time_zone);
  const records = responses.map((response) => toRecord(round, response, lastDay));
  return db.transaction().execute(async (trx) => {
    if (!(await selectIsLive(trx, round.id))) return 'frozen';
    const stored = await selectRecords(
      trx,
      records.map(({ handle }) => handle),
    );
    const storedContent = new Map(stored.map((record) => [record.handle.toString('hex'), contentOf(record)]));
    const isNew = (record: NewRecord) => !storedContent.has(record.handle.toString('hex'));
    const { survey, version } = round.survey.definition;
    const added = write
      ? await insertRecords(trx, { id: round.id, survey, version }, records.filter(isNew))
      : records.filter(isNew).map(({ handle }) => handle);
    const isAdded = new Set(added.map((handle) => handle.toString('hex')));
    return records.map((record) => {
      const key = record.handle.toString('hex');
      if (isAdded.has(key)) return 'added';
      return storedContent.get(key) === contentOf(record) ? 'unchanged' : 'double';
    });
  });
}

/** What two records must share to be the same response. */
function contentOf(record: { answers: unknown; submitted_on: string | null }): string {
  return canonicalJson([record.answers, record.submitted_on]);
}

function toRecord(
  round: LiveRound,
  { person, survey, answers, background, submitted_on }: ResponseOfPerson,
  lastDay: string,
): NewRecord {
  const handle = answerHandle(round.keys, deriveCode(round.keys, person.person_key, person.generation));
  const pages = walk(survey, answers, background).pages.map((index) => pageAt(survey, index).code);
  return {
    handle,
    background,
    answers,
    pages_saved: pages,
    language: personLanguage(person),
    submitted_on,
    late: submitted_on > lastDay,
  };
}
