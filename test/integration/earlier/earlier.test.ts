import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SafeTable } from '../../../server/disclosure/safe-table.ts';
import { formatsOf } from '../../../server/results/format-figures.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../../support/build-release.ts';
import { careerSurvey } from '../../support/figure-context.ts';
import { textOf } from '../../support/page-text.ts';
import { storedRows } from '../../support/stored-rows.ts';
import { openTestApp, type LinkedPerson, type TestApp } from '../../support/test-app.ts';

const { survey } = careerSurvey();
let service: TestApp;
let table: SafeTable;
let codes: { institution: string; degree: string; field: string };
beforeAll(async () => {
  service = await openTestApp();
  ({ table } = protectedTable(survey, simulatedDegrees(survey, { graduates: 1500, seed: 5, institutions: 4 })));
  const own = table.populations.find(
    ({ key, level }) => level === 'degree' && table.cells.get(key)?.get('degree_satisfaction')?.status === 'exact',
  );
  if (!own) throw new Error('no degree with the question');
  codes = { institution: own.institution, degree: own.degree, field: own.field };
});
afterAll(() => service.close());

async function sent(overrides = {}): Promise<LinkedPerson> {
  const { institution, degree } = codes;
  const person = await service.aPerson({ institution, degree, contact_language: 'en', ...overrides });
  const save = (part: number, form: Record<string, string>) =>
    service.post(`${person.path}/part/${part}`, { ...form, nav: 'next', _noticed: '1', _language: 'en' });
  await save(1, { main_activity: 'permanent_full_time' });
  await save(6, { degree_satisfaction: '4' });
  await service.post(`${person.path}/send`, {});
  return person;
}
const pageOf = async ({ path }: LinkedPerson) => textOf((await service.get(`${path}/earlier`)).body);

/** The published shares of the degree, the field or the nation, as they must be printed. */
function sharesOf(key: string): { n: string; below: string; same: string; above: string } {
  const cell = table.cells.get(key)?.get('degree_satisfaction');
  if (cell?.status !== 'exact') throw new Error(`no figure for ${key}`);
  const sum = (wanted: (code: number) => boolean) =>
    cell.categories.filter(({ code }) => wanted(Number(code))).reduce((all, { count }) => all + count, 0) / cell.n;
  const { share, count } = formatsOf('en');
  const [below, same, above] = [sum((code) => code < 4), sum((code) => code === 4), sum((code) => code > 4)];
  return { n: count(cell.n), below: share(below), same: share(same), above: share(above) };
}
const sentenceOf = ({ below, same, above }: ReturnType<typeof sharesOf>) =>
  `A lower number was given by ${below}, the same by ${same} and a higher one by ${above}.`;

test('before anything is published the page says so, and the receipt leads to it', async () => {
  const person = await sent();
  const receipt = await service.get(`${person.path}/receipt`);
  expect(receipt.body).toContain(`href="${person.path}/earlier"`);
  expect(await pageOf(person)).toContain('No results of earlier graduates have been published yet');
});

describe('after a release of earlier graduates', () => {
  beforeAll(() => insertRelease(service.deps.ownerDb, { id: 'before', survey, table, period: '2019' }));

  test('an answer stands among those of the same degree, in the published figures, and nothing is stored', async () => {
    const person = await sent();
    const before = await storedRows(service.deps.ownerDb);
    const page = await pageOf(person);
    const own = sharesOf(`degree/${codes.institution}/${codes.degree}`);
    expect(page).toContain(`People with the same degree from your university: ${own.n} answers.`);
    expect(page).toContain(sentenceOf(own));
    expect(page).toMatch(/You answered: 4 – /);
    expect(await storedRows(service.deps.ownerDb)).toEqual(before);
  });

  test('where the degree is hidden the field stands in its place, and the page says so', async () => {
    const { ownerDb } = service.deps;
    const key = `degree/${codes.institution}/${codes.degree}`;
    const hidden = await ownerDb.deleteFrom('release.cell').where('population_key', '=', key).returningAll().execute();
    const page = await pageOf(await sent());
    const field = sharesOf(`field/${codes.field}`);
    expect(page).toContain('The result of your own degree cannot be shown.');
    expect(page).toContain(`${field.n} answers`);
    expect(page).toContain(sentenceOf(field));
    expect(hidden.length).toBeGreaterThan(0);
    await ownerDb
      .insertInto('release.cell')
      .values(hidden.map((row) => ({ ...row, cell: JSON.stringify(row.cell) })))
      .execute();
  });

  test('nobody sees it before sending, nor anything of their own or a later year, nor invented figures beside real people', async () => {
    const silent = await service.aPerson({ ...{ institution: codes.institution, degree: codes.degree } });
    expect((await service.get(`${silent.path}/earlier`)).statusCode).toBe(303);
    const nothing = 'No results of earlier graduates have been published yet';
    expect(await pageOf(await sent({ graduation_date: '2019-05-31' }))).toContain(nothing);
    const real = await service.aRound({ invented: false });
    expect(await pageOf(await sent({ round: real }))).toContain(nothing);
  });

  test('someone who did not answer sees the figures without a place of their own', async () => {
    const { institution, degree } = codes;
    const person = await service.aPerson({ institution, degree, contact_language: 'en' });
    await service.post(`${person.path}/part/1`, { main_activity: 'unemployed', nav: 'next', _noticed: '1' });
    await service.post(`${person.path}/send`, {});
    const page = await pageOf(person);
    expect(page).toContain('You have not answered this question on the scale.');
    expect(page).not.toContain('A lower number was given by');
  });
});
