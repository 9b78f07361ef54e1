import type { Surveys } from '../../survey-definitions/index.ts';
import { definitionHash } from '../definitions/definition-hash.ts';
import { makeSum, parseBackupLine, type BackupHeader, type BackupTrailer } from './backup-format.ts';
import { readBackupFile } from './backup-file.ts';
import { BACKED_UP_TABLES } from './tables.ts';

/** A file that is whole and can be put back, or why not, in words for the person who has it. */
export type CheckedBackup =
  { kind: 'whole'; header: BackupHeader; trailer: BackupTrailer } | { kind: 'unusable'; reason: string };

/** Reads a whole backup without keeping it: nothing is written before every line has been checked. */
export async function checkBackup(
  file: string,
  known: { surveys: Surveys; migrations: readonly string[] },
): Promise<CheckedBackup> {
  try {
    const { header, trailer, definitions } = await readThrough(file);
    const reason = whyNotOurs(header, known.migrations) ?? whyNotDefined(definitions, known.surveys);
    return reason === null ? { kind: 'whole', header, trailer } : { kind: 'unusable', reason };
  } catch (error) {
    return { kind: 'unusable', reason: whyUnreadable(error) };
  }
}

class BrokenBackup extends Error {}

async function readThrough(file: string) {
  const sum = makeSum();
  let header: BackupHeader | null = null;
  let trailer: BackupTrailer | null = null;
  const definitions: unknown[] = [];
  for await (const bytes of readBackupFile(file)) {
    const line = parseBackupLine(bytes.toString('utf8'));
    if (line === null) throw new BrokenBackup(header ? 'a line in it is damaged' : 'it is no backup of Uraseuranta');
    if (trailer || (line.kind === 'header') !== (header === null)) throw new BrokenBackup('its lines are in disorder');
    if (line.kind === 'header') header = line;
    if (line.kind === 'rows') {
      sum.count(line.table, line.count);
      if (line.table === 'survey.definition') definitions.push(...toArray(line.rows));
    }
    if (line.kind === 'trailer') trailer = line;
    else sum.add(bytes).add('\n');
  }
  if (!header || !trailer) throw new BrokenBackup('it is cut: its end is missing');
  if (sum.digest() !== trailer.sha256) throw new BrokenBackup('its checksum is wrong: it has been damaged or changed');
  const counted = Object.entries(trailer.rows).every(([table, count]) => (sum.rows[table] ?? 0) === count);
  if (!counted) throw new BrokenBackup('it does not hold as many rows as it says');
  const strange = Object.keys(trailer.rows).find((table) => !BACKED_UP_TABLES.some(({ name }) => name === table));
  if (strange !== undefined) throw new BrokenBackup(`it holds a table that this version does not know: ${strange}`);
  return { header, trailer, definitions };
}

function whyNotOurs(header: BackupHeader, migrations: readonly string[]): string | null {
  const isEarlier = header.migrations.every((name, index) => migrations[index] === name);
  return isEarlier
    ? null
    : 'a newer version of Uraseuranta made it. Install that version, or a later one, and run the command again';
}

/** Every definition of the backup must be here, unchanged: its answers were given to those words. */
function whyNotDefined(definitions: readonly unknown[], surveys: Surveys): string | null {
  for (const row of definitions) {
    const { survey: name, version, hash } = row as { survey: string; version: number; hash: string }; // rows of survey.definition, checked by the sum
    const survey = surveys.find(name, version);
    if (!survey)
      return `it holds answers to ${name} version ${version}, which this version of Uraseuranta does not have`;
    if (definitionHash(survey.definition) !== hash)
      return `the file of ${name} version ${version} has changed since the backup was made. Put it back as it was`;
  }
  return null;
}

function toArray(rows: string): unknown[] {
  const parsed: unknown = JSON.parse(rows);
  return Array.isArray(parsed) ? parsed : [];
}

function whyUnreadable(error: unknown): string {
  if (error instanceof BrokenBackup) return error.message;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'the file may not be read by this user';
  if (code === 'Z_BUF_ERROR') return 'it is cut: its end is missing';
  if (typeof code === 'string' && code.startsWith('Z_')) return 'it is damaged, or no gzip file at all';
  throw error;
}
