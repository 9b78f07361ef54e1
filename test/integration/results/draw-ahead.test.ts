import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipPart } from '../../../server/http/gzip-texts.ts';
import { drawAhead } from '../../../server/results/draw-ahead.ts';
import { makeDrawer, type Drawer } from '../../../server/results/drawer.ts';
import { publishedReleases } from '../../../server/results/list-reports.ts';
import { loadAllReports } from '../../../server/results/own-reports.ts';
import { reportKey } from '../../../server/results/report-key.ts';
import { startDrawing } from '../../../server/results/start-drawing.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../../support/build-release.ts';
import { careerSurvey } from '../../support/figure-context.ts';
import { runJson, runWords } from '../../support/run-words.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const { survey } = careerSurvey();
const { table } = protectedTable(
  survey,
  simulatedDegrees(survey, { graduates: 900, seed: 5, institutions: 2, degrees: 3 }),
);
const shown = table.populations.filter(({ level, split }) => level === 'degree' && split === '');
const folder = mkdtempSync(join(tmpdir(), 'uras-ahead-'));
let server: TestApp;
let drawer: Drawer;

beforeAll(async () => {
  drawer = makeDrawer();
  server = await openTestApp();
});
afterAll(async () => {
  drawer.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

const publish = (id: string, when: { builtOn?: string; period?: string } = {}) =>
  insertRelease(server.deps.ownerDb, { id, survey, table, ...when });
const run = (release: string) => runJson(server.deps, folder, 'reports', 'draw', '--release', release);
const charts = (release: string) =>
  server.deps.ownerDb
    .selectFrom('release.chart')
    .select(['population_key', 'chart', 'svg'])
    .where('release_id', '=', release)
    .orderBy('population_key')
    .orderBy('chart')
    .execute();
const aheadDeps = (reportsDir?: string) => ({
  ...server.deps,
  drawer,
  reports: loadAllReports(server.deps.surveys, reportsDir),
});

async function published(id: string, when: { builtOn?: string; period?: string } = {}) {
  await publish(id, when);
  const release = (await publishedReleases(server.deps)).find((one) => one.id === id);
  if (!release) throw new Error(`${id} is not published`);
  return release;
}

async function page(release: string, { institution, degree }: { institution: string; degree: string }) {
  const { body } = await server.get(
    `/reports/${reportKey(server.deps.keys)}/${release}/${institution}/${degree}?lang=sv`,
  );
  return { drawings: body.match(/<svg[\s\S]*?<\/svg>/g) ?? [], text: body.replaceAll(release, 'a-release') };
}

describe('before anybody reads', () => {
  test('every report is drawn, as its first reader would have it, and reading adds nothing', async () => {
    expect(shown.length).toBeGreaterThan(2);
    await publish('drawn-ahead');
    expect(await run('drawn-ahead')).toEqual({ drawn: shown.length, before: 0, failed: 0 });
    const drawn = await charts('drawn-ahead');
    await publish('drawn-by-reader');
    for (const place of shown) {
      const [ahead, read] = [await page('drawn-ahead', place), await page('drawn-by-reader', place)];
      expect(ahead.drawings.length).toBeGreaterThan(20);
      expect(ahead).toEqual(read);
    }
    expect(await charts('drawn-ahead')).toEqual(drawn);
  });

  test('once: a second time there is nothing to do', async () => {
    expect(await run('drawn-ahead')).toEqual({ drawn: 0, before: shown.length, failed: 0 });
  });

  test('one release alone, with lines of progress; one that is not there is named', async () => {
    await publish('other');
    await publish('another');
    const { err, code } = await runWords(server.deps, folder, 'reports', 'draw', '--release', 'other');
    expect(code).toBe(0);
    expect(err).toContain(`0 of ${shown.length} reports of other drawn`);
    expect(err).toContain(`${shown.length} of ${shown.length} reports of other drawn`);
    expect(await charts('another')).toEqual([]);
    const missing = await runWords(server.deps, folder, 'reports', 'draw', '--release', 'othr');
    expect(missing.code).not.toBe(0);
    expect(missing.err).toMatch(/no published release othr\. Published releases: .*\bother\b/);
  });
});

describe('what is printed ahead', () => {
  const LANGUAGES = ['fi', 'sv', 'en'];
  const printed = (release: string) =>
    server.deps.ownerDb.selectFrom('release.printed_report').selectAll().where('release_id', '=', release).execute();
  const pagesOf = async (release: string, query = '') => {
    const pages: string[] = [];
    for (const language of LANGUAGES)
      for (const { institution, degree } of shown) {
        const address = `/reports/${reportKey(server.deps.keys)}/${release}/${institution}/${degree}`;
        pages.push((await server.get(`${address}?lang=${language}${query}`)).body.replaceAll(release, 'a-release'));
      }
    return pages;
  };

  test('every report in every language is the page that its reader would have printed', async () => {
    const { length } = await printed('drawn-ahead');
    expect(length).toBe(shown.length * LANGUAGES.length);
    expect(await printed('drawn-by-reader')).toEqual([]);
    expect(await pagesOf('drawn-ahead')).toEqual(await pagesOf('drawn-by-reader'));
  });

  test('so is one beside each other group, the round before, none, or one that there is not', async () => {
    await publish('years-before', { period: '2040' });
    const ahead = await published('compared-ahead', { period: '2041' });
    await publish('compared-read', { period: '2041' });
    await drawAhead(aheadDeps(), { release: ahead });
    const unasked = await pagesOf(ahead.id);
    const tables = (pages: readonly string[]) => pages.map((one) => /<table[\s\S]*?<\/table>/.exec(one)?.[0]);
    const found: string[] = [];
    for (const other of ['nation', 'institution', 'at-X0102', 'before', 'field', 'none', 'nobody']) {
      const compared = await pagesOf(ahead.id, `&compare=${other}`);
      expect(compared).toEqual(await pagesOf('compared-read', `&compare=${other}`));
      expect(compared).not.toEqual(unasked);
      if (tables(compared).join() !== tables(unasked).join()) found.push(other);
    }
    // The nation is of two institutions here, and the address opens no other institution's degree.
    expect(found).toEqual(['institution', 'before']);
    expect(await printed('compared-read')).toEqual([]);
  });

  test('it is what a page is made of, and only while the product is the one that printed it', async () => {
    const release = await published('ready-pages');
    await drawAhead(aheadDeps(), { release });
    const marked = gzipPart(['<p>printed ahead</p>']);
    const change = (to: { body: Buffer } | { printed_by: string }) =>
      server.deps.ownerDb.updateTable('release.printed_report').set(to).where('release_id', '=', release.id).execute();
    await change({ body: marked });
    for (const page of await pagesOf(release.id)) expect(page).toContain('<p>printed ahead</p>');
    await change({ printed_by: 'an older one' });
    // Another key of the pages that are kept: the same report, asked for as an own one that there is not.
    for (const page of await pagesOf(release.id, '&report=none')) expect(page).not.toContain('printed ahead');
    expect(await drawAhead(aheadDeps(), { release })).toMatchObject({ drawn: shown.length, before: 0 });
    expect((await printed(release.id)).some(({ body }) => body.equals(marked))).toBe(false);
  });
});

describe('what comes between', () => {
  test('it goes on where it was stopped', async () => {
    const release = await published('stopped');
    let asked = 0;
    const stopped = await drawAhead(aheadDeps(), { release, isStopped: () => (asked += 1) > 2 });
    expect(stopped).toEqual({ drawn: 2, before: 0, failed: 0, isWhole: false });
    const rest = await drawAhead(aheadDeps(), { release });
    expect(rest).toEqual({ drawn: shown.length - 2, before: 2, failed: 0, isWhole: true });
  });

  test('a release that goes meanwhile leaves nothing behind and stops nobody', async () => {
    const release = await published('goes');
    let isGone = false;
    const outcome = await drawAhead(aheadDeps(), {
      release,
      progress: () => {
        if (isGone) return;
        isGone = true;
        void server.deps.ownerDb.deleteFrom('release.release').where('id', '=', release.id).execute();
      },
    });
    expect(outcome.drawn).toBeLessThan(shown.length);
    expect(outcome.failed).toBe(0);
    expect(await charts(release.id)).toEqual([]);
  });

  /** A drawer whose process dies with each report that `dies` says. */
  const failing = (dies: (asked: number) => boolean): Drawer => {
    let asked = 0;
    return {
      ...drawer,
      ask: (some) => (dies((asked += 1)) ? Promise.reject(new Error('it ended')) : drawer.ask(some)),
    };
  };

  test('a process that dies costs one report, which its reader draws', async () => {
    const release = await published('unlucky');
    const outcome = await drawAhead({ ...aheadDeps(), drawer: failing((asked) => asked === 1) }, { release });
    expect(outcome).toEqual({ drawn: shown.length - 1, before: 0, failed: 1, isWhole: true });
    for (const place of shown) expect((await page('unlucky', place)).drawings.length).toBeGreaterThan(20);
  });

  test('one that cannot start is not tried for ever, and the log says so once, without a word of the report', async () => {
    const told: string[] = [];
    const log = { info: () => undefined, error: (line: string) => void told.push(line) };
    const many = { ...aheadDeps(), drawer: failing(() => true), log };
    const tried = await drawAhead(many, { release: await published('hopeless') });
    expect(tried).toEqual({ drawn: 0, before: 0, failed: 3, isWhole: false });
    expect(told).toEqual(['Reports of hopeless are left to their first readers: Error']);
  });
});

test('a report that an institution has of its own is drawn, and again when it changes', async () => {
  const guide = readFileSync(new URL('../../../docs/reports.md', import.meta.url), 'utf8');
  const example = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const file = join(folder, 'steering.json');
  const theirs = shown.filter(({ institution }) => institution === 'X0101').length;
  expect(theirs).toBeGreaterThan(0);
  const release = await published('steering');
  writeFileSync(file, example);
  const draw = () => drawAhead(aheadDeps(folder), { release });
  expect(await draw()).toMatchObject({ drawn: shown.length + theirs, before: 0 });
  expect(await draw()).toMatchObject({ drawn: 0 });
  writeFileSync(file, `${example}\n`);
  expect(await draw()).toMatchObject({ drawn: theirs, before: shown.length });
});

test('reports are printed anew when a round before them is published', async () => {
  const release = await published('next-round', { period: '2031' });
  await drawAhead(aheadDeps(), { release });
  expect(await drawAhead(aheadDeps(), { release })).toMatchObject({ drawn: 0, before: shown.length });
  await publish('round-between', { period: '2025' });
  expect(await drawAhead(aheadDeps(), { release })).toMatchObject({ drawn: shown.length, before: 0 });
});

test('so does a service, without being started anew', async () => {
  const printedBy = async () => {
    const rows = await server.deps.ownerDb
      .selectFrom('release.printed_report')
      .select('printed_by')
      .where('release_id', '=', 'last-round')
      .execute();
    return rows.map((row) => row.printed_by);
  };
  const until = async (isDone: (by: string[]) => boolean) => {
    for (let tries = 0; tries < 1000; tries += 1) {
      const by = await printedBy();
      if (by.length === 3 * shown.length && new Set(by).size === 1 && isDone(by)) return by;
      await setTimeout(100);
    }
    throw new Error('the last round is not printed');
  };
  // Built last, it comes first.
  await publish('last-round', { period: '2032', builtOn: '2026-03-01' });
  const drawing = startDrawing(server.deps, { everyMs: 20 });
  try {
    const first = await until(() => true);
    await publish('round-before', { period: '2031', builtOn: '2026-02-01' });
    await until(([by]) => by !== first[0]);
  } finally {
    await drawing.stop();
  }
});

test('a service draws what is published while it runs, and stops in the middle', async () => {
  const isDrawn = async (release: string, least: number) => {
    for (let tries = 0; tries < 600; tries += 1) {
      const marks = (await charts(release)).filter(({ svg }) => svg === '');
      if (marks.length >= least) return marks.length;
      await setTimeout(100);
    }
    throw new Error(`${release} is not drawn`);
  };
  const drawing = startDrawing(server.deps, { everyMs: 20 });
  try {
    expect(await isDrawn('another', shown.length)).toBe(shown.length);
    await publish('later');
    await isDrawn('later', 1);
  } finally {
    await drawing.stop();
  }
  const then = await charts('later');
  await setTimeout(500);
  expect(await charts('later')).toEqual(then);
});
