import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../../server/deps.ts';
import { createRound } from '../../../server/rounds/create-round.ts';
import { runJson, runWords } from '../../support/run-words.ts';
import { CAREER_SURVEY } from '../../support/simulated-files.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

let database: TestDatabase;
let deps: Deps;
let now = new Date('2025-10-01T09:00Z');
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database, () => now);
});
afterAll(() => database.close());

const run = (...words: string[]) => runWords(deps, database.dataDir, ...words);
const json = (...words: string[]) => runJson(deps, database.dataDir, ...words);
const create = (id: string, ...more: string[]) =>
  run(
    'rounds',
    'create',
    id,
    ...CAREER_SURVEY,
    '--cohort',
    '2020',
    '--opens',
    '2025-10-08T09:00',
    '--closes',
    '2025-11-09',
    ...more,
  );
const keyFile = (id: string) => join(database.dataDir, 'keys', `${id}.key`);

describe('a round', () => {
  test('is created with its keys, and its times are those of its zone', async () => {
    const made = await create('autumn', '--json');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(made.out)).toMatchObject({
      id: 'autumn',
      opens_at: '2025-10-08T06:00:00.000Z',
      closes_at: '2025-11-09T22:00:00.000Z',
      tolerance_hours: 24,
    });
    expect(existsSync(keyFile('autumn'))).toBe(true);
    expect(await json('rounds', 'show', '--round', 'autumn')).toMatchObject({
      state: 'planned',
      target: 0,
      sent: 0,
      saved_not_sent: 0,
      invented: null,
      freezable_at: '2025-11-10T22:00:00.000Z',
    });
  });

  test.each([
    [['autumn'], 'There is a round autumn already'],
    [['Autumn'], 'id "Autumn"'],
    [['other', '--zone', 'Nowhere'], 'zone "Nowhere"'],
    [['other', '--tolerance-hours', 'x'], '--tolerance-hours takes a whole number'],
    [['other', '--closes', '2025-10-01'], 'closes before it opens'],
    [['other', '--survey', 'none'], 'There is no none 2'],
    [['other', 'extra', '--id', 'x'], 'too many'],
  ])('is not created from %j: %s', async ([id = '', ...more], reason) => {
    const { code, out, err } = await create(id, ...more);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(reason);
    expect(existsSync(keyFile('other'))).toBe(false);
  });

  test('of a draft is refused', async () => {
    const survey = deps.surveys.find('amk-career', 2);
    if (!survey) throw new Error('no survey');
    const draft = { ...survey, definition: { ...survey.definition, published: null } };
    const surveys = { ...deps.surveys, find: () => draft };
    const request = {
      id: 'draft',
      survey: 'amk-career',
      version: 2,
      cohort: '2020',
      opens: '2025-10-01',
      closes: '2025-10-02',
      zone: 'UTC',
      toleranceHours: 0,
    };
    expect(await createRound({ ...deps, surveys }, request)).toEqual({ kind: 'not_published' });
  });

  test('leaves nothing half made when its keys cannot be written', async () => {
    const broken = {
      ...deps,
      keys: {
        ...deps.keys,
        createRoundKeys: () => {
          throw new Error('disk full');
        },
      },
    };
    const request = {
      id: 'broken',
      survey: 'amk-career',
      version: 2,
      cohort: '2020',
      opens: '2025-10-01',
      closes: '2025-10-02',
      zone: 'UTC',
      toleranceHours: 0,
    };
    await expect(createRound(broken, request)).rejects.toThrow('disk full');
    expect((await run('rounds', 'show', 'broken')).code).toBe(1);
    expect((await createRound(deps, request)).kind).toBe('created');
  });

  test('opens and closes now when it is told to', async () => {
    await create('early');
    expect((await run('rounds', 'close', 'early')).err).toContain('has not opened yet');
    expect(await json('rounds', 'open', 'early')).toMatchObject({ changed: true, opens_at: now.toISOString() });
    expect(await json('rounds', 'open', 'early')).toMatchObject({ changed: false });
    now = new Date('2025-10-02T10:00Z');
    expect(await json('rounds', 'close', '--round', 'early')).toMatchObject({
      changed: true,
      closes_at: now.toISOString(),
    });
    expect(await json('rounds', 'close', 'early')).toMatchObject({ changed: false });
    expect(await json('rounds', 'show', 'early')).toMatchObject({ state: 'closing' });
    expect((await run('rounds', 'open', 'early')).err).toContain('--closes');
    expect(await json('rounds', 'open', 'early', '--closes', '2025-10-05')).toMatchObject({
      closes_at: '2025-10-05T21:00:00.000Z',
    });
    expect(await json('rounds', 'show', 'early')).toMatchObject({ state: 'open' });
    expect((await run('rounds', 'open', 'nowhere')).err).toContain('There is no round nowhere');
  });

  test('is listed, the latest first', async () => {
    const rounds: unknown = await json('rounds', 'list');
    expect(Array.isArray(rounds) && rounds.map(({ id }: { id: string }) => id)).toEqual(['autumn', 'early', 'broken']);
    expect((await run('rounds', 'list')).out).toContain(
      'autumn  amk-career 2  planned  2025-10-08 09:00 – 2025-11-10 00:00',
    );
  });

  test('never says a count of one to four answers', async () => {
    const response = (n: number, submitted_on: string | null) => ({
      handle: Buffer.alloc(32, n),
      round_id: 'autumn',
      survey: 'amk-career',
      version: 2,
      background: '{}',
      answers: '{}',
      question_order: '{}',
      pages_saved: [],
      language: 'fi',
      submitted_on,
    });
    const rows = [1, 2, 3, 4, 5].map((n) => response(n, '2025-10-09'));
    await deps.ownerDb
      .insertInto('answer.response')
      .values([...rows, response(9, null)])
      .execute();
    expect(await json('rounds', 'show', 'autumn')).toMatchObject({ sent: 5, saved_not_sent: '1-4' });
    await deps.ownerDb.deleteFrom('answer.response').where('handle', '=', Buffer.alloc(32, 1)).execute();
    expect((await run('rounds', 'show', 'autumn')).out).toContain('sent:            1-4');
  });
});
