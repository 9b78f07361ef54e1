import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../../server/app.ts';
import { runCommand } from '../../../server/commands/program.ts';
import type { DefinitionDiff } from '../../../server/comparability/diff-definitions.ts';
import { definitionHash } from '../../../server/definitions/definition-hash.ts';
import { DEFINITION_TEXTS } from '../../../server/definitions/texts/index.ts';
import { compileSurvey } from '../../../server/engine/survey.ts';
import { LANGUAGES } from '../../../server/engine/text.ts';
import { reportKey } from '../../../server/results/report-key.ts';
import { diffDefinitions } from '../../../server/comparability/diff-definitions.ts';
import { textOf } from '../../support/page-text.ts';
import { surveysWithVariables, withVariables } from '../../support/survey-with-variables.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';
import { second, third, withThird } from '../../support/third-version.ts';

let service: TestApp;
let drafts: FastifyInstance;
beforeAll(async () => {
  service = await openTestApp();
  // Version 3: other words for every option. Version 4: the same again. Version 5 has variables, 6 is a draft.
  const again = compileSurvey({ ...third.definition, version: 4 }, third.lists);
  const variables = compileSurvey({ ...withVariables.definition, version: 5, published: null }, third.lists);
  const more = [again, variables].map((survey) => ({ file: 'draft.ts', survey }));
  const all = [...withThird.all, ...more];
  const find = (name: string, version: number) =>
    all.find(({ survey: { definition } }) => definition.survey === name && definition.version === version)?.survey;
  drafts = await buildApp({ ...service.deps, surveys: { ...withThird, all, find } });
});
afterAll(async () => {
  await drafts?.close();
  await service?.close();
});

const body = async (path: string) => (await drafts.inject({ method: 'GET', url: path })).body;
/** What the page says of each question: anchor, verdicts, trend. */
function itemsOn(html: string): { id: string; verdicts: string[]; trend: string }[] {
  return html
    .split('<article class="item" ')
    .slice(1)
    .map((item) => ({
      id: /id="([^"]+)"/.exec(item)?.[1] ?? '',
      verdicts: [
        ...(/<p class="verdicts">([\s\S]*?)<\/p>/.exec(item)?.[1] ?? '').matchAll(/class="verdict v-(\w+)"/g),
      ].map(([, verdict = '']) => verdict),
      trend: /<p class="trend t-(\w+)"/.exec(item)?.[1] ?? '',
    }));
}
const anchor = ({ from, to, page }: { from: string | null; to: string | null; page: { from: unknown; to: unknown } }) =>
  `${page.from === null && page.to === null ? 'b' : 'q'}-${to ?? `${from}-dropped`}`;

async function diffCommand(from: string, to: string): Promise<DefinitionDiff> {
  let out = '';
  const io = { cwd: '.', out: (text: string) => void (out += text), err: () => undefined };
  await runCommand(['definitions', 'diff', 'amk-career', from, to, '--json'], io, () =>
    Promise.reject(new Error('none')),
  );
  return JSON.parse(out) as DefinitionDiff; // our own format
}

describe('the list', () => {
  test('has every version of every survey with its day, length and checksum, the newest first', async () => {
    const html = await body('/definitions?lang=en');
    for (const { survey } of withThird.all) {
      const { definition } = survey;
      expect(html).toContain(`href="/definitions/${definition.survey}/${definition.version}?lang=en"`);
      expect(textOf(html)).toContain(definitionHash(definition).slice(0, 12));
    }
    expect(textOf(html)).toMatch(/Version 2.{0,40}published 15 August 2025.{0,9}43 questions.{0,9}10 to 14 minutes/);
    expect(textOf(html)).toContain('draft');
    const order = [...html.matchAll(/href="\/definitions\/amk-career\/(\d)\?/g)].map(([, version]) => version);
    expect(order).toEqual(['6', '5', '4', '3', '2', '1']);
    const compared = [...html.matchAll(/href="\/definitions\/amk-career\/(\d)\/(\d)\?/g)].map(
      ([, one, two]) => `${one}${two}`,
    );
    expect(compared).toEqual(['56', '45', '34', '23', '12']);
  });

  test('is linked from the pages of reports', async () => {
    const html = await body(`/reports/${reportKey(service.deps.keys)}?lang=sv`);
    expect(html).toContain('<a href="/definitions?lang=sv">');
  });

  test.each([
    '/definitions/none',
    '/definitions/none/1',
    '/definitions/amk-career/9',
    '/definitions/amk-career/1/9',
    '/definitions/amk-career/01',
    '/definitions/amk-career/1e0/2',
    '/definitions/amk-career/9/paper-fi.pdf',
    '/definitions/amk-career/constructor',
    '/definitions/__proto__/1',
  ])('is the answer to %s, which does not exist; nothing of the address is repeated', async (path) => {
    const { statusCode, body: html } = await drafts.inject({ method: 'GET', url: `${path}?lang=en` });
    expect(statusCode).toBe(404);
    expect(textOf(html)).toContain('There is no such version.');
    expect(html).toContain('href="/definitions/amk-career/2?lang=en"');
    expect(html).not.toMatch(/none|constructor|__proto__/);
  });

  test('of a survey is its place in the list; versions turned round are compared forward', async () => {
    const survey = await drafts.inject({ method: 'GET', url: '/definitions/amk-career?lang=sv' });
    expect([survey.statusCode, survey.headers.location]).toEqual([303, '/definitions?lang=sv#amk-career']);
    const turned = await drafts.inject({ method: 'GET', url: '/definitions/amk-career/2/1?lang=sv&show=all' });
    expect([turned.statusCode, turned.headers.location]).toEqual([303, '/definitions/amk-career/1/2?lang=sv&show=all']);
  });
});

describe('a comparison', () => {
  test.each(LANGUAGES)('in %s says of every question what the command says, in its order', async (language) => {
    const diff = await diffCommand('1', '2');
    const html = await body(`/definitions/amk-career/1/2?lang=${language}&show=all`);
    const expected = [...diff.pages.flatMap(({ questions }) => questions), ...diff.background].map((item) => ({
      id: anchor(item),
      verdicts: [...item.verdicts],
      trend: item.trend.kind,
    }));
    expect(expected.length).toBeGreaterThan(45);
    expect(itemsOn(html)).toEqual(expected);
    const { verdicts, trends } = DEFINITION_TEXTS[language];
    const text = textOf(html);
    for (const name of [verdicts.scale.name, verdicts.dropped.name, trends.begins, trends.ends])
      expect(text).toContain(name);
    const unfinished = diff.pages
      .flatMap(({ questions }) => questions)
      .flatMap(({ trend }) => trend.note?.[language] ?? []);
    for (const note of unfinished) expect(text).toContain(note);
    expect(unfinished.length).toBeGreaterThan(3);
  });

  test('shows only what changed, counted as the command counts, unless everything is asked for', async () => {
    const html = await body('/definitions/amk-career/1/2?lang=en');
    expect(itemsOn(html).map(({ id }) => id)).toEqual([
      'q-job_in_field',
      'q-job_remote-dropped',
      'q-job_ai_use',
      'q-unemployment_spells',
    ]);
    expect(textOf(html)).toMatch(/1 scale .*1 wording 40 the same . ?1 new .*1 dropped/);
    expect(html).toContain('href="?lang=en&amp;show=all"');
    expect(textOf(html)).toContain('3 of 8 changed');
    expect(html.match(/<span class="v-\w+"><span class="cell">/g)).toHaveLength(44 + 5);
    const all = await body('/definitions/amk-career/1/2?lang=en&show=all');
    expect(all).toContain('href="?lang=sv&amp;show=all"');
    expect(all).toContain('href="?lang=en"');
  });

  test('marks the words that changed, in every language', async () => {
    const html = await body('/definitions/amk-career/1/2?lang=fi');
    const marked = (tag: string) =>
      [...html.matchAll(new RegExp(`<${tag}><span class="vh" lang="fi">[^<]+</span>([^<]+)</${tag}>`, 'g'))].map(
        ([, words]) => words,
      );
    expect(marked('del')).toEqual(expect.arrayContaining(['melko huonosti', 'ganska dåligt', 'fairly poorly']));
    expect(marked('ins')).toEqual(expect.arrayContaining(['osittain', 'delvis', 'partly']));
  });

  test('without a map says what is to be declared, with links to it', async () => {
    const html = await body('/definitions/amk-career/2/4?lang=en');
    const diff = diffDefinitions(second, third);
    const open = diff.pages.flatMap(({ questions }) => questions).filter(({ trend }) => trend.kind.startsWith('needs'));
    expect(open.length).toBeGreaterThan(30);
    const box = html.slice(html.indexOf('id="undeclared"'), html.indexOf('id="counts"'));
    expect([...box.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)).toEqual(open.map(anchor));
    for (const id of open.map(anchor)) expect(html).toContain(`<article class="item" id="${id}"`);
    expect(textOf(html)).toContain('No comparability map relates these two versions.');
    expect(itemsOn(html).map(({ id, verdicts, trend }) => [id, verdicts, trend])).toEqual(
      [...diff.pages.flatMap(({ questions }) => questions), ...diff.background]
        .filter(({ verdicts }) => verdicts[0] !== 'same')
        .map((item) => [anchor(item), [...item.verdicts], item.trend.kind]),
    );
  });

  test('of versions that are alike says so, and can still show everything', async () => {
    for (const path of ['/definitions/amk-career/3/4', '/definitions/amk-career/2/2']) {
      const html = await body(`${path}?lang=en`);
      expect(textOf(html)).toContain('Nothing changed.');
      expect(itemsOn(html)).toEqual([]);
      expect(itemsOn(await body(`${path}?lang=en&show=all`)).length).toBeGreaterThan(45);
    }
  });

  test('shows variables as they are written, and says what they are', async () => {
    const html = await body('/definitions/amk-career/4/5?lang=en');
    expect(html).toContain('{degree|tutkintosi}');
    expect(textOf(html)).toContain('What stands in braces is replaced');
    expect(textOf(await body('/definitions/amk-career/1/2?lang=en'))).not.toContain('in braces');
  });

  test('uses each id once, and every anchor leads somewhere', async () => {
    for (const path of ['1/2', '1/2?show=all', '2/3', '4/5?show=all', '1/5']) {
      const html = await body(`/definitions/amk-career/${path}`);
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(ids).toHaveLength(new Set(ids).size);
      for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    }
  });
});

describe('a version', () => {
  test.each(LANGUAGES)('in %s is read in its order, with numbers, options, codes and routing', async (language) => {
    const html = await body(`/definitions/amk-career/2?lang=${language}`);
    const text = textOf(html);
    const codes = [...html.matchAll(/<div class="asked" id="q-([^"]+)"/g)].map(([, code]) => code);
    const asked = [...second.questions.values()].filter(({ kind }) => kind !== 'info');
    expect(codes).toEqual(asked.map(({ code, kind }) => (kind === 'pair' ? `${code}-importance` : code)));
    let at = 0;
    for (const page of second.definition.pages) {
      for (const question of page.questions) {
        const found = text.indexOf(question.text[language], at);
        expect(found).toBeGreaterThan(-1);
        at = found;
      }
    }
    const routing = {
      fi: 'Vastaa kysymyksiin 4–10 vain, jos',
      sv: 'Svara på frågorna 4–10 bara om',
      en: 'Answer questions 4–10 only if',
    };
    expect(text).toContain(routing[language]);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  test('with variables shows what was written instead, or a sign', async () => {
    const html = await body('/definitions/amk-career/5?lang=sv');
    expect(textOf(html)).toContain('Examen din examen, [högskola], år okänt.');
    expect(html).not.toMatch(/\{(degree|answer)/);
  });

  test.each([
    ['paper-fi.pdf', 'application/pdf', '%PDF'],
    ['paper-sv.pdf', 'application/pdf', '%PDF'],
    ['paper-en.pdf', 'application/pdf', '%PDF'],
    ['codebook.xml', 'application/xml; charset=utf-8', '<?xml'],
    ['definition.json', 'application/json; charset=utf-8', '{'],
    ['definition.schema.json', 'application/schema+json; charset=utf-8', '{'],
  ])('is given as %s', async (name, type, beginning) => {
    const html = await body('/definitions/amk-career/2?lang=fi');
    expect(html).toContain(`href="/definitions/amk-career/2/${name}"`);
    const [one, other] = await Promise.all(
      [0, 1].map(() => drafts.inject({ method: 'GET', url: `/definitions/amk-career/2/${name}` })),
    );
    expect(one?.statusCode).toBe(200);
    expect(one?.headers['content-type']).toBe(type);
    expect(one?.headers['content-disposition']).toBe(`attachment; filename="amk-career-2-${name}"`);
    expect(one?.rawPayload.subarray(0, beginning.length).toString()).toBe(beginning);
    expect(other?.rawPayload.equals(one?.rawPayload ?? Buffer.of())).toBe(true);
  });

  test('as data is the version itself', async () => {
    const { $schema, ...definition } = JSON.parse(await body('/definitions/amk-career/2/definition.json')) as Record<
      string,
      unknown
    >; // our own format
    expect([$schema, definition]).toEqual(['./definition.schema.json', JSON.parse(JSON.stringify(second.definition))]);
  });

  test('can be had of every registered survey', async () => {
    for (const { survey } of surveysWithVariables.all.slice(0, -1)) {
      const { survey: name, version } = survey.definition;
      const page = await drafts.inject({ method: 'GET', url: `/definitions/${name}/${version}?lang=sv` });
      expect([page.statusCode, textOf(page.body)]).toEqual([200, expect.stringContaining(survey.definition.title.sv)]);
    }
  });
});
