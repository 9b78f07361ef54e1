import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACCESSIBILITY_RESULTS } from '../../../server/trust/accessibility-results.ts';
import { saveNotice } from '../../../server/trust/notice.ts';
import { aNotice } from '../../support/notice.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp();
});
afterAll(() => service.close());

describe('is this message genuine: a page for each institution', () => {
  test('without a notice it says so, and whether a survey is open', async () => {
    const closed = await service.get('/genuine/X0102?lang=en');
    expect(closed.statusCode).toBe(200);
    expect(closed.body).toContain('has no open survey');
    expect(closed.body).toContain('has not yet given its contacts here');
  });

  test('with one it names sender, page and contacts, and the days of the open round; nothing of graduates', async () => {
    expect(await saveNotice(service.deps, aNotice())).toEqual({ kind: 'saved', institution: 'X0101', version: 1 });
    const person = await service.aPerson();
    const page = await service.get('/genuine/X0101?lang=en');
    for (const told of [
      'it opened on 2 November and closes on 30 November',
      'https://tuulisalmi.example.org/urakysely',
      '+358 9 000 000',
    ]) {
      expect(page.body).toContain(told);
    }
    expect((await service.get('/genuine/X0101?lang=fi')).body).toContain('se avautui 2.11. ja sulkeutuu 30.11.</p>');
    expect(page.body).not.toContain(person.personKey);
    expect((await service.get(person.path)).body).toContain('href="/genuine/X0101?lang=fi"');
  });

  test('an institution that there is not: the general page', async () => {
    for (const code of ['nobody', '__proto__', "X'--"]) {
      const page = await service.get(`/genuine/${encodeURIComponent(code)}?lang=sv`);
      expect([page.statusCode, page.headers.location]).toEqual([303, '/genuine?lang=sv']);
    }
  });
});

describe('the privacy notice of an institution', () => {
  test('has the blocks of the institution in the language of the page, beside what the service says itself', async () => {
    await saveNotice(service.deps, { ...aNotice(), controller: { fi: 'uusi', sv: 'ny', en: 'newer controller' } });
    const person = await service.aPerson();
    const page = await service.get(`${person.path}/privacy?lang=en`);
    for (const told of [
      'newer controller',
      'dpo@tuulisalmi.example.org',
      'planning of education en',
      'no transfers en',
    ]) {
      expect(page.body).toContain(told);
    }
    expect(page.body).toContain('The keys of the survey are destroyed.');
    expect(page.body).not.toContain('are named in the university’s own privacy notice');
    expect((await service.get(`${person.path}/help?lang=en`)).body).toContain('urakysely@tuulisalmi.example.org');
    const statement = (await service.get(`${person.path}/accessibility?lang=en`)).body;
    expect(statement).toMatch(/id="feedback"[\s\S]*urakysely@tuulisalmi\.example\.org[\s\S]*id="supervision"/);
    expect((await service.get(person.path)).body).toContain(`href="${person.path}/accessibility"`);
    const other = await service.aPerson({ institution: 'X0102' });
    expect((await service.get(`${other.path}/privacy?lang=en`)).body).toContain('own privacy notice');
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['a language that is missing', { legalBasis: { fi: 'a', sv: ' ', en: 'b' } }, /^legalBasis\.sv: is empty$/],
    ['an address that is none', { dataProtectionOfficer: 'dpo' }, /^dataProtectionOfficer: is no e-mail address$/],
    ['a page without https', { page: 'http://a.example.org' }, /^page: is no address/],
  ])('%s: nothing is saved, and the place is told', async (_name, change, problem) => {
    const outcome = await saveNotice(service.deps, { ...aNotice(), ...change });
    expect(outcome).toMatchObject({ kind: 'invalid', problems: [expect.stringMatching(problem)] });
  });

  test('of an institution that no survey knows is refused', async () => {
    const outcome = await saveNotice(service.deps, { ...aNotice(), institution: 'X9999' });
    expect(outcome).toEqual({ kind: 'unknown_institution', institution: 'X9999' });
  });
});

test('the accessibility statement tells the last check and claims no more than it', async () => {
  const { pages, checks, faults } = ACCESSIBILITY_RESULTS;
  const statement = (await service.get('/accessibility?lang=en')).body;
  if (pages === 0) {
    expect(statement).toContain('have not been checked by software yet');
    expect(statement).not.toContain('found no faults');
    return;
  }
  expect(statement).toContain(`${pages} pages and states, ${checks} checks`);
  expect(statement).toContain(faults.length === 0 ? 'we do not say that the service meets' : 'only in part');
});
