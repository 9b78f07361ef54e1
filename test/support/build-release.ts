import type { ProtectedRelease } from '../../server/disclosure/finish-release.ts';
import { protectRelease } from '../../server/disclosure/protect-release.ts';
import type { SafeTable } from '../../server/disclosure/safe-table.ts';
import type { Db } from '../../server/db/schema/index.ts';
import type { Aggregation } from '../../server/engine/aggregation.ts';
import type { Answers } from '../../server/engine/answer.ts';
import { typeOf } from '../../server/engine/question-types/index.ts';
import { listOf, type Survey } from '../../server/engine/survey.ts';
import { coarsenBackground } from '../../server/invitations/coarsen-background.ts';
import { drawAnswers } from '../../server/simulation/draw-answers.ts';
import { drawPerson } from '../../server/simulation/draw-person.ts';
import { makeNation, type NationOptions } from '../../server/simulation/make-nation.ts';
import { makeRandom } from '../../server/simulation/random.ts';
import { createTally, type Tally } from '../../server/statistics/tally.ts';
import { degreeCatalogue } from './degree-catalogue.ts';

/** A degree of an institution: how many were asked, and the answers of those who answered. */
export type BuiltDegree = { institution: string; degree: string; target: number; answers: readonly Answers[] };

/** What may be shown of these answers, by the real pipeline, and the raw counts behind it. */
export function protectedTable(survey: Survey, degrees: readonly BuiltDegree[]): { table: SafeTable; tally: Tally } {
  const { tally, ...release } = protectedRelease(survey, degrees);
  return { table: release.table, tally };
}

/** The same, with what a release says of itself as a whole. */
export function protectedRelease(survey: Survey, degrees: readonly BuiltDegree[]): ProtectedRelease & { tally: Tally } {
  const aggregations = new Map<string, Aggregation>(
    [...survey.questions].map(([code, question]) => [code, typeOf(question).aggregate(survey, question)]),
  );
  const fieldOf = new Map(listOf(survey, 'degrees').codes.map(({ code, group }) => [code, group ?? '']));
  const tally = createTally(aggregations);
  for (const { institution, degree, answers } of degrees) {
    const keys = ['nation', `field/${fieldOf.get(degree)}`, `degree/${institution}/${degree}`];
    for (const one of answers) tally.add([...keys, `${institution}/${degree}`], one);
  }
  const catalogue = degreeCatalogue(degrees, fieldOf);
  return { ...protectRelease({ survey, aggregations, catalogue, tally }), tally };
}

/** A simulated nation's degrees and answers, the same for the same options. */
export function simulatedDegrees(survey: Survey, options: NationOptions): BuiltDegree[] {
  const random = makeRandom(options.peopleSeed ?? options.seed, 'people');
  let number = 0;
  return makeNation(survey, options).map((programme) => {
    const answers: Answers[] = [];
    for (let index = 0; index < programme.size; index += 1) {
      number += 1;
      const person = drawPerson(random, { number, programme, cohort: 2020 });
      const drawn = drawAnswers(survey, random, { programme, background: coarsenBackground(survey, person.row) });
      if (random.next() < person.propensity) answers.push(drawn);
    }
    return { institution: programme.institution, degree: programme.degree, target: programme.size, answers };
  });
}

/** Stores a table as a release, row by row, with the round that it needs. */
export async function insertRelease(
  db: Db,
  release: { id: string; survey: Survey; table: SafeTable; builtOn?: string; period?: string },
): Promise<void> {
  const { survey, version } = release.survey.definition;
  const round_id = `round-${release.id}`;
  await db
    .insertInto('survey.round')
    .values({
      id: round_id,
      survey,
      version,
      cohort: '2020',
      opens_at: new Date('2025-10-01T06:00:00Z'),
      closes_at: new Date('2025-12-01T06:00:00Z'),
      time_zone: 'Europe/Helsinki',
      tolerance_hours: 24,
      created_on: '2025-09-01',
      invented: true,
      frozen_on: '2026-01-10',
      graduation_years: '2020',
    })
    .execute();
  await db
    .insertInto('release.release')
    .values({
      id: release.id,
      round_id,
      survey,
      version,
      period: release.period ?? '2020',
      invented: true,
      built_on: release.builtOn ?? '2026-01-15',
      tables_hash: '0'.repeat(64),
      manifest: '{}',
    })
    .execute();
  const populations = release.table.populations.map(({ members, ...population }) => ({
    ...population,
    release_id: release.id,
    members: members.join('|'),
  }));
  for (const batch of inBatches(populations)) await db.insertInto('release.population').values(batch).execute();
  const cells = [...release.table.cells].flatMap(([population_key, row]) =>
    [...row.values()].map((cell) => ({
      release_id: release.id,
      population_key,
      item: cell.id,
      cell: JSON.stringify(cell),
    })),
  );
  for (const batch of inBatches(cells)) await db.insertInto('release.cell').values(batch).execute();
}

const ROWS_AT_ONCE = 500;

function inBatches<T>(rows: readonly T[]): T[][] {
  const starts = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, index) => index * ROWS_AT_ONCE);
  return starts.map((start) => rows.slice(start, start + ROWS_AT_ONCE));
}
