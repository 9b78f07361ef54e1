import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../../server/definitions/definition-hash.ts';
import type { Deps } from '../../../server/deps.ts';
import { freezeRound } from '../../../server/rounds/freeze-round.ts';
import { buildRound, type BuiltRound } from '../../support/build-round.ts';
import { frozenAnswers } from '../../support/frozen-answers.ts';
import { anOwnBlock, DEGREE, INSTITUTION } from '../../support/own-blocks.ts';
import { featuresOf, seenRows, type SeenRow } from '../../support/row-features.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';
import { blockScore, orderHits, rankScore, sharedNames, type Feature } from '../../support/tie-statistics.ts';

// Tries to tell whose an answer record is from all that the database shows of both sides: every column
// and leaf, the place of rows in the file, the transactions that wrote them. The test alone knows who
// belongs to what. Limits are far above what chance reaches and far below what an order gives away.
const RANK_LIMIT = 6;
const BLOCK_LIMIT = 12;
const HITS_LIMIT = 12;

let database: TestDatabase;
let deps: Deps;
let round: BuiltRound;
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database, () => new Date('2026-11-02T00:00:00Z'));
  round = await buildRound(deps, {
    id: 'joined',
    persons: 2500,
    messages: true,
    blocks: [INSTITUTION, DEGREE].map((owner) => anOwnBlock(owner)),
  });
});
afterAll(() => database.close());

type Pairs = { one: SeenRow; other: SeenRow }[];

/** The strongest tie of any two features, by each of three ways to find one. */
function strongestTies(pairs: Pairs) {
  const ones = featuresOf(
    'A',
    pairs.map(({ one }) => one),
  );
  const others = featuresOf(
    'B',
    pairs.map(({ other }) => other),
  );
  const best = (score: (one: Feature, other: Feature) => number) =>
    ones
      .flatMap((one) =>
        others.map((other) => ({ score: Math.abs(score(one, other)), by: `${one.name} ~ ${other.name}` })),
      )
      .reduce((strongest, tie) => (tie.score > strongest.score ? tie : strongest), { score: 0, by: '' });
  const orders = ones.filter(isOrder);
  const hits = orders.flatMap((one) => others.filter(isOrder).map((other) => orderHits(one, other)));
  return {
    pairs: pairs.length,
    rank: best(rankScore),
    block: best(blockScore),
    hits: Math.max(...hits),
    shared: sharedNames(ones, others),
  };
}

/** Whether a feature may be an order of its own: most of its values differ. */
function isOrder({ values }: Feature): boolean {
  return new Set(values).size > values.length / 2;
}

function byKey<K>(rows: readonly SeenRow[], keyOf: (row: SeenRow) => K): Map<K, SeenRow> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function personsAndAnswers(
  answers: (person: BuiltRound['people'][number]) => SeenRow | undefined,
): Promise<Pairs> {
  const persons = byKey(await seenRows(deps.ownerDb, 'contact.person', round.id), (row) => row.get('person_key'));
  return round.people.flatMap((person) => {
    const [one, other] = [persons.get(person.personKey), answers(person)];
    return one && other ? [{ one, other }] : [];
  });
}

/** Frozen records by their content, which only this test can tell; those that two people share are left out. */
async function frozenByContent(): Promise<(person: BuiltRound['people'][number]) => SeenRow | undefined> {
  const rows = await seenRows(deps.ownerDb, 'answer.frozen_response', round.id);
  const stored = await deps.ownerDb
    .selectFrom('answer.frozen_response')
    .select(['key', 'submitted', 'background', 'answers'])
    .where('round_id', '=', round.id)
    .execute();
  const contents = new Map(stored.map(({ key, ...content }) => [key, canonicalJson(content)]));
  const records = byKey(rows, (row) => contents.get(row.get('key') ?? ''));
  return (person) => (person.state === 'silent' ? undefined : records.get(frozenAnswers(round.survey, person)));
}

describe('who answered what', () => {
  test('can be told while the round is open, by anyone who holds the database: the attack works', async () => {
    const rows = byKey(await seenRows(deps.ownerDb, 'answer.response', round.id), (row) => row.get('handle'));
    const ties = strongestTies(await personsAndAnswers(({ handle }) => rows.get(`\\x${handle.toString('hex')}`)));
    expect(ties.pairs).toBe(round.people.filter(({ state }) => state !== 'silent').length);
    expect(ties.rank.score).toBeGreaterThan(5 * RANK_LIMIT);
    expect(ties.block.score).toBeGreaterThan(5 * BLOCK_LIMIT);
    expect(ties.hits).toBeGreaterThan(5 * HITS_LIMIT);
  });

  test('cannot be told any more once it is frozen', async () => {
    await freezeRound(deps, { roundId: round.id, progress: () => undefined });
    const ties = strongestTies(await personsAndAnswers(await frozenByContent()));
    process.stderr.write(`Strongest ties after freezing: ${JSON.stringify(ties)}\n`);
    expect(ties.pairs).toBeGreaterThan(1500);
    expect(ties.shared).toEqual([]);
    expect(ties.rank.score).toBeLessThan(RANK_LIMIT);
    expect(ties.block.score).toBeLessThan(BLOCK_LIMIT);
    expect(ties.hits).toBeLessThan(HITS_LIMIT);
  });

  test('nor which text belongs to which answers', async () => {
    const texts = await seenRows(deps.ownerDb, 'answer.frozen_text', round.id);
    const recordOf = await frozenByContent();
    const people = new Map(round.people.map((person) => [person.personKey, person]));
    const pairs = texts.flatMap((text) => {
      const author = people.get(text.get('body')?.split(' of ')[1] ?? '');
      const other = author && recordOf(author);
      const ownPlaces = new Map(
        [...text].filter(([name]) => !['institution', 'degree', 'body', 'item'].includes(name)),
      );
      return other ? [{ one: ownPlaces, other }] : [];
    });
    const ties = strongestTies(pairs);
    process.stderr.write(`Strongest ties of texts: ${JSON.stringify(ties)}\n`);
    expect(ties.pairs).toBeGreaterThan(1000);
    expect(ties.shared).toEqual([]);
    expect(ties.rank.score).toBeLessThan(RANK_LIMIT);
    expect(ties.block.score).toBeLessThan(BLOCK_LIMIT);
    expect(ties.hits).toBeLessThan(HITS_LIMIT);
  });

  test('and nothing with a day or a number of its own is left of a save', async () => {
    const { ownerDb } = deps;
    expect(await seenRows(ownerDb, 'answer.response', round.id)).toEqual([]);
    expect(await seenRows(ownerDb, 'contact.replaced_code', round.id)).toEqual([]);
    expect(await seenRows(ownerDb, 'contact.message', round.id)).toEqual([]);
    const steps = await seenRows(ownerDb, 'contact.message_step', round.id);
    for (const row of steps) expect([...row.keys()].join(' ')).not.toMatch(/listed_to/);
    const events = await seenRows(ownerDb, 'survey.answering_event', round.id);
    expect(events.map((row) => row.get('on_date')).sort()).toEqual(['2026-10-31', '2026-10-31']);
  });
});
