import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CodeList } from '../engine/code-list.ts';
import { isOffered } from '../engine/codes-in-time.ts';
import type { Survey } from '../engine/survey.ts';
import { codesInConditions, type CodeUse } from './codes-in-conditions.ts';
import type { ImportRules } from './decide-code.ts';
import { decideImport, type ImportDecision } from './decide-import.ts';
import type { FileProblem, ReadCodes } from './incoming-code.ts';
import { listFileText } from './list-file.ts';
import { readCodesCsv } from './read-codes-csv.ts';
import { readKoodisto } from './read-koodisto.ts';

export const FILE_FORMATS = ['koodisto', 'csv'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export type ImportCommand = ImportRules & {
  list: string;
  file: string;
  format: FileFormat;
  /** Without it nothing is written: the outcome says what would be. */
  confirm: boolean;
  /** Codes may end that conditions of published definitions name. */
  endUsed: boolean;
};
export type ImportOutcome =
  | { kind: 'refused'; problems: readonly FileProblem[] }
  | (Extract<ImportDecision, { kind: 'decided' }> & {
      notices: readonly string[];
      /** Codes that come out of use although published definitions ask by them. */
      warnings: readonly CodeUse[];
      /** The file that was written; null where nothing was. */
      written: string | null;
      /** Nothing was written because of the warnings. */
      held: boolean;
    });

type ImportDeps = {
  lists: ReadonlyMap<string, CodeList>;
  surveys: readonly Survey[];
  /** The folder of imported lists. */
  folder: string;
};

/** Reads a file of codes, decides what it makes of the list, and with `confirm` writes the list's file. */
export async function importCodes(deps: ImportDeps, command: ImportCommand): Promise<ImportOutcome> {
  const { list: name, asOf, fallback, confirm, endUsed } = command;
  const read = await readFileOfCodes(command);
  if (read.kind === 'unusable') return { kind: 'refused', problems: read.problems };
  const current = deps.lists.get(name);
  const rules = { asOf, fallback };
  const decision = decideImport({ name, current, codes: read.codes, rules, source: read.source });
  if (decision.kind === 'refused') return decision;
  const ended = new Set(
    decision.changes
      .filter(({ before, after }) => before && isOffered(before, asOf) && !isOffered(after, asOf))
      .map(({ code }) => code),
  );
  const warnings = codesInConditions(deps.surveys, name).filter(({ code }) => ended.has(code));
  const held = confirm && warnings.length > 0 && !endUsed;
  const writes = confirm && !held && decision.changes.length > 0;
  const written = writes ? await writeList(deps.folder, decision.list) : null;
  return { ...decision, notices: read.notices, warnings, written, held };
}

async function readFileOfCodes({ file, format }: ImportCommand): Promise<ReadCodes> {
  switch (format) {
    case 'csv':
      return readCodesCsv(file, basename(file));
    case 'koodisto':
      try {
        return readKoodisto(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)));
      } catch (error) {
        const reason =
          error instanceof TypeError ? 'it is not UTF-8 text' : error instanceof Error ? error.message : '';
        return { kind: 'unusable', problems: [{ place: 'the file', reason }] };
      }
    default:
      return format satisfies never;
  }
}

/** Writes the list beside its place and moves it there, so that a list is never half written. */
async function writeList(folder: string, list: CodeList): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${list.name}.json`);
  const draft = `${path}.new`;
  await writeFile(draft, listFileText(list));
  await rename(draft, path);
  return path;
}
