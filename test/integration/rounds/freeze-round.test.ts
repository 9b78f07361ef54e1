import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../../server/deps.ts';
import type { Db } from '../../../server/db/schema/index.ts';
import { selectAuditEvents } from '../../../server/audit/store.ts';
import { freezeRound } from '../../../server/rounds/freeze-round.ts';
import { buildRound, textsOf, type BuiltRound } from '../../support/build-round.ts';
import { frozenAnswers, openAnswers } from '../../support/frozen-answers.ts';
import { anOwnBlock, DEGREE, ELSEWHERE, INSTITUTION } from '../../support/own-blocks.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

let database: TestDatabase;
let deps: Deps;
let now = new Date('2026-11-02T00:00:00Z');
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database, () => now);
});
afterAll(() => database.close());

/** Someone of whom the register knows the graduation only. */
const NO_CONTACT = { graduation_date: '2020-05-31', code_hash: null, refused_on: null, letter_exported_on: null };

const BLOCKS = [INSTITUTION, DEGREE, ELSEWHERE].map((owner) => anOwnBlock(owner));

const quietly = (roundId: string) => ({ roundId, progress: () => undefined });

async function expectFrozen(round: BuiltRound): Promise<void> {
  const { ownerDb } = deps;
  const answered = round.people.filter(({ state }) => state !== 'silent');
  const expected = answered.map((person) => frozenAnswers(round.survey, person)).sort();
  expect(await openAnswers(ownerDb, round.id)).toEqual(expected);

  const texts = await ownerDb.selectFrom('answer.frozen_text').selectAll().where('round_id', '=', round.id).execute();
  const written = answered
    .filter(({ state }) => state === 'sent')
    .flatMap(({ answers, background }) =>
      textsOf(round.survey).flatMap((item) => {
        const body = answers[item];
        return body === undefined ? [] : [[item, background['institution'], background['degree'], body].join('|')];
      }),
    );
  expect(texts.map((row) => [row.item, row.institution, row.degree, row.body].join('|')).sort()).toEqual(
    written.sort(),
  );

  const persons = await ownerDb.selectFrom('contact.person').selectAll().where('round_id', '=', round.id).execute();
  expect(persons.length).toBe(round.people.length);
  const kept = new Set(['round_id', 'person_key', 'refused_on', 'messages']);
  const left = persons.flatMap((row) =>
    Object.entries(row).filter(([name, value]) => !kept.has(name) && value !== null && value !== 0 && value !== false),
  );
  expect(left).toEqual([]);
  if (round.hasMessages) await expectMessageCounts(round);
  await expectTargets(ownerDb, round);
  const row = await ownerDb.selectFrom('survey.round').selectAll().where('id', '=', round.id).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ freeze_step: 5, frozen_on: '2026-11-02', graduation_years: '2019-2020' });
  expect(existsSync(join(database.dataDir, 'keys', `${round.id}.key`))).toBe(false);
}

async function expectTargets(db: Db, round: BuiltRound): Promise<void> {
  const rows = await db.selectFrom('survey.target_count').selectAll().where('round_id', '=', round.id).execute();
  const { people } = round;
  for (const split of ['', 'gender', 'age_band']) {
    const counts = rows.filter((row) => row.split === split);
    expect(counts.reduce((sum, row) => sum + row.target, 0)).toBe(people.length);
    for (const { institution, degree, split_value, target } of counts) {
      const members = people.filter(
        ({ background }) =>
          background['institution'] === institution &&
          background['degree'] === degree &&
          (split === '' || background[split] === split_value),
      );
      expect(target).toBe(members.length);
    }
  }
}

describe('freezing a round', () => {
  test('is refused until closing and tolerance are over, and says when', async () => {
    const round = await buildRound(deps, { id: 'early', persons: 5, toleranceHours: 24 });
    now = new Date('2026-11-01T21:59:59Z');
    expect(await freezeRound(deps, quietly('early'))).toEqual({
      kind: 'too_early',
      earliest: new Date('2026-11-01T22:00:00Z'),
      time_zone: 'Europe/Helsinki',
    });
    expect(await openAnswers(deps.ownerDb, round.id)).toEqual([]);
    now = new Date('2026-11-02T00:00:00Z');
    expect(await freezeRound(deps, quietly('no-such'))).toEqual({ kind: 'unknown_round' });
  });

  test('keeps every answer, and of the contact side what later rounds need', async () => {
    const round = await buildRound(deps, { id: 'whole', persons: 900 });
    const other = await buildRound(deps, { id: 'other', persons: 30 });
    const lines: string[] = [];
    const outcome = await freezeRound(deps, { roundId: 'whole', progress: (line) => lines.push(line) });
    const sent = round.people.filter(({ state }) => state === 'sent').length;
    const partial = round.people.filter(({ state }) => state === 'partial').length;
    expect(outcome).toMatchObject({ kind: 'frozen', submitted: sent, partial });
    await expectFrozen(round);
    expect(new Set(lines.map((line) => line.slice(0, 'step 1 of 5'.length))).size).toBe(5);
    expect(await freezeRound(deps, quietly('whole'))).toEqual({ kind: 'frozen_already' });

    const untouched = await deps.ownerDb
      .selectFrom('answer.response')
      .select('handle')
      .where('round_id', '=', 'other')
      .execute();
    expect(untouched.length).toBe(other.people.filter(({ state }) => state !== 'silent').length);
    const codes = await deps.ownerDb
      .selectFrom('contact.person')
      .select('code_hash')
      .where('round_id', '=', 'other')
      .execute();
    expect(codes.filter((row) => row.code_hash === null)).toEqual([]);
    expect(deps.keys.allRoundKeys().has('other')).toBe(true);
  });

  test('keeps every answer to own questions, and leaves no text of them beside other answers', async () => {
    const round = await buildRound(deps, { id: 'own', persons: 300, blocks: BLOCKS });
    const own = round.people.flatMap(({ answers }) => Object.keys(answers).filter((code) => code.startsWith('own_')));
    expect(new Set(own).size).toBe(15);
    expect(await freezeRound(deps, quietly('own'))).toMatchObject({ kind: 'frozen' });
    await expectFrozen(round);
  });

  test('freezes nothing when people come in while they are counted, and all of them the next time', async () => {
    const round = await buildRound(deps, { id: 'latecomer', persons: 20 });
    const late = { round_id: 'latecomer', person_key: '!first', institution: 'X0101', degree: '671201' };
    let added: Promise<unknown> = Promise.resolve();
    // Connections are open, so that the row is on its way before the count is looked at again.
    await Promise.all([1, 2, 3].map(() => sql`select 1`.execute(deps.ownerDb)));
    let isFirst = true;
    const progress = () => {
      // As an import of another process, behind the place that has been counted.
      if (isFirst)
        added = deps.ownerDb
          .insertInto('contact.person')
          .values({ ...late, ...NO_CONTACT })
          .execute();
      isFirst = false;
    };
    await expect(freezeRound(deps, { roundId: 'latecomer', progress })).rejects.toThrow(/imported while/);
    await added;
    expect(await freezeRound(deps, quietly('latecomer'))).toMatchObject({ kind: 'frozen' });
    const { rows } = await sql<{ target: number }>`
      select sum(target)::int as target from survey.target_count where round_id = 'latecomer' and split = ''`.execute(
      deps.ownerDb,
    );
    expect(rows[0]?.target).toBe(round.people.length + 1);
  });

  test('makes one count a kind of the events of single saves, on the last day of the round', async () => {
    const { rows } = await sql<{ kind: string; on_date: string; count: number }>`
      select kind, on_date, count from survey.answering_event where round_id = 'whole' order by kind`.execute(
      deps.ownerDb,
    );
    const { rows: answered } = await sql<{ count: number; sent: number }>`
      select count(*)::int as count, count(*) filter (where submitted)::int as sent
      from answer.frozen_response where round_id = 'whole'`.execute(deps.ownerDb);
    expect(rows).toEqual([
      { kind: 'page_saved', on_date: '2026-10-31', count: answered[0]?.count },
      { kind: 'submitted', on_date: '2026-10-31', count: answered[0]?.sent },
    ]);
    expect(await selectAuditEvents(deps.ownerDb, 'whole', 'round_frozen')).toEqual([
      { on_date: '2026-11-02', count: 1, detail: {} },
    ]);
  });

  test('leaves nothing of an answer in the statistics of the planner', async () => {
    await sql`analyze`.execute(deps.ownerDb);
    const { rows } = await sql<{ place: string }>`
      select tablename || '.' || attname as place from pg_stats
      where schemaname in ('answer', 'contact') and tablename in ('response', 'person', 'replaced_code', 'message')
        and (most_common_vals is not null or histogram_bounds is not null)`.execute(deps.ownerDb);
    const allowed = [
      'response.round_id',
      'response.survey',
      'response.version',
      'person.round_id',
      'person.person_key',
      'person.messages',
      'person.refused_on',
      'message.round_id',
      'message.step',
      'message.channel',
    ];
    expect(rows.map((row) => row.place).filter((place) => !allowed.includes(place))).toEqual([]);
  });

  test('stopped after any piece of work and begun again, comes to the same end', async () => {
    const stoppedAt: string[] = [];
    for (let place = 1; stoppedAt.length === place - 1; place += 1) {
      const round = await buildRound(deps, { id: `stopped-${place}`, persons: 520, seed: place, blocks: BLOCKS });
      let left = place;
      const progress = (line: string) => {
        // Comes only when something else reads the server, as another test may, and so not every time.
        if (line.includes('waiting for readers')) return;
        left -= 1;
        if (left > 0) return;
        stoppedAt.push(line);
        throw new Error('killed');
      };
      await freezeRound(deps, { roundId: round.id, progress }).catch(expectKilled);
      if (left <= 0) expect(await freezeRound(deps, quietly(round.id))).toMatchObject({ kind: 'frozen' });
      await expectFrozen(round);
    }
    const steps = stoppedAt.map((line) => line.slice(0, 'step 1'.length));
    expect([...new Set(steps)]).toEqual(['step 1', 'step 2', 'step 3', 'step 4', 'step 5']);
    expect(steps.length).toBeGreaterThan(12);
  }, 300_000);

  test('stopped before any single statement and begun again, comes to the same end', async () => {
    let wasStopped = true;
    for (let place = 1; wasStopped; place += 1) {
      const round = await buildRound(deps, {
        id: `broken-${place}`,
        persons: 20,
        messages: true,
        seed: place,
        blocks: BLOCKS,
      });
      let left = place;
      const run = freezeRound({ ...deps, ownerDb: failingAt(() => (left -= 1) < 0) }, quietly(round.id));
      wasStopped = await run.then(() => false).catch((error: unknown) => expectKilled(error) ?? true);
      // After the last step only the counts of the message are left to read.
      if (wasStopped) expect((await freezeRound(deps, quietly(round.id))).kind).toMatch(/^frozen/);
      await expectFrozen(round);
      expect(wasStopped || place > 20).toBe(true);
    }
  }, 300_000);

  test('stopped again and again, comes to the same end', async () => {
    const round = await buildRound(deps, { id: 'unlucky', persons: 450, messages: true, seed: 3 });
    let isDone = false;
    for (let allowed = 1; !isDone; allowed += 1) {
      let left = allowed;
      const run = freezeRound({ ...deps, ownerDb: failingAt(() => (left -= 1) < 0) }, quietly(round.id));
      isDone = await run.then(() => true).catch((error: unknown) => expectKilled(error) ?? false);
    }
    await expectFrozen(round);
  });
});

/** Of messages to single persons only how many there were is left. */
async function expectMessageCounts(round: BuiltRound): Promise<void> {
  const { ownerDb } = deps;
  const rows = await ownerDb.selectFrom('contact.message').select('id').where('round_id', '=', round.id).execute();
  expect(rows).toEqual([]);
  const steps = await ownerDb
    .selectFrom('contact.message_step')
    .select(['step', 'state', 'listed_to', 'counts'])
    .where('round_id', '=', round.id)
    .orderBy('step')
    .execute();
  const uncertain = round.people.filter((_, index) => index % 11 === 3).length;
  const waiting = round.people.filter(({ state }) => state !== 'sent').length;
  const over = { state: 'done', listed_to: null };
  expect(steps).toEqual([
    { ...over, step: 'invitation', counts: { sent: round.people.length - uncertain, uncertain } },
    { ...over, step: 'reminder', counts: { not_sent: waiting } },
  ]);
}

function expectKilled(error: unknown): undefined {
  expect(String(error)).toBe('Error: killed');
}

/** The database, but the statement for which `isStopped` holds is never sent. */
function failingAt(isStopped: () => boolean): Db {
  return deps.ownerDb.withPlugin({
    transformQuery: ({ node }) => {
      if (isStopped()) throw new Error('killed');
      return node;
    },
    transformResult: async ({ result }) => result,
  });
}
