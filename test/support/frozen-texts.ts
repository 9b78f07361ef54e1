import { randomUUID } from 'node:crypto';
import type { Db } from '../../server/db/schema/index.ts';
import { registerList } from '../../server/engine/register-lists.ts';
import { insertRelease, protectedTable, simulatedDegrees } from './build-release.ts';
import { careerSurvey } from './figure-context.ts';
import type { TestApp } from './test-app.ts';

export type Place = { institution: string; degree: string };
export type WrittenText = Place & { key: string; item: string; body: string; field: string };
export type TextRound = {
  releaseId: string;
  roundId: string;
  /** Degrees that the release shows, the largest first, with their fields. */
  degrees: (Place & { field: string })[];
  write: (item: string, of: Place, bodies: readonly string[]) => Promise<WrittenText[]>;
};

/** A release of a simulated nation with the frozen round it came from, and a way to put texts there. */
export async function releasedRound(server: TestApp, id: string): Promise<TextRound> {
  const { survey } = careerSurvey();
  const { table } = protectedTable(survey, simulatedDegrees(survey, { graduates: 1500, seed: 5, institutions: 4 }));
  await insertRelease(server.deps.ownerDb, { id, survey, table });
  const roundId = `round-${id}`;
  const fields = new Map(registerList(survey, 'degree').codes.map(({ code, group }) => [code, group ?? '']));
  const write = async (item: string, { institution, degree }: Place, bodies: readonly string[]) => {
    const rows = bodies.map((body) => ({ key: randomUUID(), round_id: roundId, item, institution, degree, body }));
    await server.deps.ownerDb.insertInto('answer.frozen_text').values(rows).execute();
    return rows.map((row) => ({ ...row, field: fields.get(degree) ?? '' }));
  };
  const degrees = table.populations
    .filter(({ level }) => level === 'degree')
    .toSorted((a, b) => b.respondents - a.respondents || (a.key < b.key ? -1 : 1));
  return { releaseId: id, roundId, degrees, write };
}

/** Where the review of a text stands in the database. */
export async function reviewOf(db: Db, key: string) {
  return (await db.selectFrom('answer.text_review').selectAll().where('text_key', '=', key).executeTakeFirst()) ?? null;
}
