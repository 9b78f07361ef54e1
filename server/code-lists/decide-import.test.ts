import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { words } from '../../test/support/words.ts';
import { checkList } from '../engine/checks/check-lists.ts';
import { codeListSchema, type CodeList } from '../engine/code-list.ts';
import { dayBefore, isOffered, labelOn } from '../engine/codes-in-time.ts';
import type { Text } from '../engine/text.ts';
import { decideImport, type ImportDecision } from './decide-import.ts';
import type { IncomingCode } from './incoming-code.ts';
import { listFileText } from './list-file.ts';

const ASKED = { fallback: null, asOf: '2026-01-01' } as const;

function incoming(code: string, name: string, change: Partial<IncomingCode> = {}): IncomingCode {
  return {
    place: `row of ${code}`,
    code,
    label: words(name),
    validFrom: null,
    validTo: null,
    inForce: true,
    earlierLabels: [],
    replacedBy: null,
    group: null,
    level: null,
    ...change,
  };
}

type Facts = Partial<Parameters<typeof decideImport>[0]>;

function decide(codes: IncomingCode[], facts: Facts = {}): ImportDecision {
  return decideImport({ name: 'places', current: undefined, source: 'test', rules: ASKED, codes, ...facts });
}

function decided(codes: IncomingCode[], facts: Facts = {}) {
  const decision = decide(codes, facts);
  if (decision.kind === 'refused') throw new Error(decision.problems.map(({ reason }) => reason).join('\n'));
  return decision;
}

const kinds = ({ changes }: ReturnType<typeof decided>) => changes.map(({ kind, code }) => `${kind} ${code}`);
const codeIn = (list: CodeList, code: string) => list.codes.find((one) => one.code === code);

const before = codeListSchema.parse({
  name: 'places',
  codes: [
    { code: '1', label: words('One') },
    { code: '2', label: words('Two') },
    { code: '3', label: { fi: 'Kolme', sv: 'Tre', en: 'Kolme' }, borrowed: ['en'] },
    { code: 'own-4', label: words('Four'), own: true },
    { code: 'X5', label: words('Five'), invented: true },
  ],
});
const same = [incoming('1', 'One'), incoming('2', 'Two'), incoming('3', '', { label: { fi: 'Kolme', sv: 'Tre' } })];

describe('importing a list', () => {
  test('a first import takes every code', () => {
    const decision = decided([incoming('2', 'Two'), incoming('1', 'One')]);
    expect(kinds(decision)).toEqual(['new 1', 'new 2']);
    expect(decision.list).toMatchObject({ name: 'places', version: 1, asOf: '2026-01-01', source: 'test' });
  });

  test('what is the same changes nothing, translations that only we have included', () => {
    const decision = decided(same, { current: before });
    expect(decision).toMatchObject({ changes: [], unchanged: 5, kept: 2 });
    expect(decision.list).toBe(before);
  });

  test('a code that the file lacks ends the day before; ours and invented ones stay', () => {
    const decision = decided(same.slice(1), { current: before });
    expect(kinds(decision)).toEqual(['ended 1']);
    expect(codeIn(decision.list, '1')).toEqual({ code: '1', label: words('One'), validTo: '2025-12-31' });
    expect(decision.list.codes).toHaveLength(5);
  });

  test('another name is kept with its last day', () => {
    const { list } = decided([incoming('1', 'Uno'), ...same.slice(1)], { current: before });
    const renamed = codeIn(list, '1');
    expect(renamed).toEqual({
      code: '1',
      label: words('Uno'),
      earlierLabels: [{ until: '2025-12-31', label: words('One') }],
    });
    expect(renamed && labelOn(renamed, '2025-06-01')).toEqual(words('One'));
  });

  test('a second name for the same day corrects the first', () => {
    const first = decided([incoming('1', 'Uno'), ...same.slice(1)], { current: before });
    const second = decided([incoming('1', 'Yksi'), ...same.slice(1)], { current: first.list });
    expect(codeIn(second.list, '1')?.earlierLabels).toEqual([{ until: '2025-12-31', label: words('One') }]);
  });

  test('a translation that arrives renames nothing', () => {
    const decision = decided(
      [...same.slice(0, 2), incoming('3', '', { label: { fi: 'Kolme', sv: 'Tre', en: 'Three' } })],
      {
        current: before,
      },
    );
    expect(kinds(decision)).toEqual(['translated 3']);
    expect(codeIn(decision.list, '3')).toEqual({ code: '3', label: { fi: 'Kolme', sv: 'Tre', en: 'Three' } });
  });

  test('a missing translation is refused with the code, unless another name may stand in', () => {
    const nameless = incoming('9', '', { label: { fi: 'Yhdeksän' } });
    expect(decide([...same, nameless], { current: before })).toEqual({
      kind: 'refused',
      problems: [{ place: 'row of 9', reason: expect.stringMatching(/"9" has no name in sv and en; .*--fallback fi/) }],
    });
    const { list } = decided([...same, nameless], { current: before, rules: { ...ASKED, fallback: 'fi' } });
    expect(codeIn(list, '9')).toMatchObject({ label: { sv: 'Yhdeksän' }, borrowed: ['sv', 'en'] });
    expect(list.notes).toEqual([
      'sv: 1 of 6 names stand in from another language, for want of a translation.',
      'en: 2 of 6 names stand in from another language, for want of a translation.',
    ]);
  });

  test('successors end a code that was in force', () => {
    const decision = decided([incoming('1', 'One', { replacedBy: ['2'], inForce: false }), ...same.slice(1)], {
      current: before,
    });
    expect(kinds(decision)).toEqual(['replaced 1']);
    expect(codeIn(decision.list, '1')).toMatchObject({ replacedBy: ['2'], validTo: '2025-12-31' });
  });

  test.each([
    [
      'an older file',
      [incoming('1', 'One')],
      { asOf: '2025-01-01' },
      'stands as of 2025-06-01; a file of 2025-01-01 is older',
    ],
    [
      'unknown successors',
      [incoming('1', 'One', { replacedBy: ['77'] })],
      {},
      'replaced by "77", which the list does not have',
    ],
    [
      'days the wrong way round',
      [incoming('1', 'One', { validFrom: '2020-01-01', validTo: '2019-01-01' })],
      {},
      'would end on 2019-01-01',
    ],
  ])('%s: refused', (_, codes, rules, reason) => {
    const current = { ...before, asOf: '2025-06-01' };
    const decision = decide(codes, { current, rules: { ...ASKED, ...rules } });
    expect(decision.kind === 'refused' && decision.problems.map((problem) => problem.reason).join('\n')).toContain(
      reason,
    );
  });

  test('a file that knows earlier names adds them', () => {
    const code = incoming('1', 'One', { earlierLabels: [{ until: '2010-12-31', label: { fi: 'Vanha' } }] });
    const { list } = decided([code, ...same.slice(1)], { current: before });
    expect(codeIn(list, '1')?.earlierLabels).toEqual([
      { until: '2010-12-31', label: { fi: 'Vanha', sv: 'Vanha', en: 'Vanha' } },
    ]);
  });
});

const days = fc.constantFrom(
  '2018-12-31',
  '2019-07-01',
  '2020-01-01',
  '2020-06-30',
  '2021-01-01',
  '2022-01-01',
  '2023-03-01',
);
const CODES = ['1', '2', '3', '10', 'own-4', 'X5', 'A-b'];
const aCode = fc.record({
  code: fc.constantFrom(...CODES),
  name: fc.constantFrom('One', 'Two', 'Three', 'Four'),
  partly: fc.boolean(),
  validFrom: fc.option(days),
  validTo: fc.option(days),
  inForce: fc.boolean(),
  earlier: fc.option(fc.record({ until: days, name: fc.constantFrom('Old', 'Older', 'One') })),
});
const aFile = fc.uniqueArray(aCode, { selector: ({ code }) => code, minLength: 1 }).map((rows) =>
  rows.map(({ code, name, partly, validFrom, validTo, inForce, earlier }) =>
    incoming(code, name, {
      ...(partly ? { label: { fi: words(name).fi } } : {}),
      validFrom: validFrom !== null && validTo !== null && validFrom > validTo ? null : validFrom,
      validTo,
      inForce,
      earlierLabels: earlier ? [{ until: earlier.until, label: words(earlier.name) }] : [],
    }),
  ),
);
const aSeries = fc.tuple(
  fc.array(aFile, { minLength: 1, maxLength: 6 }),
  fc.array(days, { minLength: 6, maxLength: 6 }),
);

/** All names that a list tells of a code. */
const namesOf = (list: CodeList, code: string): Text[] => {
  const entry = codeIn(list, code);
  return entry ? [entry.label, ...(entry.earlierLabels ?? []).map(({ label }) => label)] : [];
};

describe('whatever is imported', () => {
  test('the order of the file does not matter: the same bytes', () => {
    fc.assert(
      fc.property(aFile, fc.func(fc.integer()), (codes, key) => {
        const rules = { asOf: '2021-01-01', fallback: 'fi' } as const;
        const shuffled = codes.toSorted((a, b) => key(a.code) - key(b.code));
        const [one, other] = [codes, shuffled].map((file) => decide(file, { current: before, rules }));
        if (one?.kind === 'decided' && other?.kind === 'decided')
          expect(listFileText(one.list)).toBe(listFileText(other.list));
        else expect(one?.kind).toBe(other?.kind);
      }),
    );
  });

  test('over a series of imports no code is lost, names in force stay readable, and the list is sound', () => {
    let taken = 0;
    fc.assert(
      fc.property(aSeries, ([files, asOfs]) => {
        let current = before;
        const ordered = asOfs.toSorted();
        for (const [index, codes] of files.entries()) {
          const asOf = ordered[index] ?? '2026-01-01';
          const rules = { asOf, fallback: 'fi' } as const;
          const decision = decide(codes, { current, rules });
          if (decision.kind === 'refused') continue;
          taken += 1;
          const { list } = decision;
          expect(checkList(list)).toEqual([]);
          expect(codeListSchema.parse(JSON.parse(listFileText(list)))).toEqual(list);
          for (const entry of current.codes) {
            const after = codeIn(list, entry.code);
            expect(after).toBeDefined();
            // Who answered yesterday still reads the name of yesterday.
            const yesterday = dayBefore(asOf);
            const wasThere = isOffered(entry, yesterday) && (current.asOf === undefined || current.asOf <= yesterday);
            if (after && wasThere && !entry.borrowed && isOffered(after, yesterday)) {
              expect(labelOn(after, yesterday)).toEqual(labelOn(entry, yesterday));
            }
            if (wasThere && !entry.borrowed)
              expect(namesOf(list, entry.code)).toContainEqual(labelOn(entry, yesterday));
          }
          const again = decide(codes, { current: list, rules });
          expect(again).toMatchObject({ kind: 'decided', changes: [] });
          current = list;
        }
      }),
      { numRuns: 300 },
    );
    expect(taken).toBeGreaterThan(300);
  });
});
