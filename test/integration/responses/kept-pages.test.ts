import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { gunzipSync } from 'node:zlib';
import { openTestApp, type LinkedPerson, type TestApp } from '../../support/test-app.ts';

// A part that a person has not answered yet is put together from kept pieces. It must be the page that is
// printed anew for somebody who has answered some of it, and nobody's page may hold what is another's.
let service: TestApp;
beforeAll(async () => {
  service = await openTestApp();
});
afterAll(() => service.close());

const LANGUAGES = ['fi', 'sv', 'en'] as const;
const PARTS = [1, 2, 3, 4, 5, 6, 7];
const WORKING = { main_activity: 'permanent_full_time', other_activities: 'none', activity_meaningful: '5' };

async function zipped(path: string): Promise<string> {
  const page = await service.get(path, { 'accept-encoding': 'gzip' });
  expect([page.statusCode, page.headers['content-encoding']]).toEqual([200, 'gzip']);
  return gunzipSync(page.rawPayload).toString();
}

/** Without what an answer changes: choices, values, the button that clears, and how often the person has saved. */
function unanswered(html: string): string {
  return html
    .replaceAll(/ (?:checked|selected)(?=>)/g, '')
    .replaceAll(/<button class="lnk" type="submit" name="clear".*?<\/button>/gs, '')
    .replaceAll(/(?<=name="_revision" value=")\d+/g, '')
    .replaceAll(/\n+/g, '\n');
}

async function begun(person: LinkedPerson, language: string): Promise<void> {
  await service.post(`${person.path}/part/1`, { ...WORKING, _language: language });
}

test.each(LANGUAGES)(
  'in %s each part is the same, kept or printed, compressed or plain',
  async (language) => {
    const roundId = await service.aRound();
    const [one, other] = [await service.aPerson({ round: roundId }), await service.aPerson({ round: roundId })];
    for (const person of [one, other]) await begun(person, language);
    // The order of questions is drawn: both get the same.
    const order = (await service.responseOf(one))?.question_order;
    for (const person of [one, other]) {
      await service.deps.ownerDb
        .updateTable('answer.response')
        .set({ answers: '{"main_activity":"permanent_full_time"}', question_order: JSON.stringify(order) })
        .where('handle', '=', person.handle)
        .execute();
    }
    for (const part of PARTS) {
      const kept = await zipped(`${one.path}/part/${part}`);
      expect((await service.get(`${one.path}/part/${part}`)).body).toBe(kept);
      expect(kept).toContain(`lang="${language}"`);
      const question = /<input type="radio"[^>]* name="([^"]+)" value="([^"]+)"/.exec(kept);
      if (part === 1 || !question) continue;
      const [, name = '', value = ''] = question;
      await service.post(`${other.path}/part/${part}`, { [name]: value, nav: 'prev', _language: language });
      const answered = await zipped(`${other.path}/part/${part}`);
      expect(answered).toMatch(/ checked>/);
      expect(unanswered(answered).replaceAll(other.code, one.code)).toBe(unanswered(kept));
    }
  },
  120_000,
);

test("the first page and the receipt hold what is the person's own, compressed or plain", async () => {
  const people = [await service.aPerson({ institution: 'X0101' }), await service.aPerson({ institution: 'X0102' })];
  const lines: (string | undefined)[] = [];
  for (const person of people) {
    const landing = await zipped(person.path);
    expect((await service.get(person.path)).body).toBe(landing);
    expect(landing).toContain(`href="${person.path}/part/1"`);
    await begun(person, 'fi');
    await service.post(`${person.path}/send`, {});
    const receipt = await zipped(`${person.path}/receipt`);
    expect(receipt).toContain(`href="${person.path}/review"`);
    lines.push(
      /<p class="brand">.*?<\/p>/.exec(landing)?.[0],
      /round-\d+ 2026-11-12 [0-9a-f]+ [0-9a-f]+/.exec(receipt)?.[0],
    );
    for (const page of [landing, receipt]) expect(page).not.toMatch(/[\uE000\uE001]/);
  }
  expect(lines).not.toContain(undefined);
  expect(new Set(lines).size).toBe(4);
});

test('nobody sees anything of another: code, institution, number of saves', async () => {
  const people = [
    await service.aPerson({ institution: 'X0101' }),
    await service.aPerson({ institution: 'X0102' }),
    await service.aPerson({ institution: null }),
  ];
  for (const [index, person] of people.entries()) {
    for (let save = 0; save <= index; save += 1) await begun(person, 'fi');
  }
  const pages = await Promise.all(people.map((person) => zipped(`${person.path}/part/7`)));
  const brands = pages.map((page) => /<p class="brand">.*?<\/p>/.exec(page)?.[0]);
  expect(new Set(brands).size).toBe(3);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain(`name="_revision" value="${index + 1}"`);
    const codes = new Set([...page.matchAll(/\/v\/([0-9A-Z]{13})/g)].map(([, code]) => code));
    expect([...codes]).toEqual([people[index]?.code]);
    expect(page).not.toMatch(/[\uE000\uE001]/);
  }
});

type Person = NonNullable<Parameters<TestApp['aPerson']>[0]>;
type Round = NonNullable<Parameters<TestApp['aRound']>[0]>;
// What the first page of the usual person in the usual round says, and what it says of one who differs in one thing.
const DIFFERENT: [string, { person?: Person; round?: Round }, [string, string]][] = [
  ['year', { person: { graduation_date: '2019-05-31' } }, ['vuonna 2020:', 'vuonna 2019:']],
  ['no year', { person: { graduation_date: null } }, ['vuonna 2020:', '<p>Tutkintosi: ']],
  ['no degree', { person: { degree: null } }, ['<p>Valmistuit', '<h1>Mitä valmistumisesi jälkeen tapahtui?</h1>']],
  ['institution', { person: { institution: 'X0102' } }, ['/genuine/X0101?', '/genuine/X0102?']],
  ['no institution', { person: { institution: null } }, ['/genuine/X0101?', '"/genuine?lang=fi']],
  ['language', { person: { contact_language: 'sv' } }, ['/part/1"', '/part/1?lang=fi"']],
  ['closing', { round: { closes_at: new Date('2026-12-06T22:00:00Z') } }, [' 30.11.', ' 6.12.']],
  ['real', { round: { invented: false } }, ['<p class="demo">', '<header class="top">\n<p class="brand">']],
  ['version', { round: { version: 3 } }, ['10–14 minuuttia', 'Jos aikaa on vähän']],
];

test('of people alike in all but one thing, each first page says its own, whoever came before', async () => {
  const usual = await service.aRound();
  const first = await service.aPerson({ round: usual });
  for (const [, { person, round }, [ofTheUsual, own]] of DIFFERENT) {
    const other = await service.aPerson({ round: round ? await service.aRound(round) : usual, ...person });
    const [before, page, after] = [
      await zipped(`${first.path}?lang=fi`),
      await zipped(`${other.path}?lang=fi`),
      await zipped(`${first.path}?lang=fi`),
    ];
    expect(before).toContain(ofTheUsual);
    expect(page).toContain(own);
    expect(page).not.toContain(ofTheUsual);
    expect(after).toBe(before);
  }
});
