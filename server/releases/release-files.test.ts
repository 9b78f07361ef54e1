import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { protectSmall } from '../../test/support/attacker/protect-small.ts';
import { smallNation, type SmallNation } from '../../test/support/attacker/world.ts';
import { manifest, releaseFiles } from './release-files.ts';
import { TABLE_COLUMNS } from './release-rows.ts';

const nation = smallNation(
  [9, 14, 3, 8, 25, 2, 30, 12].map((n, index) => ({ field: String(index % 2), n })),
  11,
  0.1,
);
const metaOf = (one: SmallNation) => ({
  survey: one.survey,
  definitionHash: 'a1',
  period: '2020',
  codeVersion: '0.1.0',
});
const filesOf = (one: SmallNation): Map<string, string> => releaseFiles(metaOf(one), protectSmall(one));

const files = filesOf(nation);
const csv = files.get('tables.csv') ?? '';
const rows = parse<Record<string, string>>(csv, { columns: true });
const said = (key: string): unknown => JSON.parse(files.get(key) ?? 'null');

describe('tables.csv', () => {
  test('has its columns, six decimals, and its rows in order', () => {
    const [head, ...lines] = csv.trimEnd().split('\n');
    expect(head).toBe(TABLE_COLUMNS.join(','));
    expect(lines).toEqual(lines.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    expect(new Set(lines).size).toBe(lines.length);
    for (const row of rows) {
      const isCount = ['n', 'count', 'target', 'respondents'].includes(row.measure ?? '');
      expect(row.value).toMatch(isCount ? /^\d+$/ : /^-?\d+\.\d{6}$/);
      expect([row.split, row.split_value]).toEqual(['', '']);
      expect([row.release, row.period]).toEqual(['small.v1.2020', '2020']);
    }
  });

  test('a population says its sizes, without an item', () => {
    const own = rows.filter(({ item, level, degree }) => item === '' && level === 'degree' && degree === 'd6');
    expect(own.map(({ measure }) => measure)).toEqual(['respondents', 'response_rate', 'target']);
    expect(own[0]).toMatchObject({ institution: 'i0', field: '0', value: '30', category: '', ci_low: '' });
  });

  test('counts of a cell add up to its n, and its shares stand within their intervals', () => {
    const cells = Map.groupBy(
      rows.filter(({ item, measure, category }) => item === 'status' && measure === 'count' && category !== '_dk'),
      ({ level, field, degree }) => [level, field, degree].join(),
    );
    expect(cells.size).toBeGreaterThan(2);
    for (const cell of cells.values()) {
      expect(cell.reduce((sum, { value }) => sum + Number(value), 0)).toBe(Number(cell[0]?.base));
    }
    for (const { value, ci_low, ci_high } of rows.filter(({ measure }) => measure === 'share')) {
      expect(Number(ci_low)).toBeLessThanOrEqual(Number(value));
      expect(Number(ci_high)).toBeGreaterThanOrEqual(Number(value));
    }
  });

  test('intervals stand at shares, means, gaps and NPS only', () => {
    const measures = (has: boolean) => [
      ...new Set(rows.filter(({ ci_low }) => (ci_low !== '') === has).map(({ measure }) => measure)),
    ];
    expect(measures(true).toSorted()).toEqual(['gap', 'mean', 'nps', 'share']);
    expect(measures(false)).not.toContain('mean');
    expect(measures(false)).toEqual(expect.arrayContaining(['at_least', 'count', 'median', 'n', 'sd']));
  });

  test('a bound stands alone; few answers carry the word; nothing has fewer than five', () => {
    const bounds = rows.filter(({ measure }) => measure === 'at_least');
    expect(bounds.length).toBeGreaterThan(0);
    for (const { base, flag, value } of bounds) {
      expect([base, flag]).toEqual(['', 'at_least']);
      expect(Math.round(Number(value) * 100) % 5).toBe(0);
    }
    for (const { base, flag } of rows.filter(({ measure }) => measure !== 'at_least')) {
      expect(Number(base)).toBeGreaterThanOrEqual(5);
      expect(flag).toBe(Number(base) < 10 ? 'few' : '');
    }
    expect(rows.some(({ flag }) => flag === 'few')).toBe(true);
  });

  test('a group lists its members in the column of their level', () => {
    const groups = rows.filter(({ level }) => level === 'others');
    expect(groups.length).toBeGreaterThan(0);
    for (const { field, degree, institution } of groups) {
      const members = degree?.split('|') ?? [];
      expect(members.length).toBeGreaterThan(1);
      if (institution !== '') expect(members.every((member) => member.startsWith(`${institution}-`))).toBe(true);
      expect(['', '0', '1']).toContain(field);
    }
  });
});

describe('a degree’s document', () => {
  test('holds its own cells and those of its field and the nation', () => {
    expect(said('degrees/i0-d6.json')).toMatchObject({
      release: 'small.v1.2020',
      survey: 'small',
      version: 1,
      period: '2020',
      own: { population: { key: 'degree/i0/d6', respondents: 30 } },
      field: { population: { key: 'field/0' } },
      nation: { population: { key: 'nation' } },
    });
    expect(files.get('degrees/i0-d6.json')).not.toMatch(/\.\d{7}/);
  });

  test('there is one for each degree of the tables and for no other', () => {
    const named = new Set(
      rows.filter(({ level }) => level === 'degree').map((row) => `degrees/${row.institution}-${row.degree}.json`),
    );
    expect(new Set([...files.keys()].filter((name) => name.startsWith('degrees/')))).toEqual(named);
    expect(named.size).toBeLessThan(nation.degrees.length);
  });
});

describe('manifest.json', () => {
  test('names rules, coverage, groups, and the hash of every other file', () => {
    expect(said('manifest.json')).toMatchObject({
      release: 'small.v1.2020',
      definition_hash: 'a1',
      code_version: '0.1.0',
      rules: { threshold: 5, sensitive_threshold: 10, slack: 2 },
      coverage: {
        degree_round: expect.any(Number),
        threshold_only: expect.any(Number),
        items_exact: { single: expect.any(Number) },
      },
      groups: expect.arrayContaining([expect.objectContaining({ of: 'field/0', members: expect.any(Array) })]),
      files: { 'tables.csv': createHash('sha256').update(csv).digest('hex') },
    });
    const made = manifest(metaOf(nation), protectSmall(nation), files);
    expect(made).toEqual(said('manifest.json'));
    expect(Object.keys(made.files)).toEqual([...files.keys()].filter((name) => name !== 'manifest.json').toSorted());
  });

  test('says of hidden cells how many there are in the nation and on each level, and no more', () => {
    const text = files.get('manifest.json') ?? '';
    const { cells_by_level } = JSON.parse(text) as { cells_by_level: Record<string, { hidden: number }> }; // our own
    const levels = ['degree', 'field', 'institution', 'institution_field', 'nation'];
    expect(Object.keys(cells_by_level).toSorted()).toEqual(levels);
    expect(text.match(/hidden/g)).toHaveLength(1 + levels.length);
    expect(text).not.toMatch(/20\d\d-\d\d-\d\d/);
  });
});

test('the same answers in another order are the same bytes', () => {
  const turned = nation.degrees.toReversed().map((degree) => ({ ...degree, answers: degree.answers.toReversed() }));
  expect([...filesOf({ ...nation, degrees: turned })]).toEqual([...files]);
});
