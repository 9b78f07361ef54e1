import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createToken } from '../../../server/api/tokens.ts';
import { importDocumentSchema, type ImportDocument } from '../../../server/population/api-document.ts';
import { importFile, importRow } from '../../support/import-file.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let server: TestApp;
let roundId: string;
let token: string;
beforeAll(async () => {
  server = await openTestApp();
  server.clock.now = new Date('2026-10-15T10:00:00Z');
  roundId = await server.aRound();
  token = await tokenOf('register', 'population:write');
});
afterAll(() => server.close());

async function tokenOf(name: string, scope: string, institution = 'X0101'): Promise<string> {
  const made = await createToken(server.deps, { name, scope, institution, expires: '2027-01-01' });
  if (made.kind !== 'created') throw new Error(made.kind);
  return made.token;
}

const base = () => `/api/v1/rounds/${roundId}/population`;
const call = (
  method: 'GET' | 'POST',
  url: string,
  more: { payload?: Buffer | string; type?: string; token?: string } = {},
) =>
  server.app.inject({
    method,
    url,
    headers: {
      authorization: `Bearer ${more.token ?? token}`,
      ...(more.payload !== undefined && { 'content-type': more.type ?? 'text/csv' }),
    },
    ...(more.payload !== undefined && { payload: more.payload }),
  });

async function idle(address: string): Promise<ImportDocument> {
  for (let tries = 0; tries < 600; tries += 1) {
    const document = importDocumentSchema.parse((await call('GET', address)).json());
    if (!['reading', 'applying', 'undoing'].includes(document.state)) return document;
    await sleep(50);
  }
  throw new Error('the import does not end');
}

test('a register sends its people, looks at what was found, brings them in, and can take it back', async () => {
  const payload = importFile(
    importRow('R1'),
    importRow('R2'),
    importRow('R3', { day: '31.2.2020' }),
    importRow('R4', { institution: 'X0102' }),
  );
  const sent = await call('POST', base(), { payload });
  expect(sent.statusCode).toBe(202);
  const address = String(sent.headers.location);
  const read = await idle(address);
  expect(read).toMatchObject({ state: 'read', institution: 'X0101', counts: { rows: 4, rejected: 2, added: 2 } });
  expect(read.rejected).toEqual([
    { line: 4, problems: [{ column: 'graduation_date', code: 'no_such_day', reason: 'there is no such day' }] },
    { line: 5, problems: [{ column: 'institution', code: 'not_yours', reason: expect.any(String) }] },
  ]);
  expect((await call('POST', `${address}/confirm`, { payload: '{}', type: 'application/json' })).statusCode).toBe(409);
  const wish = JSON.stringify({ leave_rejected_out: true });
  expect((await call('POST', `${address}/confirm`, { payload: wish, type: 'application/json' })).statusCode).toBe(202);
  expect(await idle(address)).toMatchObject({ state: 'applied', counts: { doneAdded: 2 }, can_undo: true });
  const again = String((await call('POST', base(), { payload })).headers.location);
  expect(await idle(again)).toMatchObject({ counts: { added: 0, changed: 0, unchanged: 2 } });
  expect((await call('POST', `${address}/undo`)).statusCode).toBe(202);
  expect(await idle(address)).toMatchObject({ state: 'undone' });
  const left = await server.deps.ownerDb
    .selectFrom('contact.person')
    .selectAll()
    .where('round_id', '=', roundId)
    .execute();
  expect(left).toEqual([]);
});

test('a token of another scope, of nobody, or of another institution opens nothing', async () => {
  const payload = importFile(importRow('S1'));
  const reader = await tokenOf('reader', 'releases:read');
  expect((await call('POST', base(), { payload, token: reader })).statusCode).toBe(403);
  expect((await call('POST', base(), { payload, token: 'uras_none' })).statusCode).toBe(401);
  expect((await server.app.inject({ method: 'POST', url: base() })).statusCode).toBe(401);
  const address = String((await call('POST', base(), { payload })).headers.location);
  await idle(address);
  const other = await tokenOf('other', 'population:write', 'X0102');
  for (const [method, path] of [
    ['GET', ''],
    ['POST', '/confirm'],
    ['POST', '/undo'],
  ] as const) {
    expect((await call(method, address + path, { token: other })).statusCode).toBe(404);
  }
  expect(
    await createToken(server.deps, { name: 'all', scope: 'population:write', institution: '', expires: '2027-01-01' }),
  ).toEqual({
    kind: 'no_institution',
  });
});

test.each([
  ['application/pdf', 'x', 415],
  ['text/csv', '', 422],
  ['text/csv', 'a;b\n1;2\n', 422],
  ['application/json', '{}', 415],
])('what is no table of people is refused with a document: %s %j', async (type, payload, status) => {
  const answer = await call('POST', base(), { payload: payload === '' ? Buffer.alloc(0) : payload, type });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    status,
    expect.stringContaining('problem+json'),
  ]);
  expect(answer.json()).toMatchObject({ status, detail: expect.any(String) });
});

test('a round that is not there takes nobody', async () => {
  expect(
    (await call('POST', '/api/v1/rounds/nothing/population', { payload: importFile(importRow('T1')) })).statusCode,
  ).toBe(404);
});
