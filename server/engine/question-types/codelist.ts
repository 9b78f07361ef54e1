import type { CodeList } from '../code-list.ts';
import { checkListUse } from '../checks/check-lists.ts';
import type { QuestionOf } from '../question.ts';
import { optionCodeSchema } from '../question.ts';
import { findCode, type Survey } from '../survey.ts';
import { asAnswer, codeFromForm, codeFromRow, codesOf, codeToRow, placeOf } from './one-code.ts';
import type { QuestionType } from './question-type.ts';

type FromList = QuestionOf<'codelist'>;

/** One code of a classification: a region, a country, a field. Stored: the code. */
export const codelist: QuestionType<FromList> = {
  columns: (question) => [question.code],
  fields: (question) => [question.code],
  parseForm: (survey, question, form) =>
    asAnswer(codeFromForm(form, inList(question), (code) => labelIn(survey, question, code) !== undefined)),
  parseRow: (survey, question, row) =>
    asAnswer(codeFromRow(row, inList(question), (code) => labelIn(survey, question, code) !== undefined)),
  toRow: (question, value) => codeToRow(question.code, value),
  summary: (survey, question, value, language) => [
    labelIn(survey, question, String(value))?.[language] ?? String(value),
  ],
  aggregate: (survey, question) => {
    const list = survey.lists.get(question.list);
    const categoryByCode = list ? categoriesByCode(list, question.resultsBy) : new Map<string, string>();
    return {
      kind: 'categories',
      categories: list ? categoriesInOrder(list, categoryByCode) : [],
      scores: null,
      nps: false,
      cannotSay: false,
      categoryOf: (value) => (typeof value === 'string' ? (categoryByCode.get(value) ?? null) : null),
    };
  },
  // A list may lose a code after it was answered; the answer must still be readable.
  stored: () => optionCodeSchema,
  score: () => null,
  moves: false,
  choices: (survey, question) => codesOf(survey.lists.get(question.list)?.codes ?? []),
  range: () => null,
  samples: (survey, question, mentioned) => {
    const codes = codesOf(survey.lists.get(question.list)?.codes ?? []);
    const named = new Set(mentioned.optionLists.flat());
    const other = codes.find((code) => !named.has(code));
    return [...codes.filter((code) => named.has(code)), ...(other === undefined ? [] : [other])];
  },
  check: (survey, question) => checkListUse(survey, question.list, question.resultsBy),
};

function inList(question: FromList): ReturnType<typeof placeOf> {
  return { ...placeOf(question), problem: 'not_in_list' };
}

function labelIn(survey: Survey, question: FromList, code: string): CodeList['codes'][number]['label'] | undefined {
  const list = survey.lists.get(question.list);
  return list && findCode(list, code)?.label;
}

function categoriesByCode(list: CodeList, resultsBy: FromList['resultsBy']): Map<string, string> {
  return new Map(list.codes.map(({ code, group }) => [code, resultsBy === 'group' ? (group ?? code) : code]));
}

/** Groups in their declared order, then what remains in the order of the list. */
function categoriesInOrder(list: CodeList, categoryByCode: ReadonlyMap<string, string>): string[] {
  const used = new Set(categoryByCode.values());
  const groups = codesOf(list.groups ?? []).filter((group) => used.has(group));
  return [...new Set([...groups, ...used])];
}
