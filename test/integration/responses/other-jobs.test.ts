import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ddiCodebook } from '../../../server/documents/ddi-codebook.ts';
import type { Answers } from '../../../server/engine/answer.ts';
import { parseResponseRow, responseColumns, toResponseRow } from '../../../server/engine/parse-response-row.ts';
import { walk } from '../../../server/engine/walk.ts';
import { createReleaseCounter } from '../../../server/releases/release-counter.ts';
import { loadSurveys } from '../../../survey-definitions/index.ts';
import { openTestApp, type LinkedPerson, type TestApp } from '../../support/test-app.ts';

// The third version of the career survey: up to five other jobs, each with the same questions, and a
// core after which people may send.
const survey = loadSurveys().find('amk-career', 3) ?? missing();
const KINDS = ['permanent', 'fixed_term', 'on_call', 'self_employed', 'grant', 'other'] as const;
const LENGTHS = ['under_6_months', '6_to_12_months', '1_to_2_years', 'over_2_years'] as const;
const timed = (code: string, time: number) => (time === 1 ? code : `${code}_${time}`);
const TIMES = [1, 2, 3, 4, 5];
const PLACE = { institution: 'X0101', degree: '671112' };

type Job = { kind: string; length: string; field: string };
const job = fc.record({
  kind: fc.constantFrom(...KINDS),
  length: fc.constantFrom(...LENGTHS),
  field: fc.constantFrom('1', '2', '3', '4', '5'),
});
const lives = fc.array(fc.array(job, { maxLength: 5 }), { minLength: 1, maxLength: 12 });

/** What somebody with these other jobs answers. */
function answersOf(jobs: readonly Job[]): Answers {
  const told = jobs.flatMap(({ kind, length, field }, index) => [
    [timed('other_job_kind', index + 1), kind],
    [timed('other_job_length', index + 1), length],
    [timed('other_job_in_field', index + 1), field],
    ...(index < 4 ? [[`other_job_more_${index + 1}`, index + 1 < jobs.length ? 'yes' : 'no']] : []),
  ]);
  return { main_activity: 'unemployed', other_jobs: jobs.length > 0 ? 'yes' : 'no', ...Object.fromEntries(told) };
}

/** Jobs of one kind or length, one after another. */
const someJobs = (count: number): Job[] =>
  Array.from({ length: count }, (_, index) => ({ kind: KINDS[index] ?? 'other', length: 'over_2_years', field: '3' }));

describe('nought, one, three and five other jobs', () => {
  test.each([0, 1, 3, 5])('%i: all of them are on the path, stand in the row and come back from it', (count) => {
    const answers = answersOf(someJobs(count));
    expect(walk(survey, answers, {}).relevantAnswers).toEqual(answers);
    const row = toResponseRow(survey, answers);
    expect(Object.keys(row)).toEqual(responseColumns(survey));
    expect(TIMES.map((time) => row[timed('other_job_kind', time)])).toEqual(
      TIMES.map((time) => (time <= count ? KINDS[time - 1] : '')),
    );
    expect(parseResponseRow(survey, row, {})).toEqual({ kind: 'valid', answers });
  });

  test('any jobs come back from a row; one behind a "no" is on nobody’s path', () => {
    fc.assert(
      fc.property(fc.array(job, { maxLength: 5 }), fc.nat({ max: 3 }), (jobs, cut) => {
        const answers = answersOf(jobs);
        expect(parseResponseRow(survey, toResponseRow(survey, answers), {})).toEqual({ kind: 'valid', answers });
        if (jobs.length <= cut + 1) return;
        const ended = { ...answers, [`other_job_more_${cut + 1}`]: 'no' };
        const read = parseResponseRow(survey, toResponseRow(survey, ended), {});
        expect(read).toEqual({ kind: 'valid', answers: answersOf(jobs.slice(0, cut + 1)) });
      }),
    );
  });

  test('each time is counted by itself, of those who have so many jobs', () => {
    fc.assert(
      fc.property(lives, (people) => {
        const counter = createReleaseCounter(survey, [{ ...PLACE, target: people.length, split: '', split_value: '' }]);
        for (const jobs of people) counter.add({ ...PLACE, background: {}, answers: answersOf(jobs) });
        const { tally } = counter.counted();
        const counted = (code: string) => {
          const item = tally.item(`${PLACE.institution}/${PLACE.degree}`, code);
          return item.kind === 'categories' ? item.counts : null;
        };
        const count = (codes: readonly string[], told: readonly string[]) =>
          codes.map((code) => told.filter((one) => one === code).length);
        for (const time of TIMES) {
          const nth = people.flatMap((jobs) => jobs.slice(time - 1, time));
          expect(counted(timed('other_job_kind', time))).toEqual(
            count(
              KINDS,
              nth.map(({ kind }) => kind),
            ),
          );
          expect(counted(timed('other_job_length', time))).toEqual(
            count(
              LENGTHS,
              nth.map(({ length }) => length),
            ),
          );
          const fields = ['1', '2', '3', '4', '5'];
          expect(counted(timed('other_job_in_field', time))).toEqual(
            count(
              fields,
              nth.map(({ field }) => field),
            ),
          );
        }
        const has = people.map((jobs) => (jobs.length > 0 ? 'yes' : 'no'));
        expect(counted('other_jobs')).toEqual(count(['no', 'yes'], has));
      }),
      { numRuns: 40 },
    );
  });
});

describe('the codebook', () => {
  const variables = ddiCodebook(survey).split('<var ').slice(1);
  const nameOf = (text: string) => / name="([^"]+)"/.exec(text)?.[1] ?? '';
  const labelsOf = (text: string) =>
    [...text.matchAll(/<labl [^>]*level="variable"[^>]*>([^<]*)</g)].map(([, label]) => label);

  test('has a variable for each time, told apart by its label in each language', () => {
    const kinds = variables.filter((text) => /^other_job_kind(_\d)?$/.test(nameOf(text)));
    expect(kinds.map(nameOf)).toEqual(TIMES.map((time) => timed('other_job_kind', time)));
    const labels = kinds.flatMap(labelsOf);
    expect(labels).toHaveLength(15);
    expect(new Set(labels).size).toBe(15);
    expect(labels).toContain('Your other job 3: What kind of work has it been?');
  });

  test('says of whom a later time is asked', () => {
    const third = variables.find((text) => nameOf(text) === 'other_job_kind_3') ?? '';
    expect(third).toContain('<backward qstn="Q.other_jobs Q.other_job_more_2"/>');
    expect(third).toMatch(/<universe xml:lang="en">[^<]*other_job_more_2[^<]*yes/);
  });
});

describe('answering', () => {
  let service: TestApp;
  beforeAll(async () => {
    service = await openTestApp();
  });
  afterAll(() => service.close());
  const save = async ({ path }: LinkedPerson, part: number, form: Record<string, string>) =>
    (await service.post(`${path}/part/${part}`, { ...form, nav: 'next', _noticed: '1' })).headers.location;

  test.each([0, 1, 3, 5])(
    'with %i other jobs the way leads to the end, and what was sent is what was told',
    async (count) => {
      const person = await service.aPerson({ round: await service.aRound({ version: 3 }) });
      const at = (part: string) => `${person.path}${part}`;
      await save(person, 1, { main_activity: 'unemployed' });
      expect(await save(person, 3, { other_jobs: count > 0 ? 'yes' : 'no' })).toBe(at('/part/4'));
      await save(person, 4, {});
      await save(person, 5, {});
      expect(await save(person, 6, {})).toBe(at('/core'));
      const left = /<ul>([\s\S]*?)<\/ul>/.exec((await service.get(at('/core'))).body)?.[1] ?? '';
      expect([...left.matchAll(/<li>(.*)<\/li>/g)].map(([, title]) => title)).toEqual([
        ...(count > 0 ? ['Muu työsi'] : []),
        'Palkka ja taustatiedot',
      ]);
      const answers = answersOf(someJobs(count));
      for (let time = 1; time <= count; time += 1) {
        const page = await service.get(at(`/part/${6 + time}`));
        expect(page.body).toContain(time === 1 ? 'Muu työsi</h1>' : `Muu työsi ${time}</h1>`);
        const form = Object.fromEntries(
          ['other_job_kind', 'other_job_length', 'other_job_in_field'].map((code) => [
            timed(code, time),
            String(answers[timed(code, time)]),
          ]),
        );
        const more = time < 5 ? { [`other_job_more_${time}`]: time < count ? 'yes' : 'no' } : {};
        expect(await save(person, 6 + time, { ...form, ...more })).toBe(at(`/part/${time < count ? 7 + time : 12}`));
      }
      expect(await save(person, 12, {})).toBe(at('/review'));
      await service.post(at('/send'), {});
      expect((await service.responseOf(person))?.answers).toEqual(answers);
    },
  );

  test('a short answer, sent after the core, counts and can be completed', async () => {
    const person = await service.aPerson({ round: await service.aRound({ version: 3 }) });
    expect((await service.get(`${person.path}?lang=sv`)).body).toContain('9 minuter');
    await save(person, 1, { main_activity: 'unemployed' });
    await save(person, 3, { other_jobs: 'yes' });
    for (const part of [4, 5, 6]) await save(person, part, {});
    expect((await service.post(`${person.path}/send`, {})).headers.location).toBe(`${person.path}/receipt`);
    expect(await save(person, 6, {})).toBe(`${person.path}/part/7`);
  });
});

function missing(): never {
  throw new Error('amk-career 3 is part of the program');
}
