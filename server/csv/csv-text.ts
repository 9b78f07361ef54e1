import type { Separator } from './split-record.ts';

/** One line of CSV with its line end (LF). A field stands in quotation marks where it must. */
export function csvLine(values: readonly string[], separator: Separator = ','): string {
  return values.map((value) => quoted(value)).join(separator) + '\n';
}

function quoted(value: string): string {
  return /["\r\n,;\t]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * A value that a spreadsheet shows as text and never runs as a formula: one that begins as a formula
 * does gets an apostrophe before it.
 */
export function asSpreadsheetText(value: string): string {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
