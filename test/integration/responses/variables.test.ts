import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../../server/app.ts';
import { publishDefinitions } from '../../../server/definitions/publish-definitions.ts';
import { paperForm } from '../../../server/documents/paper-form.ts';
import { ddiCodebook } from '../../../server/documents/ddi-codebook.ts';
import { LANGUAGES } from '../../../server/engine/text.ts';
import { reportKey } from '../../../server/results/report-key.ts';
import { insertRelease, protectedRelease, simulatedDegrees } from '../../support/build-release.ts';
import { textOf } from '../../support/page-text.ts';
import { surveysWithVariables, withVariables } from '../../support/survey-with-variables.ts';
import { encode, openTestApp, type LinkedPerson, type TestApp } from '../../support/test-app.ts';

let service: TestApp;
let app: FastifyInstance;
let round: string;
beforeAll(async () => {
  service = await openTestApp();
  await publishDefinitions(service.deps.ownerDb, surveysWithVariables.all);
  app = await buildApp({ ...service.deps, surveys: surveysWithVariables });
  round = await service.aRound({ version: 4 });
});
afterAll(async () => {
  await app?.close();
  await service?.close();
});

const get = async (path: string) => (await app.inject({ method: 'GET', url: path })).body;
const post = (path: string, form: Record<string, string | readonly string[]>) =>
  app.inject({
    method: 'POST',
    url: path,
    payload: encode({ _noticed: '1', _language: 'en', ...form }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
/** The words of a part, without the tags. */
const part = async ({ path }: LinkedPerson, number: number, language = 'en') =>
  textOf(await get(`${path}/part/${number}?lang=${language}`));

const WORKING = { main_activity: 'permanent_full_time', other_activities: ['studying'], activity_meaningful: '5' };

describe('facts of the register', () => {
  test.each([
    ['fi', /Tutkinto .+, .+, vuosi 2020\./],
    ['sv', /Examen .+, .+, år 2020\./],
    ['en', /Degree .+, .+, year 2020\./],
  ] as const)('stand in the texts in %s, in that language', async (language, expected) => {
    const person = await service.aPerson({ round });
    const text = await part(person, 1, language);
    const nameOf = (list: string, code: string) =>
      withVariables.lists.get(list)?.codes.find((entry) => entry.code === code)?.label[language] ?? 'no such code';
    expect(text).toMatch(expected);
    expect(text).toContain(`${nameOf('degrees', '671112')}, ${nameOf('institutions', 'X0101')}`);
  });

  test('that the register does not have: the words written instead', async () => {
    const person = await service.aPerson({ round, degree: null, graduation_date: null });
    expect(await part(person, 1)).toMatch(/Degree your degree, .+, year unknown\./);
  });
});

describe('earlier answers', () => {
  test('stand in later texts in words, in the language of the page', async () => {
    const person = await service.aPerson({ round });
    expect(await part(person, 2)).not.toContain('1:');
    await post(`${person.path}/part/1`, WORKING);
    const answerOf = (code: string, option: string, language: 'fi' | 'sv' | 'en') => {
      const question = withVariables.questions.get(code);
      const options = question && 'options' in question ? question.options : [];
      return options.find((one) => one.code === option)?.label[language] ?? 'no such option';
    };
    for (const language of LANGUAGES) {
      await post(`${person.path}/language`, { lang: language, from: '' });
      const text = await part(person, 2, language);
      const words = [
        answerOf('main_activity', 'permanent_full_time', language),
        answerOf('other_activities', 'studying', language),
      ];
      expect(text).toContain(`1:${words[0]} 2:${words[1]} 3:`);
      expect(text).not.toMatch(/[{}]|3:\*/);
    }
  });

  test('"cannot say" and a question left out become the words written instead', async () => {
    const person = await service.aPerson({ round });
    await post(`${person.path}/part/1`, { main_activity: 'permanent_full_time', activity_meaningful: '_dk' });
    expect(await part(person, 2)).toMatch(/1:[^*]+ 2:\* 3:\* en/);
  });

  test('count only as far as they are still asked, and only from earlier parts', async () => {
    const person = await service.aPerson({ round });
    await post(`${person.path}/part/1`, WORKING);
    await post(`${person.path}/part/2`, { job_region: '06', job_sector: 'state' });
    await post(`${person.path}/part/6`, { open_wishes: 'later' });
    expect(await part(person, 3)).toContain('Region <Pirkanmaa> of');
    await post(`${person.path}/part/1`, { ...WORKING, main_activity: 'unemployed' });
    expect((await service.responseOf(person))?.answers).toMatchObject({ job_region: '06' });
    expect(await part(person, 3)).toContain('Region <*> of');
    expect(await part(person, 4)).toContain('Digital * en');
    await post(`${person.path}/part/1`, WORKING);
    expect(await part(person, 3)).toContain('Region <Pirkanmaa> of');
  });

  test('stand in the review, in the soft notice and in the headings of a page that comes back', async () => {
    const person = await service.aPerson({ round });
    await post(`${person.path}/part/1`, WORKING);
    await post(`${person.path}/part/6`, { open_wishes: 'More {degree}', would_recommend: '9' });
    expect(textOf(await get(`${person.path}/review?lang=en`))).toContain('Wishes (\u2068More {degree}\u2069) pay en');
    const doubted = await app.inject({
      method: 'POST',
      url: `${person.path}/part/7`,
      payload: encode({ pay: '30000', _language: 'en' }),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(textOf(doubted.body).match(/Wishes \(\u2068More \{degree\}\u2069\) pay en/g)).toHaveLength(2);
    const refused = await post(`${person.path}/part/7`, { pay: 'much', _language: 'en' });
    expect([refused.statusCode, textOf(refused.body)]).toEqual([
      422,
      expect.stringContaining('Hint [\u2068More {degree}\u2069] 9'),
    ]);
  });
});

describe('what somebody wrote', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '</legend><b>x',
      '{degree} {answer:pay|x} {{',
      '&lt;b&gt; &amp;amp; "\'`',
      '$& $1 $$',
      'שלום \u202Eعربي\u2069 <b>',
      'one\r\ntwo\n\n three\t{institution|y}',
      '<%= it.part %>',
      '\u2066}'.repeat(5),
      'ä<{'.repeat(660),
      'x'.repeat(2000),
    ),
  );

  test('is shown as text, once a place, whatever it holds; braces in it are only braces', async () => {
    const person = await service.aPerson({ round });
    await post(`${person.path}/part/1`, WORKING);
    await fc.assert(
      fc.asyncProperty(hostile, async (written) => {
        await post(`${person.path}/part/6`, { open_wishes: written });
        const stored = (await service.responseOf(person))?.answers as Record<string, unknown>; // answers by question
        const body = await get(`${person.path}/part/7?lang=en`);
        const line = String(stored['open_wishes'] ?? '')
          .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
          .replace(/[\p{Cc}\s]+/gu, ' ')
          .trim();
        const shown = line === '' ? '*' : `\u2068${line}\u2069`;
        expect(between(body, 'Wishes (', ') pay en')).toEqual([shown]);
        expect(between(body, 'Hint [', '] * en')).toEqual([shown]);
        const open = (html: string) => html.match(/<[a-z/]/gi)?.length;
        expect(open(body)).toBe(open(body.replaceAll(escaped(shown), '')));
      }),
      { numRuns: 60 },
    );
  });

  /** What stands between two marks wherever they are, as the reader sees it. */
  function between(html: string, from: string, to: string): string[] {
    return html
      .split(from)
      .slice(1)
      .map((rest) => unescaped(rest.slice(0, rest.indexOf(to))));
  }
  const escaped = (text: string) =>
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/'/g, '&#39;');
  const unescaped = (html: string) =>
    html
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&');
});

describe('where there is no person', () => {
  test('paper form and codebook show what was written instead, or a sign, in their language', () => {
    const forms = LANGUAGES.map((language) => JSON.stringify(paperForm(withVariables, language)));
    expect(forms.map((form) => /Tutkinto|Examen|Degree/.exec(form)?.[0])).toEqual(['Tutkinto', 'Examen', 'Degree']);
    expect(forms[1]).toContain('Examen din examen, [högskola], år okänt.');
    const texts = [...forms, ddiCodebook(withVariables)];
    for (const text of texts) expect(text).not.toMatch(/\{(degree|institution|graduation_year|answer)/);
    expect(texts.at(-1)).toContain('Region &lt;*&gt; of +? sv');
  });

  test('reports show the same', async () => {
    const { ownerDb, keys } = service.deps;
    const degrees = simulatedDegrees(withVariables, { graduates: 300, seed: 4, institutions: 1, degrees: 2 });
    const { table } = protectedRelease(withVariables, degrees);
    await insertRelease(ownerDb, { id: 'v4', survey: withVariables, table });
    const degree = table.populations.find(({ level }) => level === 'degree');
    const body = await get(`/reports/${reportKey(keys)}/v4/${degree?.institution}/${degree?.degree}?lang=sv`);
    expect(textOf(body)).toContain('Region <*> of +? sv');
    expect(body).not.toMatch(/\{(degree|institution|graduation_year|answer)/);
  });
});
