import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readPageForm, type PageField } from '../../support/page-form.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp();
});
afterAll(() => service.close());

type Pairs = [string, string][];
const isIn = (html: string, language: string) => html.includes(`<html lang="${language}">`);

/** Answers every field of a page by the turn-th choice; hidden fields go along as a browser sends them. */
function fill(fields: readonly PageField[], turn: number): Pairs {
  return fields.flatMap((field): Pairs => {
    if (field.kind === 'hidden') return [[field.name, field.value]];
    if (field.kind === 'choice') return [[field.name, field.values[turn % field.values.length] ?? '']];
    if (field.name === 'pay') return [[field.name, '3 400 €']];
    if (field.name === 'unemployment_months') return [[field.name, '7']];
    if (field.name.startsWith('open_')) return [[field.name, `Hyvää – "more" <practice> & 🎓\r\nrivi ${turn}`]];
    return [];
  });
}

/** What must be stored of what was posted. */
function expected(pairs: Pairs): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  for (const [name, value] of pairs) {
    const [code = '', part] = name.split('.');
    if (name.startsWith('_') || part?.startsWith('_') || value === '') continue;
    if (part === 'month' || part === 'year') {
      const [year = '', month = ''] = String(stored[code] ?? '-').split('-');
      stored[code] = part === 'year' ? `${value}-${month}` : `${year}-${value.padStart(2, '0')}`;
    } else if (part)
      stored[code] = { ...(stored[code] as object | undefined), [part]: value }; // parts of a pair
    else if (code === 'pay') stored[code] = 3400;
    else if (code === 'unemployment_months') stored[code] = 7;
    else stored[code] = value.replaceAll('\r\n', '\n');
  }
  const questions = service.deps.surveys.find('amk-career', 2)?.questions;
  return Object.fromEntries(
    Object.entries(stored).map(([code, value]) => [code, questions?.get(code)?.kind === 'multiple' ? [value] : value]),
  );
}

test('a whole survey: language switched, back, paused, resumed, searched, sent, changed; stored exactly as entered', async () => {
  const person = await service.aPerson({ contact_language: 'fi' });
  const entered: Record<string, unknown> = {};
  const open = async (path: string) => {
    const page = await service.get(path);
    expect([path, page.statusCode]).toEqual([path, 200]);
    return page.body;
  };
  const press = async (path: string, turn: number, button: readonly [string, string], more: Pairs = []) => {
    const filled = [...fill(readPageForm(await open(path)).fields, turn), ...more];
    const answer = await service.post(path, [...filled, [button[0], button[1]]]);
    expect([path, answer.statusCode]).toEqual([path, 303]);
    Object.assign(entered, expected(filled));
    expect((await service.responseOf(person))?.answers).toEqual(entered);
    return answer.headers.location ?? '';
  };
  const part = (n: number) => `${person.path}/part/${n}`;

  expect(await service.responseOf(person)).toBeNull();
  expect(await press(part(1), 0, ['nav', 'next'])).toBe(part(2));
  expect(await press(part(2), 1, ['lang', 'sv'])).toBe(part(2));
  expect(isIn(await open(part(2)), 'sv')).toBe(true);
  expect(await press(part(2), 2, ['nav', 'next'])).toBe(part(3));
  expect(await press(part(3), 3, ['nav', 'prev'])).toBe(part(2));
  expect(await press(part(2), 2, ['nav', 'next'])).toBe(part(3));

  const searching = fill(readPageForm(await open(part(3))).fields, 3);
  const search: Pairs = [['first_job_country._search', 'norg']];
  const found = await service.post(part(3), [...searching, ...search, ['search', 'first_job_country']]);
  expect([found.statusCode, found.body.includes('Norge')]).toEqual([200, true]);
  const chosen: Pairs = [...search, ['first_job_country._searched', 'norg'], ['first_job_country', 'NO']];
  expect(await press(part(3), 3, ['nav', 'pause'], chosen)).toBe(`${person.path}/paused`);
  expect(entered['first_job_country']).toBe('NO');

  const landing = await open(person.path);
  expect([isIn(landing, 'sv'), landing.includes(`href="${part(4)}"`)]).toEqual([true, true]);
  expect(await open(part(3))).toContain('value="NO" checked');
  for (const n of [4, 5, 6]) expect(await press(part(n), n, ['nav', 'next'])).toBe(part(n + 1));
  expect(await press(part(7), 4, ['nav', 'next'])).toBe(`${person.path}/review`);

  const review = await open(`${person.path}/review`);
  expect(review).toContain('Hyvää – &quot;more&quot; &lt;practice&gt; &amp; 🎓');
  expect(review).toContain(`action="${person.path}/send"`);
  expect((await service.responseOf(person))?.submitted_on).toBeNull();
  expect((await service.post(`${person.path}/send`, {})).headers.location).toBe(`${person.path}/receipt`);
  expect(isIn(await open(`${person.path}/receipt`), 'sv')).toBe(true);
  const stored = await service.responseOf(person);
  expect(stored).toMatchObject({ submitted_on: '2026-11-12', late: false, language: 'sv', answers: entered });
  expect(stored?.pages_saved).toEqual([
    'now',
    'job',
    'career',
    'skills_1',
    'skills_2',
    'studies',
    'pay_and_background',
  ]);
  expect(stored?.background).toEqual({
    institution: 'X0101',
    degree: '671112',
    gender: 'female',
    age_band: '25_29',
    study_language: 'fi',
  });
  expect(Object.keys(entered).length).toBeGreaterThan(35);

  service.clock.now = new Date('2026-11-20T10:00:00Z');
  await press(part(6), 1, ['nav', 'next']);
  expect(await service.responseOf(person)).toMatchObject({ submitted_on: '2026-11-12', answers: entered });
  await service.post(`${person.path}/send`, {});
  expect((await service.responseOf(person))?.submitted_on).toBe('2026-11-12');
});

test('the order of skills is drawn once for each person and stays in every language', async () => {
  const people = await Promise.all([1, 2, 3, 4, 5, 6].map(() => service.aPerson()));
  const orders = await Promise.all(
    people.map(async ({ path }) => {
      await service.post(`${path}/part/1`, { main_activity: 'unemployed', nav: 'next', _noticed: '1' });
      const order = async () =>
        [...(await service.get(`${path}/part/4`)).body.matchAll(/id="card-(skill_\w+)"/g)].map((match) => match[1]);
      const first = await order();
      await service.post(`${path}/language`, { lang: 'en', from: '' });
      expect(await order()).toEqual(first);
      return first.join();
    }),
  );
  expect(new Set(orders).size).toBeGreaterThan(1);
});
