import type { CodeList, CodeLists, ListedCode } from './code-list.ts';
import type { Page, Scale, SurveyDefinition } from './definition.ts';
import { expandRepeats } from './expand-repeats.ts';
import type { Question } from './question.ts';

/**
 * A definition with its code lists and the look-ups that every walk, parse and tally needs,
 * made once at start-up. Engine functions take this, never the bare definition.
 */
export type Survey = {
  definition: SurveyDefinition;
  lists: CodeLists;
  /** `survey` and `version` joined: 'amk-career.v2'. */
  id: string;
  questions: ReadonlyMap<string, Question>;
  scales: ReadonlyMap<string, Scale>;
  /** Index of the page that asks a question. */
  pageOf: ReadonlyMap<string, number>;
};

/** Builds the look-ups of a definition, in which a page that repeats stands as often as it may be asked. Assumes that the definition has passed the checker. */
export function compileSurvey(written: SurveyDefinition, lists: CodeLists): Survey {
  const definition = expandRepeats(written);
  const questions = new Map<string, Question>();
  const pageOf = new Map<string, number>();
  for (const [index, page] of definition.pages.entries()) {
    for (const question of page.questions) {
      questions.set(question.code, question);
      pageOf.set(question.code, index);
    }
  }
  return {
    definition,
    lists,
    id: `${definition.survey}.v${definition.version}`,
    questions,
    scales: new Map(definition.scales.map((scale) => [scale.code, scale])),
    pageOf,
  };
}

/** The scale of that code. Throws for a code that the checker would have refused. */
export function scaleOf(survey: Survey, code: string): Scale {
  const scale = survey.scales.get(code);
  if (!scale) throw new Error(`${survey.id}: no scale "${code}"`);
  return scale;
}

/** The code list of that name. Throws for a name that the checker would have refused. */
export function listOf(survey: Survey, name: string): CodeList {
  const list = survey.lists.get(name);
  if (!list) throw new Error(`${survey.id}: no code list "${name}"`);
  return list;
}

/** The entry of a code in a list, or undefined. */
export function findCode(list: CodeList, code: string): ListedCode | undefined {
  return list.codes.find((entry) => entry.code === code);
}

/** The page at an index of the definition. Throws outside it. */
export function pageAt(survey: Survey, index: number): Page {
  const page = survey.definition.pages[index];
  if (!page) throw new Error(`${survey.id}: no page ${index}`);
  return page;
}
