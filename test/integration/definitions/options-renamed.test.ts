import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildApp } from '../../../server/app.ts';
import { checkComparability } from '../../../server/comparability/check-comparability.ts';
import { trendSegments } from '../../../server/comparability/trend-segments.ts';
import { publishDefinitions } from '../../../server/definitions/publish-definitions.ts';
import { compileSurvey } from '../../../server/engine/survey.ts';
import { reportKey } from '../../../server/results/report-key.ts';
import { insertRelease, protectedRelease } from '../../support/build-release.ts';
import { textOf } from '../../support/page-text.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';
import { degrees, editorialMap, filesOf, second, third, withThird } from '../../support/third-version.ts';

describe('the answers to version 2', () => {
  const files = filesOf(second);

  test('give the same files, byte for byte, after the third version was registered', () => {
    expect([...files.keys()].filter((name) => name.endsWith('.json')).length).toBeGreaterThan(5);
    const found = withThird.find('amk-career', 2);
    expect(found && filesOf(found)).toEqual(files);
  });

  test('are stored by code: counted by the third version, every figure of every option is the same', () => {
    const counted = filesOf(third);
    const named = (text: string | undefined) => text?.replaceAll('amk-career.v3', 'amk-career.v2');
    expect(named(counted.get('tables.csv'))).toBe(files.get('tables.csv'));
    for (const [name, text] of files) {
      if (!name.startsWith('degrees/')) continue;
      expect({ ...inCodeOrder(named(counted.get(name))), version: 2 }).toEqual(inCodeOrder(text));
    }
  });

  test('this comparison sees a code that is used for something else', () => {
    const swapped = structuredClone(third.definition);
    const [question] = swapped.pages[0]?.questions ?? [];
    if (question?.kind !== 'single') throw new Error('the survey has changed');
    const [one, other] = question.options;
    if (one && other) [one.code, other.code] = ['renamed_code', one.code];
    const counted = filesOf(compileSurvey(swapped, third.lists)).get('tables.csv');
    expect(counted?.replaceAll('amk-career.v3', 'amk-career.v2')).not.toBe(files.get('tables.csv'));
  });

  test('continue in the third version, as declared', () => {
    const map = editorialMap();
    expect(checkComparability(second, third, map)).toEqual([]);
    const points = [2, 3].map((version) => ({
      period: `v${version}`,
      version,
      item: 'main_activity',
      n: 40,
      target: 90,
      value: 0.5,
    }));
    expect(trendSegments(points, [map]).segments.map((segment) => segment.points.length)).toEqual([2]);
  });
});

describe('the page of a round of version 2', () => {
  let server: TestApp;
  let home: string;
  beforeAll(async () => {
    server = await openTestApp();
    home = `/reports/${reportKey(server.deps.keys)}`;
  });
  afterAll(() => server.close());

  test('is the same, byte for byte, after the third version was registered; that of version 3 has its words', async () => {
    const { ownerDb } = server.deps;
    const { table } = protectedRelease(second, degrees);
    const shown = table.populations.find(({ level }) => level === 'degree');
    const path = (release: string) => `${home}/${release}/${shown?.institution}/${shown?.degree}?lang=en`;
    await insertRelease(ownerDb, { id: 'v2', survey: second, table });
    const page = await server.get(path('v2'));
    expect(page.statusCode).toBe(200);

    // As if the program had no third version of its own.
    await ownerDb.deleteFrom('survey.definition').where('version', '=', 3).execute();
    await publishDefinitions(ownerDb, withThird.all);
    await insertRelease(ownerDb, { id: 'v3', survey: third, table: protectedRelease(third, degrees).table });
    const later = await buildApp({ ...server.deps, surveys: withThird });
    try {
      const again = await later.inject({ method: 'GET', url: path('v2') });
      expect(again.body).toBe(page.body);
      expect(textOf(again.body)).not.toContain('Other:');
      const newer = await later.inject({ method: 'GET', url: path('v3') });
      expect(textOf(newer.body)).toContain('Other:');
    } finally {
      await later.close();
    }
  });
});

type Document = { own: Part; field: Part; nation: Part; release: string };
type Part = { cells: { categories?: { code: string }[] }[] } | null;

/** A degree's document with the categories of each cell by code: their order is that of the definition. */
function inCodeOrder(text: string | undefined): Record<string, unknown> {
  const document = JSON.parse(text ?? 'null') as Document; // our own format
  const parts = (['own', 'field', 'nation'] as const).map((name) => [name, sorted(document[name])]);
  return { ...document, ...Object.fromEntries(parts) };
}

function sorted(part: Part): unknown {
  return (
    part && {
      ...part,
      cells: part.cells
        .map((cell) => ({ ...cell, categories: cell.categories?.toSorted((a, b) => (a.code < b.code ? -1 : 1)) }))
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    }
  );
}
