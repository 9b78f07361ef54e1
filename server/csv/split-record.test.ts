import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine } from './csv-text.ts';
import { splitRecord } from './split-record.ts';

const separators = fc.constantFrom(',' as const, ';' as const);

describe('a record of a CSV file', () => {
  test('is split as a well-known parser splits it, and refused where that refuses', () => {
    const record = fc.string({ unit: fc.constantFrom('a', 'å', ' ', '"', '"', ',', ';'), maxLength: 14 });
    fc.assert(
      fc.property(record, separators, (text, separator) => {
        fc.pre(text !== '');
        const ours = splitRecord(text, separator);
        let theirs: unknown = 'broken';
        try {
          theirs = parse(text, { delimiter: separator })[0];
        } catch {
          // refused
        }
        expect(ours.kind === 'fields' ? ours.fields : 'broken').toEqual(theirs);
      }),
      { numRuns: 3000 },
    );
  });

  test('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), separators, (values, separator) => {
        const line = csvLine(values, separator);
        expect(splitRecord(line.slice(0, -1), separator)).toEqual({ kind: 'fields', fields: values });
      }),
    );
  });

  test('says in which field a quotation mark is missing', () => {
    expect(splitRecord('a,"b', ',')).toEqual({
      kind: 'broken',
      field: 1,
      reason: expect.stringContaining('not closed'),
    });
    expect(splitRecord('a,b"c"', ',')).toMatchObject({ field: 1, reason: expect.stringContaining('inside a text') });
    expect(splitRecord('"a"b,c', ',')).toMatchObject({
      field: 0,
      reason: expect.stringContaining('follows a closing'),
    });
  });
});
