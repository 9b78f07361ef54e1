import { compileSurvey, type Survey } from '../server/engine/survey.ts';
import { definitionSchema } from '../server/engine/definition.ts';
import type { CodeLists } from '../server/engine/code-list.ts';
import { loadCodeLists, type ImportedList } from './classifications/index.ts';
import { amkCareer1 } from './amk-career/v1.ts';
import { amkCareer2 } from './amk-career/v2.ts';
import { amkCareer3 } from './amk-career/v3.ts';
import { yoCareer1 } from './yo-career/v1.ts';

/** One version of a survey and the file it is written in (for messages that name the place). */
export type RegisteredSurvey = { file: string; survey: Survey };

export type Surveys = {
  all: readonly RegisteredSurvey[];
  lists: CodeLists;
  imported: readonly ImportedList[];
  /** A version, or undefined. */
  find: (survey: string, version: number) => Survey | undefined;
};

const DEFINITIONS: readonly { file: string; definition: unknown }[] = [
  { file: 'survey-definitions/amk-career/v1.ts', definition: amkCareer1 },
  { file: 'survey-definitions/amk-career/v2.ts', definition: amkCareer2 },
  { file: 'survey-definitions/amk-career/v3.ts', definition: amkCareer3 },
  { file: 'survey-definitions/yo-career/v1.ts', definition: yoCareer1 },
];

/**
 * Parses every definition. Throws for one that does not fit the schema, naming its file. `listsFolder` holds the
 * imported code lists; without it they lie beside the classifications.
 */
export function loadSurveys(listsFolder?: string): Surveys {
  const { lists, imported } = loadCodeLists(listsFolder);
  const all = DEFINITIONS.map(({ file, definition }) => {
    const parsed = definitionSchema.safeParse(definition);
    if (!parsed.success) {
      const places = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
      throw new Error(`${file} is not a survey definition:\n${places.join('\n')}`);
    }
    return { file, survey: compileSurvey(parsed.data, lists) };
  });
  const byId = new Map(all.map(({ survey }) => [survey.id, survey]));
  return { all, lists, imported, find: (survey, version) => byId.get(`${survey}.v${version}`) };
}
