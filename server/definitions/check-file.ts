import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { checkDefinition } from '../engine/check-definition.ts';
import type { CodeLists } from '../engine/code-list.ts';
import { definitionSchema } from '../engine/definition.ts';
import type { Finding } from '../engine/finding.ts';
import { compileSurvey } from '../engine/survey.ts';
import { zodFindings } from '../engine/zod-findings.ts';

export type CheckedFile =
  | { kind: 'checked'; definitions: number; findings: Finding[] }
  /** The file cannot be read, or holds no definition. */
  | { kind: 'unusable'; reason: string };

/**
 * Checks the definitions in a file: a .json file that is one, or a .ts file that exports some. A draft
 * with findings is no error of this function: it tells them all.
 */
export async function checkDefinitionFile(path: string, lists: CodeLists): Promise<CheckedFile> {
  const read = await readDefinitions(path);
  if (typeof read === 'string') return { kind: 'unusable', reason: read };
  return { kind: 'checked', definitions: read.length, findings: read.flatMap((value) => checkValue(value, lists)) };
}

function checkValue(value: unknown, lists: CodeLists): Finding[] {
  const parsed = definitionSchema.safeParse(value);
  return parsed.success ? checkDefinition(compileSurvey(parsed.data, lists)) : zodFindings(parsed.error);
}

/** The values of a file that mean to be definitions, or why there are none. */
async function readDefinitions(path: string): Promise<unknown[] | string> {
  try {
    if (path.endsWith('.json')) return [JSON.parse(await readFile(path, 'utf8'))];
    if (!path.endsWith('.ts')) return 'A definition is a .ts or a .json file.';
    const module: unknown = await import(pathToFileURL(path).href);
    const values = typeof module === 'object' && module !== null ? Object.values(module) : [];
    const definitions = values.filter(isMeantAsDefinition);
    return definitions.length > 0
      ? definitions
      : 'The file exports no definition (an object with survey, version and pages).';
  } catch (error) {
    return messageOf(error);
  }
}

function isMeantAsDefinition(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'survey' in value && 'pages' in value;
}

function messageOf(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message);
}
