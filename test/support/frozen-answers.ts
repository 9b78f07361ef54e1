import { canonicalJson } from '../../server/definitions/definition-hash.ts';
import type { Db } from '../../server/db/schema/index.ts';
import type { Survey } from '../../server/engine/survey.ts';
import { textsOf, type BuiltPerson } from './build-round.ts';

/** What must be left of a person's answers after freezing, as text: by it alone a test finds the record. */
export function frozenAnswers(survey: Survey, person: BuiltPerson): string {
  const texts = textsOf(survey);
  const answers = Object.entries(person.answers).filter(([code]) => !texts.includes(code));
  return canonicalJson({
    submitted: person.state === 'sent',
    background: person.background,
    answers: Object.fromEntries(answers),
  });
}

/** The same of every frozen record of a round, sorted. */
export async function openAnswers(db: Db, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('answer.frozen_response')
    .select(['submitted', 'background', 'answers'])
    .where('round_id', '=', roundId)
    .execute();
  return rows.map((row) => canonicalJson(row)).sort();
}
