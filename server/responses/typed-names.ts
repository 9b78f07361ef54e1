import type { Question } from '../engine/question.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import { listOf, type Survey } from '../engine/survey.ts';
import { pressOf, searchedField, searchField, textIn } from './page-form.ts';
import { codeNamed, isSearched } from './search-list.ts';

/**
 * The form with the code chosen for each whole name that was typed into a search and not searched for: who types
 * or takes over "Ruotsi" and goes on has answered. Any other text stays what it is, a search.
 *
 * @example withTypedNames(survey, questions, { 'country._search': 'Ruotsi' }, '2026-10-01') // { 'country._search': 'Ruotsi', country: 'SE', … }
 */
export function withTypedNames(survey: Survey, questions: readonly Question[], form: RawForm, day: string): RawForm {
  const press = pressOf(form);
  if (press.kind === 'search' || press.kind === 'clear') return form;
  const chosen = questions.flatMap((question) => {
    if (question.kind !== 'codelist') return [];
    const list = listOf(survey, question.list);
    const typed = textIn(form, searchField(question.code));
    if (!isSearched(list) || typed === textIn(form, searchedField(question.code))) return [];
    const code = codeNamed(list, typed, day);
    if (code === null) return [];
    return [
      [question.code, code],
      [searchedField(question.code), typed],
    ];
  });
  return { ...form, ...Object.fromEntries(chosen) };
}
