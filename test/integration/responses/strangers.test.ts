import { createSecretKey } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { CompiledQuery } from 'kysely';
import { deriveCode } from '../../../server/invitations/code.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp();
});
afterAll(() => service.close());
let logged: string[] = [];
afterEach(() => {
  logged = [];
});

const keyOf = (byte: number) => createSecretKey(Buffer.alloc(32, byte));
const keys = { code: keyOf(9), contact: keyOf(8), answer: keyOf(7) };
/** A well-formed code that nobody has. */
const nobody = (index: number) => `/v/${deriveCode(keys, `nobody-${index}`, 0)}`;
const from = (address: string, path: string) =>
  service.app.inject({ method: 'GET', url: path, remoteAddress: address });

describe('failed look-ups', () => {
  test('are limited by network; typing errors, valid codes and other networks are not; waiting helps', async () => {
    const { path } = await service.aPerson();
    for (let count = 0; count < 100; count += 1) {
      expect((await from('192.0.2.1', path)).statusCode).toBe(200);
      expect((await from('192.0.2.1', '/v/AAAA')).statusCode).toBe(404);
    }
    for (let count = 0; count < 60; count += 1) expect((await from('192.0.2.1', nobody(count))).statusCode).toBe(404);
    const limited = await from('192.0.2.99', nobody(60));
    expect([limited.statusCode, limited.headers['retry-after']]).toEqual([429, '900']);
    expect(limited.body).toContain('15 minuutin kuluttua');
    // Over the limit nothing is looked up: a valid code gets the same answer.
    expect((await from('192.0.2.1', path)).body).toBe(limited.body);
    expect((await from('198.51.100.1', path)).statusCode).toBe(200);
    service.clock.now = new Date(service.clock.now.getTime() + 15 * 60_000);
    expect((await from('192.0.2.1', path)).statusCode).toBe(200);
  });
});

test('behind a proxy of the same machine each client is counted for itself', async () => {
  const behindProxy = (client: string, path: string) =>
    service.app.inject({
      method: 'GET',
      url: path,
      remoteAddress: '127.0.0.1',
      headers: { 'x-forwarded-for': client },
    });
  for (let count = 0; count < 60; count += 1) await behindProxy('203.0.113.5', nobody(count));
  expect((await behindProxy('203.0.113.9', nobody(1))).statusCode).toBe(429);
  expect((await behindProxy('198.51.100.77', nobody(1))).statusCode).toBe(404);
});

describe('a receipt', () => {
  test('is checked by anyone who holds it', async () => {
    const person = await service.aPerson();
    await service.post(`${person.path}/part/1`, { main_activity: 'other', _noticed: '1' });
    await service.post(`${person.path}/send`, {});
    const receipt = /class="proof">([^<]+)</.exec((await service.get(`${person.path}/receipt`)).body)?.[1] ?? '';
    const right = await service.post('/genuine', { receipt, _language: 'en' });
    expect(right.body).toContain(
      `The receipt is genuine. The survey ${person.roundId} was answered on 12 November 2026.`,
    );
    const wrong = await service.post('/genuine', {
      receipt: receipt.replace('2026-11-12', '2026-11-13'),
      _language: 'en',
    });
    expect(wrong.body).toContain('has not given such a receipt');
    expect(receipt).not.toContain(person.code);
  });
});

describe('the page on which a code is typed', () => {
  test('tells an empty field and a typing error at once, with what was typed', async () => {
    const empty = await service.post('/', { code: ' ' });
    expect([empty.statusCode, empty.body.includes('<title>Virhe: ')]).toEqual([422, true]);
    const typing = await service.post('/', { code: '"><b>K7QF' }, { 'accept-language': 'en' });
    expect(typing.statusCode).toBe(422);
    expect(typing.body).toContain('There is a typing mistake in the code.');
    expect(typing.body).toContain('value="&quot;&gt;&lt;b&gt;K7QF"');
    expect((await service.post('/', { code: 'x', _language: 'sv' })).body).toContain('<html lang="sv">');
  });

  test('takes along a language that was chosen on it', async () => {
    const { code } = await service.aPerson({ contact_language: 'sv' });
    const chosen = await service.post('/', { code, _language: 'en' });
    expect(chosen.headers.location).toBe(`/v/${code}?lang=en`);
    expect((await service.post('/', { code, _language: 'fi' })).headers.location).toBe(`/v/${code}`);
  });
});

describe('languages', () => {
  test('a first visit is in the language of the link, else of the person’s messages; then the stored one stands', async () => {
    const person = await service.aPerson({ contact_language: 'sv' });
    const languageAt = async (path: string) => /<html lang="(..)">/.exec((await service.get(path)).body)?.[1];
    expect(await languageAt(person.path)).toBe('sv');
    expect(await languageAt(`${person.path}?lang=en`)).toBe('en');
    expect((await service.get(`${person.path}?lang=en`)).body).toContain(`href="${person.path}/part/1?lang=en"`);
    expect((await service.get(`${person.path}/part/1?lang=en`)).body).toContain('name="_language" value="en"');
    await service.post(`${person.path}/part/1`, { main_activity: 'other', _language: 'en', _noticed: '1' });
    expect(await languageAt(person.path)).toBe('en');
    expect(await languageAt(`${person.path}?lang=fi`)).toBe('en');
    const switched = await service.post(`${person.path}/language`, { lang: 'fi', from: '/review' });
    expect(switched.headers.location).toBe(`${person.path}/review`);
    expect(await languageAt(`${person.path}/review`)).toBe('fi');
    await service.post(`${person.path}/language`, { lang: 'xx', from: 'https://elsewhere.example' });
    expect(await languageAt(person.path)).toBe('fi');
  });

  test('pages for strangers follow the browser, or what the address asks for', async () => {
    const page = await service.get('/genuine', { 'accept-language': 'sv' });
    expect(page.body).toContain('<html lang="sv">');
    expect((await service.get('/genuine?lang=en', { 'accept-language': 'sv' })).body).toContain('<html lang="en">');
    expect((await service.get('/nothing', { 'accept-language': 'en' })).body).toContain('Page not found');
  });
});

describe('when something fails', () => {
  test('the page says what is safe and a short id; the log has that id and no code, answer or address', async () => {
    const { path, code } = await service.aPerson();
    const { log, ownerDb } = service.deps;
    const usual = log.error;
    log.error = (message, cause) => void logged.push(message + String(cause ?? ''));
    await ownerDb.executeQuery(CompiledQuery.raw('alter table answer.response rename to away'));
    try {
      const secret = 'Salainen vastaus 123';
      const failed = await service.post(
        `${path}/part/1`,
        { main_activity: 'other', open_wishes: secret },
        { 'accept-language': 'sv' },
      );
      expect(failed.statusCode).toBe(500);
      expect(failed.body).toContain('Svar som har sparats tidigare finns kvar.');
      const id = /Referens: ([0-9a-f]{8})/.exec(failed.body)?.[1];
      expect(logged).toHaveLength(1);
      expect(logged[0]).toContain(id ?? 'no id');
      expect(logged[0]).toContain('at ');
      for (const hidden of [code, secret, '/v/', 'main_activity']) expect(logged[0]).not.toContain(hidden);
    } finally {
      log.error = usual;
      await ownerDb.executeQuery(CompiledQuery.raw('alter table answer.away rename to response'));
    }
    expect((await service.get(path)).statusCode).toBe(200);
  });

  test('an address that cannot be read is answered with a page', async () => {
    for (const path of ['/v/%E0%A4%A', `/v/${'A'.repeat(500)}`, '/v/a/part/%FF']) {
      const page = await service.get(path);
      expect([400, 404, 414]).toContain(page.statusCode);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.body).not.toContain('%E0');
    }
  });
});
