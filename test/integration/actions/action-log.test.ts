import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { extractText, getDocumentProxy } from 'unpdf';
import { reportKey } from '../../../server/results/report-key.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../../support/build-release.ts';
import { careerSurvey } from '../../support/figure-context.ts';
import { textOf } from '../../support/page-text.ts';
import { storedRows } from '../../support/stored-rows.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const { survey } = careerSurvey();
let server: TestApp;
let home: string;
let report: string;
let codes: { institution: string; degree: string };

beforeAll(async () => {
  server = await openTestApp();
  const { table } = protectedTable(survey, simulatedDegrees(survey, { graduates: 1500, seed: 5, institutions: 4 }));
  await insertRelease(server.deps.ownerDb, { id: 'first', survey, table, builtOn: '2026-01-15' });
  const own = table.populations
    .filter(({ level }) => level === 'degree')
    .toSorted((a, b) => b.respondents - a.respondents)[0];
  if (!own) throw new Error('no degree');
  codes = { institution: own.institution, degree: own.degree };
  const key = reportKey(server.deps.keys);
  home = `/reports/${key}/actions/${own.institution}/${own.degree}`;
  report = `/reports/${key}/first/${own.institution}/${own.degree}`;
});
afterAll(() => server.close());

const FORM = {
  title: 'Negotiation: the widest gap',
  item: 'skill_negotiation',
  release: 'first',
  on: '12.2.2026',
  body: 'Curriculum working group',
  decision: 'decided',
  reason: '',
  what: 'An exercise in the project course',
  role: 'Programme director',
  due: '2026',
  measure: 'skill_negotiation',
  for_students: '1',
  saved_by: 'Nursing team',
};
async function add(more: Partial<typeof FORM> = {}): Promise<string> {
  const saved = await server.post(`${home}/add?lang=en`, { ...FORM, ...more });
  expect([saved.statusCode, saved.body]).toEqual([303, '']);
  return /#a-(.*)$/.exec(saved.headers.location ?? '')?.[1] ?? '';
}
const edit = (id: string, revision: number, more: Partial<typeof FORM>) =>
  server.post(`${home}/${id}/edit?lang=en`, { ...FORM, ...more, revision: String(revision) });
const page = async (path = '') => textOf((await server.get(`${home}${path}?lang=en`)).body);

describe('the log of a degree', () => {
  test('is empty at first, and the report says so and leads there', async () => {
    expect(await page()).toContain('Nothing has been recorded for this degree yet');
    const body = (await server.get(`${report}?lang=en`)).body;
    expect(textOf(body)).toContain('Decisions so far None recorded');
    const address = /href="(\.\.\/\.\.\/actions\/[^"/]+\/[^"/]+)"/.exec(body)?.[1] ?? '';
    const found = new URL(address.replaceAll('&amp;', '&'), `http://localhost${report}`);
    expect(found.pathname).toBe(home);
  });

  test('opens with the link to the reports alone, for degrees that there are, and a GET writes nothing', async () => {
    const before = await storedRows(server.deps.ownerDb);
    const nothing = await server.get('/nothing/here?lang=en');
    const [wrongKey, noDegree] = [
      home.replace(/reports\/[^/]+/, `reports/${'A'.repeat(27)}`),
      home.replace(codes.degree, '999999'),
    ];
    for (const path of [
      `${wrongKey}?lang=en`,
      `${noDegree}?lang=en`,
      `${home}/x/edit?lang=en`,
      `${home}/x/history?lang=en`,
    ])
      expect([(await server.get(path)).statusCode, (await server.get(path)).body]).toEqual([404, nothing.body]);
    expect((await server.post(`${wrongKey}/add`, FORM)).statusCode).toBe(404);
    await server.get(`${home}/add?lang=sv&item=skill_negotiation&release=first`);
    expect(await storedRows(server.deps.ownerDb)).toEqual(before);
  });

  test('the form of a finding comes filled in, with the figure of the report', async () => {
    const { body } = await server.get(`${home}/add?lang=en&item=skill_negotiation&release=first`);
    expect(textOf(body)).toMatch(/The figure in the report: gap [+−]\d\.\d \(95% interval [^)]+\), \d+ answers/);
    expect(body).toMatch(/<option value="skill_negotiation" selected>/);
    expect(body).toMatch(/name="title" value="[^"]+"/);
  });

  test('an entry keeps the figure as the report had it, whatever happens to releases', async () => {
    const id = await add();
    const text = await page();
    expect(text).toMatch(/gap [+−]\d\.\d \(95% interval [^)]+\), \d+ answers \(Graduate career/);
    for (const words of [
      'Decided',
      '12 February 2026',
      'Curriculum working group',
      'Programme director',
      'Visible to students yes',
    ])
      expect(text).toContain(words);
    expect(text).toContain('about 2031'); // the round of 2025 asked those who graduated in 2020
    const { rows } = await sql<{ frozen: string }>`
      select content->'finding'->'frozen'->>'fi' as frozen from survey.action_version where action_id = ${id}`.execute(
      server.deps.ownerDb,
    );
    expect(rows[0]?.frozen).toMatch(/^ero [+−]\d,\d/);
    expect(textOf((await server.get(`${report}?lang=en`)).body)).toContain('Decisions so far 1 in progress');
  });

  test('bad input says what to mend and loses nothing', async () => {
    const bad = await server.post(`${home}/add?lang=en`, {
      ...FORM,
      on: '31.2.2026',
      decision: 'no_action',
      what: 'kept <text>',
      role: 'Matti Virtanen',
    });
    expect(bad.statusCode).toBe(422);
    const text = textOf(bad.body);
    for (const words of ['Discussed on: write a day', 'Fill in: Reason', 'looks like the name of a person'])
      expect(text).toContain(words);
    expect(bad.body).toContain('kept &lt;text&gt;');
    expect(bad.body).toContain('value="31.2.2026"');
    expect(bad.body).toContain('name="names_are_fine"');
    expect((await server.post(`${home}/add`, {})).statusCode).toBe(422);
  });
});

describe('two who edit at once', () => {
  test('one is kept, the other sees both texts, saves again, and the history has all', async () => {
    const id = await add({ title: 'Two editors' });
    const pages = await Promise.all([
      edit(id, 1, { what: 'text of the first' }),
      edit(id, 1, { what: 'text of the second' }),
    ]);
    expect(pages.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    const late = pages.find(({ statusCode }) => statusCode === 409)?.body ?? '';
    for (const words of ['text of the first', 'text of the second', 'Somebody else saved meanwhile'])
      expect(textOf(late)).toContain(words);
    const revision = Number(/name="revision" value="(\d+)"/.exec(late)?.[1]);
    expect(revision).toBe(2);
    expect((await edit(id, revision, { what: 'both texts joined' })).statusCode).toBe(303);
    const history = await page(`/${id}/history`);
    for (const words of ['An exercise in the project course', 'both texts joined', 'Version 3'])
      expect(history).toContain(words);
    expect(history).toMatch(/text of the (first|second)/);
  });

  test('a revision that nobody was shown is late as well', async () => {
    const id = await add({ title: 'Guessed' });
    expect((await edit(id, 7, {})).statusCode).toBe(409);
    expect((await edit(id, 0, {})).statusCode).toBe(400);
  });

  test('nothing that was saved can be changed', async () => {
    for (const change of ["update survey.action_version set saved_by = 'x'", 'delete from survey.action_version'])
      await expect(sql.raw(change).execute(server.deps.ownerDb)).rejects.toThrow(/never changes/);
  });
});

describe('after a later round', () => {
  beforeAll(async () => {
    await add({ title: 'Followed', what: 'a change' });
    const later = protectedTable(survey, simulatedDegrees(survey, { graduates: 1500, seed: 6, institutions: 4 }));
    await insertRelease(server.deps.ownerDb, {
      id: 'second',
      survey,
      table: later.table,
      builtOn: '2027-01-15',
      period: '2021',
    });
  });

  test('both rounds stand beside each other with intervals, and nothing says that the action worked', async () => {
    const text = await page();
    const after = text.slice(text.indexOf('Followed'));
    expect(after).toMatch(/graduates of 2020: gap .*interval.*graduates of 2021: (gap .*interval|not shown)/);
    expect(after).toMatch(/cannot be told from chance|The figures do not tell the reason|not shown/);
    expect(after).not.toMatch(/\b(worked|improved|thanks to|because of)\b/i);
  });
});

test('the role of reports cannot read the log', async () => {
  const { asReportRole } = await import('../../../server/db/with-role.ts');
  const attempt = asReportRole(server.deps.db, (trx) => sql`select * from survey.action_version`.execute(trx));
  await expect(attempt).rejects.toThrow(/permission denied/);
});

test('the PDF of the report ends with the log, in the words of its language', async () => {
  await add({ title: 'Printed: what was found' });
  for (const [lang, title] of [
    ['fi', 'Toimet'],
    ['sv', 'Åtgärder'],
    ['en', 'Actions'],
  ] as const) {
    const { rawPayload } = await server.get(`${report}/report.pdf?lang=${lang}`);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), { mergePages: true });
    const words = text.replace(/\s+/g, ' ');
    const after = words.slice(words.lastIndexOf(` ${title} `));
    expect(after).toContain('Printed: what was found');
    expect(after).toContain('An exercise in the project course');
    expect(after).toContain('Nursing team');
  }
});
