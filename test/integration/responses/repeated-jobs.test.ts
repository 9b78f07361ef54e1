import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { askDraft } from '../../support/drafts.ts';
import { openTestApp, type LinkedPerson, type TestApp } from '../../support/test-app.ts';

let service: TestApp;
let job: string;
beforeAll(async () => {
  service = await openTestApp();
  await askDraft(service.deps, 78, (definition) => {
    const page = definition.pages[1];
    if (!page) throw new Error('no page of the job');
    job = page.code;
    page.repeat = {
      max: 3,
      another: {
        fi: 'Onko sinulla toinenkin työ?',
        sv: 'Har du ett annat arbete också?',
        en: 'Do you have another job?',
      },
      yes: { fi: 'Kyllä, lisää työ', sv: 'Ja, lägg till ett arbete', en: 'Yes, add another job' },
      no: { fi: 'Ei', sv: 'Nej', en: 'No' },
    };
  });
});
afterAll(() => service.close());

async function working(): Promise<LinkedPerson> {
  const person = await service.aPerson({ round: await service.aRound({ version: 78 }) });
  expect(await save(person, 1, { main_activity: 'permanent_full_time' })).toBe(`${person.path}/part/2`);
  return person;
}
const save = async ({ path }: LinkedPerson, part: number, form: Record<string, string>) =>
  (await service.post(`${path}/part/${part}`, { ...form, nav: 'next', _noticed: '1' })).headers.location;

test('another job is added without script, up to three, and each is stored and shown apart', async () => {
  const person = await working();
  const page = await service.get(`${person.path}/part/2?lang=fi`);
  expect(page.body).toContain('Onko sinulla toinenkin työ?');
  // More jobs are counted once they are asked for.
  expect(page.body).toContain('Osa 2/7');
  const [first, second] = ['private_small', 'state'];
  expect(await save(person, 2, { job_sector: first, [`${job}_more_1`]: 'yes' })).toBe(`${person.path}/part/3`);
  expect((await service.get(`${person.path}/part/3?lang=fi`)).body).toContain('Osa 3/8');
  expect(await save(person, 3, { job_sector_2: second, [`${job}_more_2`]: 'yes' })).toBe(`${person.path}/part/4`);
  const last = await service.get(`${person.path}/part/4`);
  expect(last.body).not.toContain('Onko sinulla toinenkin työ?');
  expect(await save(person, 4, {})).toBe(`${person.path}/part/5`);
  const held = JSON.parse((await service.get(`${person.path}/data.json`)).body);
  expect(held.answers.given).toEqual((await service.responseOf(person))?.answers);
  expect(held.answers.given[`${job}_more_2`]).toBe('yes');
  const review = await service.get(`${person.path}/review`);
  expect(review.body.match(/Millainen työnantajasi on\?/g)).toHaveLength(3);
});

test('no other job: the way goes on after the first', async () => {
  const person = await working();
  expect(await save(person, 2, { [`${job}_more_1`]: 'no' })).toBe(`${person.path}/part/5`);
});

test('taking a job back: its answers are not sent', async () => {
  const person = await working();
  await save(person, 2, { [`${job}_more_1`]: 'yes' });
  const page = await service.get(`${person.path}/part/3`);
  const value = /name="job_sector_2" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  await save(person, 3, { job_sector_2: value });
  expect((await service.responseOf(person))?.answers).toHaveProperty('job_sector_2', value);
  await save(person, 2, { [`${job}_more_1`]: 'no' });
  await service.post(`${person.path}/send`, {});
  expect((await service.responseOf(person))?.answers).not.toHaveProperty('job_sector_2');
});
