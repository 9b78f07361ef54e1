import type { CodeLists } from '../../server/engine/code-list.ts';
import { checkDefinition } from '../../server/engine/check-definition.ts';
import type { SurveyDefinitionInput } from '../../server/engine/definition.ts';
import { aSurvey, questionInput, TEST_LISTS } from './build-definition.ts';
import { words } from './words.ts';

export type Edit = (input: SurveyDefinitionInput) => void;

/** Changes keys of the question of that code. What is written need not make sense: that is what is tested. */
export function editQuestion(code: string, change: Record<string, unknown>): Edit {
  return (input) => {
    Object.assign(questionInput(input, code), change);
  };
}

/** Changes keys of a page, by index. */
export function editPage(index: number, change: Record<string, unknown>): Edit {
  return (input) => {
    Object.assign(input.pages[index] ?? {}, change);
  };
}

/** What the checker finds in the test survey after an edit, as 'place rule'. */
export function findingsAfter(edit: Edit, lists: CodeLists = TEST_LISTS): string[] {
  return checkDefinition(aSurvey(edit, lists)).map(({ place, rule }) => `${place} ${rule}`);
}

export function option(code: string, label = code) {
  return { code, label: words(label) };
}

export function band(code: string, from: number, below: number) {
  return { ...option(code), from, below };
}
