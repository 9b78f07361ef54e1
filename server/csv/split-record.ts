/** The fields of one record, or where its quotation marks go wrong. `field` counts from 0. */
export type SplitRecord = { kind: 'fields'; fields: string[] } | { kind: 'broken'; field: number; reason: string };

export type Separator = ',' | ';' | '\t';

/**
 * Splits one record (without its line end) into fields, as RFC 4180 says: a field may stand in
 * quotation marks, and a quotation mark inside them is doubled. Strict: text before the opening or
 * after the closing mark is an error, because it means that a mark is missing somewhere.
 */
export function splitRecord(record: string, separator: Separator): SplitRecord {
  if (!record.includes('"')) return { kind: 'fields', fields: record.split(separator) };
  const fields: string[] = [];
  for (let at = 0; at <= record.length; at += 1) {
    const isQuoted = record.charAt(at) === '"';
    const end = isQuoted ? closingMark(record, at) + 1 : endOfPlain(record, at, separator);
    const broken = isQuoted ? whyBroken(record, end, separator) : plainReason(record, at, end);
    if (broken) return { kind: 'broken', field: fields.length, reason: broken };
    fields.push(isQuoted ? record.slice(at + 1, end - 1).replaceAll('""', '"') : record.slice(at, end));
    at = end; // on the separator, or after the last character
  }
  return { kind: 'fields', fields };
}

/** Whether a line leaves a quotation mark open (or closes one that an earlier line has opened). */
export function togglesQuotation(line: string): boolean {
  let marks = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) marks += 1;
  return marks % 2 === 1;
}

/** Index of the mark that closes the one at `opening`; -1 without one. */
function closingMark(record: string, opening: number): number {
  for (let at = opening + 1; at < record.length; at += 1) {
    if (record.charAt(at) !== '"') continue;
    if (record.charAt(at + 1) !== '"') return at;
    at += 1; // a doubled mark is text
  }
  return -1;
}

function endOfPlain(record: string, start: number, separator: Separator): number {
  const end = record.indexOf(separator, start);
  return end < 0 ? record.length : end;
}

function whyBroken(record: string, end: number, separator: Separator): string | null {
  if (end === 0) return 'a quotation mark is opened and not closed';
  const isEnd = end === record.length || record.charAt(end) === separator;
  return isEnd ? null : 'text follows a closing quotation mark (write a quotation mark inside a text twice: "")';
}

function plainReason(record: string, start: number, end: number): string | null {
  const hasMark = record.slice(start, end).includes('"');
  return hasMark ? 'a quotation mark stands inside a text that is not in quotation marks' : null;
}
