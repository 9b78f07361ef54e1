import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fastify from 'fastify';
import { readFileSync } from 'node:fs';
import { openApi, openApiText } from '../../../server/api/openapi.ts';
import { populationRoutes } from '../../../server/population/routes.ts';
import { problemSchema, releaseListSchema, releaseWithManifestSchema } from '../../../server/api/release-document.ts';
import { apiRoutes } from '../../../server/api/routes.ts';
import { createToken, revokeApiToken } from '../../../server/api/tokens.ts';
import { buildRoundRelease } from '../../../server/releases/build-round-release.ts';
import { freezeRound } from '../../../server/rounds/freeze-round.ts';
import { buildRound } from '../../support/build-round.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const quiet = () => undefined;

let tested: TestApp;
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  tested = await openTestApp();
  tested.clock.now = new Date('2026-11-12T10:00:00Z');
  await buildRound(tested.deps, { id: 'read', persons: 300 });
  await freezeRound(tested.deps, { roundId: 'read', progress: quiet });
  const outcome = await buildRoundRelease(tested.deps, { roundId: 'read', progress: quiet });
  if (outcome.kind !== 'built') throw new Error(outcome.kind);
  files = outcome.files;
}, 400_000);
afterAll(() => tested.close());

async function aToken(name: string, wish: { institution?: string; expires?: string } = {}): Promise<string> {
  const { institution = '', expires = '2026-12-31' } = wish;
  const made = await createToken(tested.deps, { name, scope: 'releases:read', institution, expires });
  if (made.kind !== 'created') throw new Error(made.kind);
  return made.token;
}

const ask = (path: string, token?: string, headers: Record<string, string> = {}) =>
  tested.get(`/api/v1${path}`, { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers });

async function problem(path: string, token?: string) {
  const response = await ask(path, token);
  expect(response.headers['content-type']).toContain('application/problem+json');
  const said = problemSchema.parse(response.json());
  expect(said.status).toBe(response.statusCode);
  return said.status;
}

const aDegree = () => [...files.keys()].find((name) => name.startsWith('degrees/')) ?? '';

describe('reading releases with a token', () => {
  test('lists them, tells of one with its manifest, and gives the bytes of its files', async () => {
    const token = await aToken('reader');
    const list = await ask('/releases', token);
    expect(list.statusCode).toBe(200);
    const [release] = releaseListSchema.parse(list.json()).releases;
    expect(release).toMatchObject({ id: 'read', edition: 1, state: 'preliminary', final_from: '2026-11-16' });
    const one = releaseWithManifestSchema.parse((await ask('/releases/read', token)).json());
    expect(one.manifest).toEqual(JSON.parse(files.get('manifest.json') ?? ''));
    const tables = await ask('/releases/read/tables.csv', token);
    expect(tables.body).toBe(files.get('tables.csv'));
    expect(tables.headers['etag']).toContain(one.tables.sha256);
    const degree = await ask(`/releases/read/${aDegree()}`, token);
    expect(degree.body).toBe(files.get(aDegree()));
  });

  test('says that nothing has changed to one who has the text', async () => {
    const token = await aToken('keeper');
    for (const path of ['/releases', '/releases/read', '/releases/read/tables.csv', `/releases/read/${aDegree()}`]) {
      const first = await ask(path, token);
      const again = await ask(path, token, { 'if-none-match': String(first.headers['etag']) });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
  });

  test('needs a token that is known, in force and not expired', async () => {
    expect(await problem('/releases')).toBe(401);
    expect(await problem('/releases', 'uras_nobody')).toBe(401);
    const revoked = await aToken('revoked');
    expect((await ask('/releases', revoked)).statusCode).toBe(200);
    expect(await revokeApiToken(tested.deps, 'revoked')).toBe(true);
    expect(await problem('/releases', revoked)).toBe(401);
    const short = await aToken('short', { expires: '2026-11-13' });
    expect((await ask('/releases', short)).statusCode).toBe(200);
    tested.clock.now = new Date('2026-11-14T10:00:00Z');
    expect(await problem('/releases', short)).toBe(401);
  });

  test('a token of one institution reads documents of its degrees and nothing of others', async () => {
    const institution = /degrees\/(X\d+)-/.exec(aDegree())?.[1] ?? '';
    const token = await aToken('one-institution', { institution });
    expect((await ask(`/releases/read/${aDegree()}`, token)).statusCode).toBe(200);
    expect(await problem('/releases/read/tables.csv', token)).toBe(403);
    expect(await problem('/releases/read/degrees/X9999-671112.json', token)).toBe(403);
  });

  test('has no answer for what is not there, and never one that is a page', async () => {
    const token = await aToken('stranger');
    for (const path of ['/releases/none', '/releases/read/degrees/X0101-none.json', '/nothing', '']) {
      expect(await problem(path, token)).toBe(404);
    }
    expect(await problem('/releases/none/tables.csv', token)).toBe(404);
  });

  test('keeps tokens as hashes only', async () => {
    const token = await aToken('hidden');
    const rows = await tested.deps.ownerDb.selectFrom('publication.api_token').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token.slice(5));
  });
});

describe('the OpenAPI document', () => {
  test('is served as it stands in docs, and names every address that there is and no other', async () => {
    const served = await ask('/openapi.json');
    expect(served.body).toBe(openApiText());
    expect(readFileSync('docs/openapi.json', 'utf8')).toBe(openApiText());
    const addresses: string[] = [];
    const app = fastify().addHook('onRoute', ({ url, method }) => {
      const isOne = method === 'GET' || method === 'POST';
      if (isOne && url.startsWith('/api/')) addresses.push(url.replaceAll(/:(\w+)/g, '{$1}'));
    });
    await app.register(apiRoutes, tested.deps);
    await app.register(populationRoutes, tested.deps);
    const described = Object.keys(openApi().paths);
    expect(addresses.sort()).toEqual([...described, '/api/v1/openapi.json'].sort());
  });
});
