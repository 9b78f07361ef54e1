import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvLine } from '../csv/csv-text.ts';
import { countBytes } from './byte-census.ts';
import { DAY_FORMATS, readDayAs, recogniseDays, type DayFormat } from './day-formats.ts';
import { FIELDS } from './fields.ts';
import { recogniseSettings } from './file-settings.ts';
import { endsLinesWithCr, recogniseFile, type Encoding } from './recognise-encoding.ts';
import { cellsOf, recogniseColumns, recogniseHeader, recogniseSeparator, SEPARATORS } from './recognise-table.ts';

/** The bytes that MacRoman has for our letters. */
const MAC: Readonly<Record<string, number>> = { å: 0x8c, ä: 0x8a, ö: 0x9a, Å: 0x81, Ä: 0x80, Ö: 0x85 };

function encoded(text: string, encoding: Encoding, hasMark: boolean): Buffer {
  const mark = hasMark ? '\uFEFF' : '';
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(mark + text);
    case 'utf-16le':
      return Buffer.from(mark + text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(mark + text, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(text, 'latin1');
    case 'macintosh':
      return Buffer.from([...text].map((letter) => MAC[letter] ?? letter.charCodeAt(0)));
    default:
      return encoding satisfies never;
  }
}

function census(bytes: Buffer, cuts: readonly number[] = []) {
  const counter = countBytes();
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const end = Math.max(from, Math.min(cut, bytes.length));
    counter.add(bytes.subarray(from, end));
    from = end;
  }
  counter.add(bytes.subarray(from));
  return counter.end();
}

const words = fc.stringMatching(/^[a-zA-Z0-9 åäöÅÄÖ]{1,20}$/);
const texts = fc
  .array(fc.array(words, { minLength: 3, maxLength: 6 }), { minLength: 2, maxLength: 10 })
  .map((rows) => `åäöÄ\n${rows.map((cells) => cells.join(';')).join('\n')}\n`);

describe('letters', () => {
  test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const)(
    'of %s are recognised, with and without a mark, however the file comes in pieces, and read as they were',
    (encoding) => {
      fc.assert(
        fc.property(texts, fc.boolean(), fc.array(fc.nat(400), { maxLength: 5 }), (text, hasMark, cuts) => {
          const bytes = encoded(text, encoding, hasMark);
          expect(recogniseFile(census(bytes, cuts))).toEqual({ kind: 'text', encoding });
          expect(new TextDecoder(encoding).decode(bytes)).toBe(text);
        }),
        { numRuns: 100 },
      );
    },
  );

  test('one letter at the end of a long file is enough', () => {
    const long = Buffer.concat([Buffer.from('a;b;c\n'.repeat(50_000)), Buffer.from('Mäki', 'latin1')]);
    expect(recogniseFile(census(long))).toEqual({ kind: 'text', encoding: 'windows-1252' });
  });

  test('any bytes are something, and nothing throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(recogniseFile(census(Buffer.from(bytes)))).toHaveProperty('kind');
      }),
    );
  });

  test('lines of an old Mac end with a carriage return alone', () => {
    expect(endsLinesWithCr(census(Buffer.from('a;b\r1;2\r')))).toBe(true);
    expect(endsLinesWithCr(census(Buffer.from('a;b\r\n1;2\r\n')))).toBe(false);
  });
});

describe('a table', () => {
  test('has the separator with which it was written, whatever stands in its cells', () => {
    const cell = fc.stringMatching(/^[a-z0-9;,."\tåäö ]{0,12}$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...SEPARATORS),
        fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 20 }),
        (separator, rows) => {
          const header = ['person_key', 'institution', 'degree', 'graduation_date', 'email'];
          const lines = [header, ...rows].map((cells) => csvLine(cells, separator).trimEnd());
          const asWritten = lines.map((line) => cellsOf(line, separator).length);
          fc.pre(
            asWritten.every((size) => size === 5) && !rows.some((cells) => cells.every((one) => one.trim() === '')),
          );
          expect(recogniseSeparator(lines)).toBe(separator);
        },
      ),
    );
  });

  test.each([
    [[['Opiskelijanumero', 'Oppilaitos', 'Tutkinto', 'Valm.päivä']], 1],
    [[['Valmistuneet 2020'], [''], ['Student number', 'Institution', 'Degree code', 'Graduated']], 3],
    [[['A1', 'X0101', '671112', '2020-05-31']], 0],
    [[['nimi', 'koodi', 'päivä']], 1],
    [[], 0],
  ])('names its columns on a row, or on none: %j', (rows, header) => {
    expect(recogniseHeader(rows)).toBe(header);
  });

  test('has its columns in three languages, in any order, with a slip of the pen', () => {
    expect(recogniseColumns(['e-post', 'Examen', 'STUDENTNUMMER', 'läroanstalt', 'Examensdag'])).toEqual({
      person_key: 2,
      institution: 3,
      degree: 1,
      graduation_date: 4,
      email: 0,
    });
    expect(recogniseColumns(['Opiskelijanumreo', 'Sähkoposti', 'jotain muuta'])).toEqual({ person_key: 0, email: 1 });
    fc.assert(
      fc.property(fc.shuffledSubarray([...FIELDS]), (names) => {
        const found = recogniseColumns(names);
        names.forEach((name, index) => expect(found[name]).toBe(index));
      }),
    );
  });

  test('a column stands for one field at most, whatever its names are', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...FIELDS)), { maxLength: 12 }), (names) => {
        const places = Object.values(recogniseColumns(names));
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });

  test('any lines can be looked at, and nothing throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 80 }), { maxLength: 30 }), (lines) => {
        expect(recogniseSettings({ encoding: 'utf-8', cr: false }, lines)).toHaveProperty('separator');
      }),
    );
  });
});

describe('days', () => {
  const day = fc
    .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  function written(format: DayFormat, iso: string, isPadded: boolean): string {
    const [year = '', month = '', date = ''] = iso.split('-');
    const short = (number: string) => (isPadded ? number : String(Number(number)));
    switch (format) {
      case 'iso':
        return iso;
      case 'dmy':
        return `${short(date)}.${short(month)}.${year}`;
      case 'mdy':
        return `${short(month)}/${short(date)}/${year}`;
      case 'compact':
        return `${year}${month}${date}`;
      case 'serial':
        return String(Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000));
      default:
        return format satisfies never;
    }
  }

  test.each([...DAY_FORMATS])('written as %s are read as they were meant', (format) => {
    fc.assert(
      fc.property(day, fc.boolean(), (iso, isPadded) => {
        expect(readDayAs(format, written(format, iso, isPadded))).toEqual({ kind: 'day', day: iso });
      }),
    );
  });

  test('their format is recognised where it can be told, and what could be another is said', () => {
    fc.assert(
      fc.property(fc.constantFrom('dmy', 'mdy'), fc.array(day, { minLength: 1, maxLength: 20 }), (format, days) => {
        const values = days.map((iso) => written(format, iso, false));
        const found = recogniseDays(values);
        if (days.some((iso) => Number(iso.slice(8)) > 12)) expect(found).toEqual({ format, other: null });
        else if (found.other === null) expect(days.every((iso) => iso.slice(5, 7) === iso.slice(8))).toBe(true);
      }),
    );
    expect(recogniseDays(['3.4.2020'])).toEqual({ format: 'dmy', other: 'mdy' });
    expect(recogniseDays([])).toEqual({ format: 'iso', other: null });
  });

  test('no text is read as a day that there is not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DAY_FORMATS), fc.stringMatching(/^[0-9./ -]{4,12}$/), (format, text) => {
        const read = readDayAs(format, text);
        if (read.kind === 'day') expect(new Date(`${read.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read.day);
      }),
    );
  });
});
