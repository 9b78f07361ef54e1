import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SafeCell, SafePopulation, SafeTable } from '../../../server/disclosure/safe-table.ts';
import { formatsOf } from '../../../server/results/format-figures.ts';
import { reportKey } from '../../../server/results/report-key.ts';
import { loadSurveys } from '../../../survey-definitions/index.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../../support/build-release.ts';
import { careerSurvey } from '../../support/figure-context.ts';
import { tablesOf, textOf } from '../../support/page-text.ts';
import { storedRows } from '../../support/stored-rows.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

// Two rounds of one nation, the earlier one under version 1, with every mean a little lower.
const { survey } = careerSurvey();
const earlier = loadSurveys().find('amk-career', 1);
const NATION = { graduates: 1500, seed: 5, institutions: 5 };
const format = formatsOf('en');
let server: TestApp;
let home: string;
let tables: { before: SafeTable; now: SafeTable };
let degrees: SafePopulation[];
let own: SafePopulation;

beforeAll(async () => {
  if (!earlier) throw new Error('no version 1');
  server = await openTestApp();
  home = `/reports/${reportKey(server.deps.keys)}`;
  const now = protectedTable(survey, simulatedDegrees(survey, NATION)).table;
  tables = { before: { ...now, cells: new Map([...now.cells].map(([key, cells]) => [key, lower(cells)])) }, now };
  const { ownerDb } = server.deps;
  const first = { id: 'r2019', survey: earlier, builtOn: '2025-01-15', period: '2019' };
  await insertRelease(ownerDb, { ...first, table: tables.before });
  await insertRelease(ownerDb, { id: 'r2020', survey, table: now });
  degrees = now.populations.filter(({ level }) => level === 'degree').toSorted((a, b) => b.respondents - a.respondents);
  const largest = degrees[0];
  if (!largest) throw new Error('no degree');
  own = largest;
}, 400_000);

function lower(cells: ReadonlyMap<string, SafeCell>): Map<string, SafeCell> {
  return new Map(
    [...cells].map(([id, cell]) => {
      if (cell.status !== 'exact' || !cell.measures.mean) return [id, cell];
      const { mean } = cell.measures;
      return [id, { ...cell, measures: { ...cell.measures, mean: { ...mean, value: mean.value - 0.2 } } }];
    }),
  );
}
afterAll(() => server.close());

const cellsOf = (table: SafeTable, key: string) => table.cells.get(key) ?? new Map<string, SafeCell>();
const meanOf = (table: SafeTable, key: string, id: string) => {
  const cell = cellsOf(table, key).get(id);
  return cell?.status === 'exact' ? cell.measures.mean : undefined;
};
const reportOf = (of: SafePopulation) => `${home}/r2020/${of.institution}/${of.degree}`;
const get = async (path: string) => (await server.get(path)).body;
const captioned = (html: string, start: string) => tablesOf(html).find(({ caption }) => caption.startsWith(start));

describe('the list of reports', () => {
  test('each row names as many highlights as its report has cards', async () => {
    const list = await get(`${home}?lang=en`);
    for (const degree of [degrees[0], degrees[3], degrees.at(-1)].filter((one) => one !== undefined)) {
      const row = new RegExp(`r2020/${degree.institution}/${degree.degree}\\?lang=en">([\\s\\S]*?)</li>`).exec(list);
      const cards =
        (/<ol class="cards">([\s\S]*?)<\/ol>/.exec(await get(`${reportOf(degree)}?lang=en`))?.[1] ?? '').split('<li>')
          .length - 1;
      const said =
        degree.respondents < 21
          ? 'too few answers for highlights'
          : cards === 1
            ? '1 highlight'
            : `${cards} highlights`;
      expect(textOf(row?.[1] ?? '')).toContain(cards === 0 && degree.respondents >= 21 ? 'no highlights' : said);
      expect(textOf(row?.[1] ?? '')).toContain(`${degree.respondents} of ${degree.target} answered`);
    }
  });

  test('a field narrows it; a field that does not exist is told, and all are shown', async () => {
    const narrowed = await get(`${home}?lang=en&field=${own.field}`);
    const paths = [...narrowed.matchAll(/r2020\/([^/"]+)\/([^"?]+)\?/g)].map(([, one, two]) => `${one}/${two}`);
    const expected = degrees.filter(({ field }) => field === own.field);
    expect(paths.sort()).toEqual(expected.map(({ institution, degree }) => `${institution}/${degree}`).sort());
    expect(textOf(await get(`${home}?lang=en&field=zz`))).toContain('There is no field “zz” in these results.');
  });

  test('before any release it says when the next round closes', async () => {
    const empty = await openTestApp();
    try {
      const key = reportKey(empty.deps.keys);
      expect(textOf((await empty.get(`/reports/${key}?lang=en`)).body)).toContain('There are no results yet.');
    } finally {
      await empty.close();
    }
  });
});

describe('a degree beside others', () => {
  const comparison = (query = '&compare=nation') => get(`${reportOf(own)}/comparison?lang=en${query}`);

  test('its figures are those of the cells, those of the country beside', async () => {
    const skills = captioned(await comparison(), 'Developed in studies');
    const row = skills?.rows.find(([head]) => head === 'Negotiation skills');
    const [mine, theirs] = [own.key, 'nation'].map((key) => meanOf(tables.now, key, 'skill_negotiation.development'));
    if (!mine || !theirs) throw new Error('not shown');
    expect(row?.[1]).toBe(`${format.mean(mine.value)} (${format.meanInterval(mine)})`);
    expect(row?.[3]).toBe(`${format.mean(theirs.value)} (${format.meanInterval(theirs)})`);
    expect(row?.[4]).toMatch(/^[+−]?\d\.\d \([^)]+\) (differs|may be chance)$/);
  });

  test('a group that the release does not have cannot be chosen, and says why without a number', async () => {
    const html = await comparison();
    const choices = [...html.matchAll(/<div class="choice"><input[^>]*name="compare"([^>]*)>([\s\S]*?)<\/div>/g)];
    const hidden = choices.filter(([, , said = '']) => textOf(said).includes('not shown'));
    expect(hidden.length).toBeGreaterThan(0);
    for (const [, attributes = '', said = ''] of choices) {
      const words = textOf(said);
      expect(attributes.includes('disabled')).toBe(/Choose a wider group|Too few answers, or the figures/.test(words));
    }
    for (const [, , said = ''] of hidden) expect(textOf(said).replace(/^.*not shown/, '')).not.toMatch(/\d/);
  });

  test('what is no group becomes one that may be chosen, and is told, escaped', async () => {
    const html = await comparison('&compare=%3Cb%3E&beside=zz&figure=none');
    expect(html).toContain('“&lt;b&gt;” cannot be compared with; ');
    expect(html).toContain('“zz” cannot stand beside');
    expect(html).toContain('There is no main figure “none”');
    expect(html.match(/name="compare"[^>]* checked/g)).toHaveLength(1);
  });

  test('the choice carries over to the report and back, and to its language links', async () => {
    const html = await comparison('&compare=nation');
    expect(html).toContain(`href="../${own.degree}?lang=en&amp;compare=nation"`);
    const report = await get(`${reportOf(own)}?lang=en&compare=nation`);
    expect(textOf(report)).toContain('Compared with the rest of the country:');
    expect(report).toContain('compare=nation');
    expect(report).toContain(`href="${own.degree}/comparison?lang=en&amp;compare=nation"`);
    expect(textOf(await get(`${reportOf(own)}?lang=en&compare=zz`))).toContain(
      '“zz” cannot be compared with; Field is shown.',
    );
  });

  test('without comparison nothing is marked', async () => {
    const html = await comparison('&compare=none');
    expect(textOf(html)).toContain('Nothing is compared');
    expect(html).not.toMatch(/may be chance|>differs/);
  });

  test('a mark stands only where both ends are published: a hidden end is no difference', async () => {
    const { ownerDb } = server.deps;
    const place = { release_id: 'r2020', population_key: 'nation', item: 'skill_negotiation.development' };
    const where = ownerDb.deleteFrom('release.cell');
    const cell = cellsOf(tables.now, place.population_key).get(place.item);
    await where
      .where('release_id', '=', place.release_id)
      .where('population_key', '=', place.population_key)
      .where('item', '=', place.item)
      .execute();
    try {
      const row = captioned(await comparison(), 'Developed in studies')?.rows.find(
        ([head]) => head === 'Negotiation skills',
      );
      expect(row?.slice(3)).toEqual(['not shown', 'too few answers to compare']);
    } finally {
      await ownerDb
        .insertInto('release.cell')
        .values({ ...place, cell: JSON.stringify(cell) })
        .execute();
    }
  });

  test('the funnel’s table has the published degrees of the field in alphabetical order, this one among them', async () => {
    const isShown = (key: string) => cellsOf(tables.now, key).get('main_activity')?.status === 'exact';
    const inField = (field: string) => degrees.filter((one) => one.field === field && isShown(one.key));
    const one = degrees.find(
      ({ key, field }) => isShown(key) && isShown(`field/${field}`) && inField(field).length > 1,
    );
    if (!one) throw new Error('no field with several degrees');
    const html = await get(`${reportOf(one)}/comparison?lang=en`);
    const table = tablesOf(html).find(({ columns }) => columns.includes('Limits'));
    const expected = inField(one.field);
    const heads = table?.rows.map(([head = '']) => head) ?? [];
    expect(heads).toHaveLength(expected.length);
    expect(heads).toEqual(heads.toSorted(new Intl.Collator('en').compare));
    expect(heads.filter((head) => head.endsWith('(This degree)'))).toHaveLength(1);
  });

  test('a hidden degree looks as anywhere else', async () => {
    const path = `${home}/r2020/${own.institution}/none/comparison`;
    expect((await server.get(path)).statusCode).toBe(404);
    expect(textOf(await get(path))).toContain('Raporttia ei näytetä');
  });
});

describe('a degree over rounds', () => {
  const trends = (query = '?lang=en') => get(`${home}/trends/${own.institution}/${own.degree}${query}`);

  test('every figure of the tables is that of its release', async () => {
    const html = await trends();
    const skills = captioned(html, 'Developed in studies');
    expect(skills?.columns).toEqual(['Item', 'Respondents', '2019', '2020']);
    const row = skills?.rows.find(([head]) => head === 'Negotiation skills');
    const id = 'skill_negotiation.development';
    const said = [tables.before, tables.now].map((table) => {
      const mean = meanOf(table, own.key, id);
      const cell = cellsOf(table, own.key).get(id);
      if (!mean || cell?.status !== 'exact') return 'not shown';
      return `${format.mean(mean.value)} (${format.meanInterval(mean)}), ${cell.n} answers`;
    });
    expect(row?.slice(2)).toEqual(said);
  });

  test('arrows stand only beside a clear change, and their number is not that of all changes', async () => {
    const text = textOf(await trends());
    expect(text).toMatch(/\d+ changes since the round before were looked at as one family/);
    const arrows = text.match(/[▲▼]/g)?.length ?? 0;
    const unclear = text.match(/The change since the round before may be chance/g)?.length ?? 0;
    expect(unclear).toBeGreaterThan(arrows);
  });

  test('a degree without results, and one that cannot be, have no page', async () => {
    for (const path of [`${home}/trends/${own.institution}/none`, `${home}/trends/%00/x`]) {
      expect((await server.get(path)).statusCode).toBe(404);
    }
  });
});

describe('the report', () => {
  test('leads from each highlight and each question to the action log', async () => {
    const html = await get(`${reportOf(own)}?lang=en`);
    const cards = /<ol class="cards">([\s\S]*?)<\/ol>/.exec(html)?.[1] ?? '';
    const address = /href="(\.\.\/\.\.\/actions\/[^"]*item=[a-z_]+)"/.exec(cards)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const form = await server.get(
      new URL(address, `http://x${reportOf(own)}`).pathname + new URL(address, 'http://x/a/b/c/d').search,
    );
    expect(form.statusCode).toBe(200);
    expect(form.body).toContain('name="release" value="r2020"');
    const question = await get(`${reportOf(own)}/question/skill_negotiation?lang=en`);
    expect(question).toContain('item=skill_negotiation"');
  });

  test('has the map of skills with every shown skill in one of its fields', async () => {
    const html = await get(`${reportOf(own)}?lang=en`);
    const map = /<details class="quadrant">([\s\S]*?)<\/details>/.exec(html)?.[1] ?? '';
    const numbers = [...map.matchAll(/class="no">(\d+)</g)].map(([, number]) => Number(number));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
    const skills = [...survey.questions.values()].filter(({ kind }) => kind === 'pair').map(({ code }) => code);
    const shown = skills.filter((code) =>
      ['importance', 'development'].every((part) => meanOf(tables.now, own.key, `${code}.${part}`)),
    );
    expect(numbers).toHaveLength(shown.length);
    expect(shown.length).toBeGreaterThan(0);
  });

  test('reading any of these pages writes nothing but drawings', async () => {
    await get(`${reportOf(own)}?lang=en`);
    const before = await storedRows(server.deps.ownerDb);
    await get(`${home}?lang=sv`);
    await get(`${reportOf(own)}/comparison?lang=sv&compare=before`);
    await get(`${home}/trends/${own.institution}/${own.degree}?lang=sv`);
    expect(await storedRows(server.deps.ownerDb)).toEqual(before);
  });
});
