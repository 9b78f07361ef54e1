import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { reportKey } from '../../../server/results/report-key.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../../support/build-release.ts';
import { careerSurvey } from '../../support/figure-context.ts';
import { textOf } from '../../support/page-text.ts';
import { aStaffMember } from '../../support/staff.ts';
import { storedRows } from '../../support/stored-rows.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

// A programme tells those who answered what it changed: on a page for everyone, approved, in three languages.
const { survey } = careerSurvey();
let server: TestApp;
let home: string;
let place: string;
let codes: { institution: string; degree: string };

beforeAll(async () => {
  server = await openTestApp();
  const { table } = protectedTable(survey, simulatedDegrees(survey, { graduates: 300, seed: 5, institutions: 2 }));
  await insertRelease(server.deps.ownerDb, { id: 'first', survey, table, period: '2019' });
  const own = table.populations.find(({ level }) => level === 'degree');
  if (!own) throw new Error('no degree');
  codes = { institution: own.institution, degree: own.degree };
  place = `${codes.institution}/${codes.degree}`;
  home = `/reports/${reportKey(server.deps.keys)}/actions/${place}`;
});
afterAll(() => server.close());

const ENTRY = { title: 'Negotiation', decision: 'decided', what: 'An exercise', role: 'Director', saved_by: 'Team' };
const TOLD = {
  deed: 'show',
  text_fi: 'Lisäsimme <harjoituksen> projektikurssiin.',
  text_sv: 'Vi lade till en övning.',
  text_en: 'We added an exercise.',
  approved_by: 'Programme director',
  approved: '1',
  revision: '0',
};

async function anAction(more: Partial<typeof ENTRY> & { reason?: string } = {}): Promise<string> {
  const saved = await server.post(`${home}/add?lang=en`, { ...ENTRY, ...more });
  return /#a-(.*)$/.exec(saved.headers.location ?? '')?.[1] ?? '';
}
const tell = (id: string, more: Partial<typeof TOLD> = {}) =>
  server.post(`${home}/${id}/tell?lang=en`, { ...TOLD, ...more });
const changes = async (language: string) => textOf((await server.get(`/changes/${place}?lang=${language}`)).body);
async function receivedLink(): Promise<boolean> {
  const person = await server.aPerson(codes);
  await server.post(`${person.path}/part/1`, { main_activity: 'unemployed', nav: 'next', _noticed: '1' });
  await server.post(`${person.path}/send`, {});
  return (await server.get(`${person.path}/earlier`)).body.includes(`href="/changes/${place}?lang=fi"`);
}

test('told in three languages to everyone and to who has answered, then taken back; every state stays', async () => {
  expect(await changes('en')).toContain('The programme has not told of any changes on this page yet.');
  expect(await receivedLink()).toBe(false);
  const id = await anAction();
  expect((await tell(id)).statusCode).toBe(303);
  expect(await changes('fi')).toContain('Lisäsimme <harjoituksen> projektikurssiin.');
  expect(await changes('sv')).toContain('Vi lade till en övning.');
  expect(await changes('en')).toContain('We added an exercise. Told on 12 November 2026');
  expect(await changes('en')).not.toContain('Programme director');
  expect(await receivedLink()).toBe(true);
  expect(textOf((await server.get(`${home}?lang=en`)).body)).toContain('Graduates are told of it');

  expect((await tell(id, { deed: 'take_back', revision: '1' })).statusCode).toBe(303);
  expect(await changes('en')).not.toContain('exercise');
  expect(await receivedLink()).toBe(false);
  const { rows } = await sql<{ shown: boolean }>`
    select shown from survey.told_change where action_id = ${id} order by revision`.execute(server.deps.ownerDb);
  expect(rows).toEqual([{ shown: true }, { shown: false }]);
  for (const change of ['update survey.told_change set shown = true', 'delete from survey.told_change'])
    await expect(sql.raw(change).execute(server.deps.ownerDb)).rejects.toThrow('never changes');
});

test('nothing is published without approval, a language, or with the name of a person; what was typed stays', async () => {
  const id = await anAction();
  const before = await storedRows(server.deps.ownerDb);
  for (const [more, field, message] of [
    [{ approved: '' }, 'approved', 'Publishing needs an approval'],
    [{ text_sv: '' }, 'text-sv', 'Fill in: In Swedish'],
    [{ approved_by: '' }, 'approved-by', 'Fill in: Publishing is approved by'],
    [{ text_fi: 'Kurssin otti hoitaakseen Matti Virtanen.' }, 'text-fi', 'looks like the name of a person'],
  ] as const) {
    const refused = await tell(id, more);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(`<a href="#${field}">`);
    expect(refused.body).toContain(`id="${field}"`);
    expect(textOf(refused.body)).toContain(message);
    expect(textOf(refused.body)).toContain('We added an exercise.');
  }
  expect(await storedRows(server.deps.ownerDb)).toEqual(before);
});

test('an action that is only thought of is not told, and one that is thought of again leaves the page', async () => {
  const open = await anAction({ decision: 'considering' });
  expect([(await tell(open)).statusCode, (await server.get(`${home}/${open}/tell`)).statusCode]).toEqual([404, 404]);
  const id = await anAction();
  await tell(id, { text_en: 'A change of mind.' });
  expect(await changes('en')).toContain('A change of mind.');
  await server.post(`${home}/${id}/edit`, { ...ENTRY, decision: 'considering', revision: '1' });
  expect(await changes('en')).not.toContain('A change of mind.');
});

test('two who publish at once: the second one sees it, with their own text kept, and nothing is overwritten', async () => {
  const id = await anAction();
  await tell(id, { text_en: 'The first text.' });
  const late = await tell(id, { text_en: 'The second text.' });
  expect(late.statusCode).toBe(409);
  expect(textOf(late.body)).toContain('The second text.');
  expect(late.body).toContain('name="revision" value="1"');
  expect(await changes('en')).toContain('The first text.');
});

test('only who plans the degree publishes: others are refused, and elsewhere nothing is there', async () => {
  const id = await anAction();
  const path = `/reports/staff/actions/${place}/${id}/tell?lang=en`;
  const own = { role: 'planner', ...codes } as const;
  const elsewhere = { role: 'planner', institution: 'X0199', degree: '' } as const;
  for (const [member, reads, publishes] of [
    [await aStaffMember(server, own), 200, 303],
    [await aStaffMember(server, elsewhere), 404, 404],
    [await aStaffMember(server, { role: 'network_coordinator', institution: '', degree: '' }), 200, 403],
    [await aStaffMember(server, { role: 'auditor', institution: '', degree: '' }), 403, 403],
    [await aStaffMember(server, { role: 'administrator', institution: '', degree: '' }), 403, 403],
  ] as const) {
    const told = { ...TOLD, revision: '0' };
    expect([(await member.get(path)).statusCode, (await member.post(path, told)).statusCode]).toEqual([
      reads,
      publishes,
    ]);
  }
});

test('there is no page of a degree that there is not', async () => {
  for (const path of ['/changes/X9999/999999', `/changes/${codes.institution}/999999`, '/changes/a%20b/c'])
    expect((await server.get(path)).statusCode).toBe(404);
});
