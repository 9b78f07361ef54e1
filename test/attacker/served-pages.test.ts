import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serveRelease, type ServedRelease } from '../support/served-release.ts';
import { crawl } from './crawl.ts';

// The real pages and files of a small nation: a crawl of some of each kind.

let served: ServedRelease;
beforeAll(async () => {
  served = await serveRelease({ seed: 5, graduates: 700, institutions: 2, degrees: 4 });
});
afterAll(() => served.close());

const MOST = 75;
/** Pages are made, files typeset, each in three languages. */
const LONG = 180_000;

describe('pages and files of a release', () => {
  test(
    'hold the figures of its tables, in each language and file alike, and refuse alike',
    async () => {
      const { findings, tried } = await crawl(served.link, [{ name: 'served', files: served.files }], { most: MOST });
      expect(findings).toEqual([]);
      expect(tried.pages + tried.files).toBe(MOST);
      expect(tried).toMatchObject({ languages: 3 });
      expect(tried.files).toBeGreaterThan(10);
      expect(tried.figures).toBeGreaterThan(30_000);
      expect(tried.refusals).toBeGreaterThan(50);
      expect(tried.left).toBeGreaterThan(100);
    },
    LONG,
  );

  test(
    'that show what the tables hide are found',
    async () => {
      // As if the tables told these of the nation alone: what pages say of degrees is then news.
      const rows = (served.files.get('tables.csv') ?? '').split('\n');
      const isTold = (row: string) => row.includes(',nation,') || !/,skill_\w+\.development,/.test(row);
      const hidden = rows.filter(isTold);
      expect(hidden.length).toBeLessThan(rows.length);
      const files = new Map([...served.files, ['tables.csv', hidden.join('\n')]]);
      const { findings } = await crawl(served.link, [{ name: 'served', files }], { most: MOST });
      expect(findings).toContainEqual(
        expect.objectContaining({ test: 'T1', says: expect.stringContaining('that the tables have not') }),
      );
    },
    LONG,
  );
});
