import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isOwnCode } from '../../../server/engine/own-block.ts';
import { anOwnBlock, askOwnBlock, DEGREE, ELSEWHERE, INSTITUTION } from '../../support/own-blocks.ts';
import { readPageForm } from '../../support/page-form.ts';
import { openTestApp, type LinkedPerson, type TestApp } from '../../support/test-app.ts';

// One round: an institution with own questions, one of its degrees with more, another institution with
// others, and a third without any. amk-career.v2 has seven parts.

let service: TestApp;
let round: string;
beforeAll(async () => {
  service = await openTestApp();
  round = await service.aRound();
  for (const owner of [INSTITUTION, DEGREE, ELSEWHERE]) await askOwnBlock(service.deps, round, anOwnBlock(owner));
});
afterAll(() => service.close());

const both = (more = {}) => service.aPerson({ round, ...more });
const page = async (path: string) => {
  const answer = await service.get(path);
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.body;
};
const save = async ({ path }: LinkedPerson, part: number, form: Record<string, string>, nav = 'next') => {
  const answer = await service.post(`${path}/part/${part}`, { ...form, nav, _noticed: '1' });
  expect([part, answer.statusCode]).toEqual([part, 303]);
  return answer.headers.location ?? '';
};
const answersOf = async (person: LinkedPerson) => (await service.responseOf(person))?.answers ?? {};
const start = (person: LinkedPerson) => save(person, 1, { main_activity: 'unemployed' });

const OWN = {
  own_x0101_all_choice: 'b',
  own_x0101_all_several: 'c',
  own_x0101_all_step: '_dk',
  'own_x0101_all_pair.importance': '5',
  'own_x0101_all_pair.development': '2',
  own_x0101_all_text: ' Two\r\nlines ',
};
const STORED = {
  own_x0101_all_choice: 'b',
  own_x0101_all_several: ['c'],
  own_x0101_all_step: '_dk',
  own_x0101_all_pair: { importance: '5', development: '2' },
  own_x0101_all_text: 'Two\nlines',
};

describe('who is asked what', () => {
  test.each([
    [{ institution: 'X0101', degree: '671112' }, 9, ['x0101_all', 'x0101_671112']],
    [{ institution: 'X0101', degree: '671201' }, 8, ['x0101_all']],
    [{ institution: 'X0102', degree: '671112' }, 8, ['x0102_all']],
    [{ institution: 'X0103', degree: '671112' }, 7, []],
  ])('people of %j have %i parts', async (place, parts, own) => {
    const person = await both(place);
    await start(person);
    // Not in work: the page of the job is not counted.
    expect(await page(`${person.path}/part/3`)).toContain(`Osa 2/${parts - 1}`);
    const asked: string[] = [];
    for (let part = 8; part <= parts; part += 1) {
      const { fields } = readPageForm(await page(`${person.path}/part/${part}`));
      asked.push(...fields.map(({ name }) => name).filter(isOwnCode));
    }
    const owners = [...new Set(asked.map((name) => /^own_(x\d+_[a-z0-9]+)_/.exec(name)?.[1]))];
    expect(owners).toEqual(own);
    const beyond = await service.get(`${person.path}/part/${parts + 1}`);
    expect([beyond.statusCode, beyond.headers.location]).toEqual([303, `${person.path}/part/1`]);
  });

  test('somebody without own questions sees what a round without any shows', async () => {
    const [here, there] = [await both({ institution: 'X0103' }), await service.aPerson({ institution: 'X0103' })];
    for (const person of [here, there]) await start(person);
    for (const place of ['', '/part/1', '/part/7', '/review', '/privacy']) {
      const plain = async ({ path, code }: LinkedPerson) =>
        (await page(path + place)).replaceAll(code, 'CODE').replaceAll(code.slice(-4), 'LAST');
      expect([place, await plain(here)]).toEqual([place, await plain(there)]);
    }
  });

  test('the first page adds the minutes of own questions to its promise', async () => {
    const minutes = async (person: LinkedPerson) => /(\d+)–(\d+) minuuttia/.exec(await page(person.path))?.slice(1);
    expect(await minutes(await both({ institution: 'X0103' }))).toEqual(['10', '14']);
    const [from = 0, to = 0] = (await minutes(await both()))?.map(Number) ?? [];
    expect(from).toBeGreaterThan(10);
    expect(to - from).toBe(4);
  });
});

test('own questions from the first page to the receipt: saved, resumed, in words, sent, changed', async () => {
  const person = await both();
  await start(person);
  for (const part of [3, 4, 5, 6]) await save(person, part, {});
  expect(await save(person, 7, {})).toBe(`${person.path}/part/8`);
  expect(await page(person.path)).toContain(`href="${person.path}/part/8"`);

  const opened = await page(`${person.path}/part/8`);
  for (const words of ['Korkeakoulusi omat kysymykset', 'About x0101_all fi', 'x0101_all choice fi', 'Osa 7/8'])
    expect(opened).toContain(words);
  expect(await save(person, 8, OWN, 'pause')).toBe(`${person.path}/paused`);
  expect(await answersOf(person)).toMatchObject(STORED);

  await service.post(`${person.path}/language`, { lang: 'sv', from: '' });
  const again = await page(`${person.path}/part/8`);
  for (const words of ['Din högskolas egna frågor', 'value="b" checked', 'Two\nlines']) expect(again).toContain(words);
  const paired = readPageForm(again).fields.find(({ name }) => name === 'own_x0101_all_pair.importance');
  expect(paired).toMatchObject({ checked: ['5'] });
  expect(await save(person, 8, OWN)).toBe(`${person.path}/part/9`);
  expect(await save(person, 9, { own_x0101_671112_choice: 'a' })).toBe(`${person.path}/review`);

  const review = await page(`${person.path}/review`);
  for (const words of ['Din examens egna frågor', 'x0101_all b sv', 'x0101_671112 a sv', '/part/9'])
    expect(review).toContain(words);
  await service.post(`${person.path}/send`, {});
  expect(await page(`${person.path}/receipt`)).toContain('<html lang="sv">');
  const sent = await service.responseOf(person);
  expect(sent).toMatchObject({ submitted_on: '2026-11-12', answers: { ...STORED, own_x0101_671112_choice: 'a' } });
  expect(sent?.pages_saved).toEqual(expect.arrayContaining(['now', 'own_institution', 'own_degree']));
  expect(sent?.pages_saved.slice(-2)).toEqual(['own_institution', 'own_degree']);

  await save(person, 9, { own_x0101_671112_choice: 'c' });
  expect(await answersOf(person)).toMatchObject({ ...STORED, own_x0101_671112_choice: 'c' });
  await service.post(`${person.path}/decline`, { choice: 'delete' });
  expect(await service.responseOf(person)).toBeNull();
});

test('fields of other people’s own questions are not read', async () => {
  const person = await both({ institution: 'X0102' });
  await start(person);
  await save(person, 8, { ...OWN, own_x0102_all_choice: 'c', own_x0101_671112_choice: 'a' });
  expect(Object.keys(await answersOf(person)).filter(isOwnCode)).toEqual(['own_x0102_all_choice']);
});

test('an answer that does not fit is refused by name, and the others are saved', async () => {
  const person = await both({ degree: '671201' });
  await start(person);
  const form = { ...OWN, own_x0101_all_text: 'x'.repeat(501), nav: 'next' };
  const answer = await service.post(`${person.path}/part/8`, form);
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('href="#own_x0101_all_text--field"');
  const { own_x0101_all_text: _, ...others } = STORED;
  const { main_activity: __, ...own } = (await answersOf(person)) as Record<string, unknown>; // a record of answers
  expect(own).toEqual(others);
});

test('somebody whom the register moves keeps what they answered, and is asked what is theirs now', async () => {
  const person = await both({ degree: '671201' });
  const move = async (institution: string) => {
    await service.deps.ownerDb
      .updateTable('contact.person')
      .set({ institution })
      .where('person_key', '=', person.personKey)
      .execute();
  };
  await start(person);
  await save(person, 8, OWN);
  await move('X0103');
  expect(await page(`${person.path}/part/7`)).toContain('Osa 6/6');
  expect(await page(`${person.path}/review`)).not.toContain('x0101_all');
  await save(person, 7, {});
  expect(await answersOf(person)).toMatchObject(STORED);
  await move('X0101');
  expect(await page(`${person.path}/review`)).toContain('x0101_all b fi');
  await move('X0102');
  await service.post(`${person.path}/send`, {});
  expect(Object.keys(await answersOf(person))).toEqual(['main_activity']);
});

test('a round goes on asking the version that it was given, whatever is published later', async () => {
  const [old, next] = [await service.aRound(), await service.aRound()];
  await askOwnBlock(service.deps, old, anOwnBlock(INSTITUTION));
  const { questions } = anOwnBlock(INSTITUTION);
  await askOwnBlock(service.deps, next, anOwnBlock(INSTITUTION, { version: 2, questions: questions.slice(0, 1) }));
  const fieldsOf = async (of: string) => {
    const person = await service.aPerson({ round: of, degree: '671201' });
    await start(person);
    return readPageForm(await page(`${person.path}/part/8`)).fields.filter(({ name }) => isOwnCode(name)).length;
  };
  expect([await fieldsOf(old), await fieldsOf(next)]).toEqual([6, 1]);
});
