import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { CodeLists } from '../engine/code-list.ts';
import { definitionSchema } from '../engine/definition.ts';
import type { Finding } from '../engine/finding.ts';
import type { Paths } from '../engine/checks/check-paths.ts';
import { reviewDefinition } from '../engine/review-definition.ts';
import { compileSurvey } from '../engine/survey.ts';
import { zodFindings } from '../engine/zod-findings.ts';

/** One definition, and what random walks through it saw; null where it has errors. */
export type ReviewedDefinition = { id: string; questions: number; paths: Paths | null };
export type CheckedFile =
  | { kind: 'checked'; definitions: ReviewedDefinition[]; findings: Finding[] }
  /** The file cannot be read, or holds no definition. */
  | { kind: 'unusable'; reason: string };

/**
 * Checks the definitions in a file: a .json file that is one, or a .ts file that exports some. A draft
 * with findings is no error of this function: it tells them all.
 */
export async function checkDefinitionFile(path: string, lists: CodeLists): Promise<CheckedFile> {
  const read = await readDefinitions(path);
  if (typeof read === 'string') return { kind: 'unusable', reason: read };
  const checked = read.map((value, index) => checkValue(value, lists, `definition ${index + 1}`));
  return {
    kind: 'checked',
    definitions: checked.map(({ definition }) => definition),
    findings: checked.flatMap(({ findings }) => findings),
  };
}

type Checked = { definition: ReviewedDefinition; findings: Finding[] };

function checkValue(value: unknown, lists: CodeLists, name: string): Checked {
  const parsed = definitionSchema.safeParse(value);
  if (!parsed.success) {
    return { definition: { id: name, questions: 0, paths: null }, findings: zodFindings(parsed.error) };
  }
  const survey = compileSurvey(parsed.data, lists);
  const { findings, paths } = reviewDefinition(survey);
  return { definition: { id: survey.id, questions: survey.questions.size, paths }, findings };
}

/** The values of a file that mean to be definitions, or why there are none. */
async function readDefinitions(path: string): Promise<unknown[] | string> {
  try {
    if (path.endsWith('.json')) return [withoutSchemaName(JSON.parse(await readFile(path, 'utf8')))];
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

/** `$schema` tells an editor how to help; it is no part of the definition. */
function withoutSchemaName(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$schema' in value)) return value;
  const { $schema: _, ...definition } = value;
  return definition;
}

function isMeantAsDefinition(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'survey' in value && 'pages' in value;
}

function messageOf(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message);
}
