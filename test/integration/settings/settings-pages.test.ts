import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createSocket, type Socket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { lookUpDomain } from '../../../server/settings/check-domain.ts';
import { selectSender } from '../../../server/settings/store.ts';
import { aStaffMember, type StaffMember } from '../../support/staff.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let server: TestApp;
let network: StaffMember;
let coordinator: StaffMember;
let administrator: StaffMember;
beforeAll(async () => {
  server = await openTestApp();
  network = await aStaffMember(server, { role: 'network_coordinator' });
  coordinator = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0101' });
  administrator = await aStaffMember(server, { role: 'administrator' });
}, 120_000);
afterAll(() => server.close());

describe('senders', () => {
  test('an institution’s own words stand before the common ones, and what it leaves empty is taken from them', async () => {
    const common = { name_fi: 'Uraseuranta', reply_fi: 'ura@example.fi', name_sv: 'Karriär', reply_sv: 'k@example.fi' };
    expect((await network.post('/settings?lang=en', common)).headers.location).toBe('/settings?done=saved&lang=en');
    const own = { name_fi: 'Esimerkki', contact_name: 'Urapalvelut', contact_phone: '+358 29 000 0000' };
    expect((await coordinator.post('/settings/X0101?lang=en', own)).statusCode).toBe(303);
    const senderOf = (institution: string, language: 'fi' | 'sv' | 'en') =>
      selectSender(server.deps.db, { institution, language });
    expect(await senderOf('X0101', 'fi')).toEqual({ name: 'Esimerkki', reply_to: 'ura@example.fi' });
    expect(await senderOf('X0102', 'fi')).toEqual({ name: 'Uraseuranta', reply_to: 'ura@example.fi' });
    expect(await senderOf('X0101', 'sv')).toEqual({ name: 'Karriär', reply_to: 'k@example.fi' });
    expect(await senderOf('X0101', 'en')).toEqual({ name: '', reply_to: '' });
    const page = (await coordinator.get('/settings/X0101?lang=en&done=saved')).body;
    expect(page).toContain('value="Esimerkki"');
    expect(page).toMatch(/Is the career survey real.*Urapalvelut, \+358 29 000 0000/s);
  });

  test('what cannot be used is named, all at once, and nothing of the form is lost', async () => {
    const typed = { name_fi: 'Kept', reply_fi: 'noreply@example.fi', name_en: 'a@b', contact_phone: 'x' };
    const { statusCode, body } = await coordinator.post('/settings/X0101?lang=en', typed);
    expect(statusCode).toBe(422);
    for (const id of ['reply_fi', 'name_en', 'contact_phone']) expect(body).toContain(`href="#${id}"`);
    for (const value of Object.values(typed)) expect(body).toContain(`value="${value}"`);
    expect(await selectSender(server.deps.db, { institution: 'X0101', language: 'fi' })).toMatchObject({
      name: 'Esimerkki',
    });
  });

  test('are the institution’s own: another’s do not exist, and the common ones are the network’s to change', async () => {
    expect((await coordinator.get('/settings/X0102?lang=en')).statusCode).toBe(404);
    expect((await coordinator.post('/settings?lang=en', { name_fi: 'x' })).statusCode).toBe(403);
    const list = (await coordinator.get('/settings?lang=en')).body;
    expect([...list.matchAll(/href="\/settings\/(X\d+)/g)].map(([, code]) => code)).toEqual(['X0101']);
    expect(list).not.toContain('name="name_fi"');
    expect((await network.get('/settings/X9999?lang=en')).statusCode).toBe(404);
  });
});

describe('tokens', () => {
  const shown = /id="made" value="(uras_[\w-]+)"/;

  test('are made with scope and last day, shown once, used, and revoked', async () => {
    const wish = { name: 'warehouse', scope: 'releases:read', institution: '', expires: '31.12.2026' };
    const made = await administrator.post('/settings/tokens?lang=en', wish);
    const token = shown.exec(made.body)?.[1] ?? '';
    expect([made.statusCode, token.length > 40]).toEqual([200, true]);
    const list = (await administrator.get('/settings/tokens?lang=en')).body;
    expect(list).not.toContain(token);
    expect(list).toMatch(/warehouse.*reading published releases, All institutions, until 31\/12\/2026, never used/s);
    expect((await server.get('/api/v1/releases', { authorization: `Bearer ${token}` })).statusCode).toBe(200);
    expect((await administrator.get('/settings/tokens?lang=en')).body).toContain('last used on 12/11/2026');
    expect((await administrator.get('/settings/tokens/warehouse/revoke?lang=en')).body).toContain('Revoke the token');
    const gone = await administrator.post('/settings/tokens/warehouse/revoke?lang=en');
    expect(gone.headers.location).toBe('/settings/tokens?done=revoked&lang=en');
    expect((await server.get('/api/v1/releases', { authorization: `Bearer ${token}` })).statusCode).toBe(401);
    expect((await administrator.post('/settings/tokens/warehouse/revoke?lang=en')).statusCode).toBe(404);
    const log = (await administrator.get('/staff/log?lang=en&group=files')).body;
    expect(log).toMatch(/token of a program revoked<\/td><td>Aino Esimerkki/);
    expect(log).not.toContain(token);
  });

  test.each([
    [{ name: 'No Good' }, 'name'],
    [{ scope: 'everything' }, 'scope'],
    [{ institution: 'X9999' }, 'institution'],
    [{ expires: 'soon' }, 'expires'],
    [{ expires: '12.11.2026' }, 'expires'],
    [{ expires: '2029-01-01' }, 'expires'],
  ])('%j is refused at its field', async (fault, field) => {
    const wish = { name: 'good', scope: 'releases:read', institution: '', expires: '31.12.2026', ...fault };
    const { statusCode, body } = await administrator.post('/settings/tokens?lang=en', wish);
    expect([statusCode, shown.test(body)]).toEqual([422, false]);
    expect(body).toContain(`href="#${field}"`);
  });
});

describe('the sender’s domain', () => {
  const names: Record<string, string[]> = {
    'example.test': ['v=spf1 mx -all', 'something else'],
    '_dmarc.example.test': ['v=DMARC1; p=reject'],
  };
  let dns: Socket;
  const resolver = new Resolver({ timeout: 300, tries: 1 });
  beforeAll(async () => {
    dns = createSocket('udp4');
    dns.on('message', (query, from) => dns.send(answerTo(query, names), from.port, from.address));
    await new Promise<void>((resolve) => dns.bind(0, '127.0.0.1', resolve));
    resolver.setServers([`127.0.0.1:${dns.address().port}`]);
  });
  const smtp = (from: string) => ({ url: 'smtp://x', from, replyTo: null, bounceAddress: null, dkim: null });

  test('is read from a name server', async () => {
    const check = await lookUpDomain(smtp('Survey <survey@example.test>'), resolver);
    expect(check).toEqual({ domain: 'example.test', spf: 'good', dkim: null, dmarc: 'good' });
    expect(await lookUpDomain(smtp('a@mail.example.test'), resolver)).toMatchObject({ spf: 'missing', dmarc: 'good' });
  });

  test('that nobody answers for is unknown, and the page says so', async () => {
    await new Promise<void>((resolve) => dns.close(resolve));
    const check = await lookUpDomain(smtp('survey@example.test'), resolver);
    expect(check).toEqual({ domain: 'example.test', spf: 'unknown', dkim: null, dmarc: 'unknown' });
  });
});

/** A name server's answer to a question for texts (RFC 1035). */
function answerTo(query: Buffer, names: Readonly<Record<string, string[]>>): Buffer {
  const labels: string[] = [];
  let place = 12;
  for (let length = query[place] ?? 0; length > 0; length = query[place] ?? 0) {
    labels.push(query.toString('latin1', place + 1, place + 1 + length));
    place += length + 1;
  }
  const question = query.subarray(12, place + 5);
  const texts = names[labels.join('.').toLowerCase()] ?? [];
  const header = Buffer.from([0, 0, 0x81, texts.length > 0 ? 0x80 : 0x83, 0, 1, 0, texts.length, 0, 0, 0, 0]);
  query.copy(header, 0, 0, 2);
  const records = texts.map((text) => {
    const head = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, text.length + 1, text.length]);
    return Buffer.concat([head, Buffer.from(text, 'latin1')]);
  });
  return Buffer.concat([header, question, ...records]);
}
