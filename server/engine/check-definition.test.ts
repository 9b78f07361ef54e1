import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aSurvey, definitionInput, TEST_LISTS } from '../../test/support/build-definition.ts';
import { band, editPage, editQuestion, findingsAfter } from '../../test/support/edit-definition.ts';
import { checkDefinition } from './check-definition.ts';
import { definitionSchema } from './definition.ts';
import { compileSurvey } from './survey.ts';
import { zodFindings } from './zod-findings.ts';

test('a sound definition has no findings', () => {
  expect(checkDefinition(aSurvey())).toEqual([]);
});

test('every finding says where, by what rule, and what to do', () => {
  const broken = aSurvey((input) => {
    editQuestion('staff', { min: 10, bands: [band('a', 0, 1), band('a', 2, 3), band('c', 3, 3), band('d', 2, 9)] })(
      input,
    );
    editQuestion('activity', { text: { fi: 'a', sv: '', en: 'b' } })(input);
    editPage(1, { showIf: { kind: 'answered', question: 'zzz' } })(input);
  });
  const found = checkDefinition(broken);
  expect(found.length).toBeGreaterThan(5);
  for (const { place, rule, message } of found) {
    expect(place).toMatch(/^pages\[\d\]\./);
    expect(rule).toMatch(/^[a-z_]+$/);
    expect(message).toMatch(/\.$/);
  }
});

describe('the rest', () => {
  test('a funding question without a score', () => {
    expect(findingsAfter(editQuestion('recommend', { funding: { of: 1, per: 1 } }))).toEqual([
      'pages[4].questions[1].funding funding_without_score',
    ]);
  });

  test('a page to shuffle on which nothing moves', () => {
    expect(findingsAfter((input) => Object.assign(input.pages[5] ?? {}, { shuffle: true }))).toEqual([
      'pages[5].shuffle nothing_to_shuffle',
    ]);
  });

  test('minutes the wrong way round', () => {
    expect(findingsAfter((input) => Object.assign(input.minutes, { from: 9 }))).toEqual(['minutes.to empty_range']);
  });
});

test('whatever a definition that fits the schema says, the checker ends with findings, not with an error', () => {
  const places = pathsIn(definitionInput());
  const edits = fc.array(fc.tuple(fc.constantFrom(...places), fc.constantFrom(...places)), {
    minLength: 1,
    maxLength: 3,
  });
  let checked = 0;
  fc.assert(
    fc.property(edits, (swaps) => {
      const input = definitionInput();
      // Each swap copies one part of the file over another, of the same or of another kind.
      for (const [from, to] of swaps) putAt(input, to, structuredClone(getAt(input, from)));
      const parsed = definitionSchema.safeParse(input);
      if (!parsed.success) return void expect(zodFindings(parsed.error).length).toBeGreaterThan(0);
      checked += 1;
      expect(Array.isArray(checkDefinition(compileSurvey(parsed.data, TEST_LISTS)))).toBe(true);
    }),
    { numRuns: 600 },
  );
  expect(checked).toBeGreaterThan(30);
});

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, part]) =>
    pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inside : [path, ...inside];
}

function getAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), value);
}

function putAt(value: unknown, path: Path, part: unknown): void {
  const parent = getAt(value, path.slice(0, -1));
  const last = path.at(-1);
  if (isRecord(parent) && last !== undefined && part !== undefined) parent[last] = part;
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
