import { createHash } from 'node:crypto';
import { z } from 'zod';

// A backup is gzip'd JSON lines: a header, lines of rows, a trailer. The rows stay the database's own
// JSON text from end to end, so that no number or text is read and written anew on the way.

const FORMAT = 1;

const headerSchema = z.object({
  uraseuranta_backup: z.literal(FORMAT),
  made_on: z.string(),
  migrations: z.array(z.string()).min(1),
});
export type BackupHeader = z.infer<typeof headerSchema>;

const trailerSchema = z.object({
  end: z.literal(true),
  rows: z.record(z.string(), z.int()),
  /** The last number that each identity column has given; null = none yet. */
  sequences: z.record(z.string(), z.string().nullable()),
  /** SHA-256, hex, of every line before this one, line ends included. */
  sha256: z.string(),
});
export type BackupTrailer = z.infer<typeof trailerSchema>;

/** `rows` is the text of a JSON array. */
export type BackupLine =
  | ({ kind: 'header' } & BackupHeader)
  | { kind: 'rows'; table: string; count: number; rows: string }
  | ({ kind: 'trailer' } & BackupTrailer);

const ROWS_LINE = /^\{"table":"([a-z_.]+)","count":(\d+),"rows":(\[.*\])\}$/s;

export function headerLine(header: Omit<BackupHeader, 'uraseuranta_backup'>): string {
  return JSON.stringify({ uraseuranta_backup: FORMAT, ...header }) + '\n';
}

export function rowsLine(part: { table: string; count: number; rows: string }): string {
  return `{"table":"${part.table}","count":${part.count},"rows":${part.rows}}\n`;
}

export function trailerLine(trailer: Omit<BackupTrailer, 'end'>): string {
  return JSON.stringify({ end: true, ...trailer }) + '\n';
}

/** What a line of a backup says, or null when it is none. Rows are not looked into. */
export function parseBackupLine(line: string): BackupLine | null {
  const [, table, count, rows] = ROWS_LINE.exec(line) ?? [];
  if (table !== undefined && count !== undefined && rows !== undefined) {
    return { kind: 'rows', table, count: Number(count), rows };
  }
  const json = parseJson(line);
  const header = headerSchema.safeParse(json);
  if (header.success) return { kind: 'header', ...header.data };
  const trailer = trailerSchema.safeParse(json);
  return trailer.success ? { kind: 'trailer', ...trailer.data } : null;
}

export type BackupSum = {
  add: (text: string | Buffer) => BackupSum;
  count: (table: string, more: number) => void;
  readonly rows: Readonly<Record<string, number>>;
  /** Once only, at the end. */
  digest: () => string;
};

/** Adds up the lines of a backup as they are written or read: their SHA-256 and the rows of each table. */
export function makeSum(): BackupSum {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  const sum: BackupSum = {
    add(text) {
      hash.update(text);
      return sum;
    },
    count(table, more) {
      rows[table] = (rows[table] ?? 0) + more;
    },
    rows,
    digest: () => hash.digest('hex'),
  };
  return sum;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
