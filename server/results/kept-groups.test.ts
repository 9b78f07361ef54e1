import { describe, expect, test } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import type { ShownGroup } from './figure.ts';
import { makeKeptGroups, readOnce } from './kept-groups.ts';

const group = (key: string): ShownGroup => ({
  population: {
    key,
    level: 'institution',
    institution: key,
    field: '',
    degree: '',
    split: 'gender',
    split_value: 'female',
    members: [],
    target: 20,
    respondents: 10,
  },
  cells: new Map(),
});

test('what is kept of two releases and of two units does not mix', () => {
  const kept = makeKeptGroups(8);
  const [one, other] = [[group('one')], [group('other')]];
  kept.divided('2020').set('institution 1', one);
  kept.divided('2020').set('institution 2', other);
  kept.divided('2021').set('institution 1', other);
  expect(kept.divided('2020').get('institution 1')).toBe(one);
  expect(kept.divided('2020').get('institution 2')).toBe(other);
  expect(kept.divided('2021').get('institution 1')).toBe(other);
  expect(kept.divided('2021').get('institution 2')).toBeUndefined();
});

test('no more is kept than so many units of so many releases', () => {
  const kept = makeKeptGroups(3);
  const isKept = (release: string, unit: number) => kept.divided(release).get(String(unit)) !== undefined;
  for (let unit = 0; unit < 500; unit += 1) kept.divided('2020').set(String(unit), []);
  const units = Array.from({ length: 500 }, (_, unit) => unit).filter((unit) => isKept('2020', unit));
  expect(units).toEqual(Array.from({ length: 200 }, (_, index) => 300 + index));
  for (const release of ['2021', '2022', '2023']) kept.divided(release).set('0', []);
  expect([isKept('2023', 0), isKept('2022', 0), isKept('2021', 0)]).toEqual([true, true, true]);
  expect(isKept('2020', 499)).toBe(false);
});

describe('what is read once', () => {
  test('serves all who ask meanwhile and after, by its name', async () => {
    const kept = makeKeptGroups(8);
    let reads = 0;
    const ask = (release: string, name: string) =>
      readOnce(kept.compared(release), name, async () => {
        reads += 1;
        await setImmediate();
        return group(`${release} ${name}`);
      });
    const [first, second] = await Promise.all([ask('2020', 'nation'), ask('2020', 'nation')]);
    expect(second).toBe(first);
    expect(await ask('2020', 'nation')).toBe(first);
    expect(reads).toBe(1);
    expect((await ask('2020', 'field/x'))?.population.key).toBe('2020 field/x');
    expect((await ask('2021', 'nation'))?.population.key).toBe('2021 nation');
  });

  test('is read again after a failure', async () => {
    const kept = makeKeptGroups(8).populations('2020');
    await expect(readOnce(kept, 'wholes', () => Promise.reject(new Error('the database is away')))).rejects.toThrow();
    expect(await readOnce(kept, 'wholes', () => Promise.resolve([group('one').population]))).toHaveLength(1);
  });
});
