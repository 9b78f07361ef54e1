import type { QuestionOf } from '../engine/question.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import { findCode, listOf, type Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { searchedField, searchField, textIn } from './page-form.ts';
import { inputId, type FieldValues } from './question-fields.ts';
import type { ChoiceList, OptionView } from './option-view.ts';
import { isSearched, searchList } from './search-list.ts';
import { TEXTS } from './texts/index.ts';

/** A short list: all of it in a native select. */
export type SelectView = { kind: 'select'; list: ChoiceList };
/** A long list: a text to search for, and what was found. */
export type SearchView = {
  kind: 'search';
  search: { id: string; name: string; value: string; label: string; hint: string; button: string };
  searched: { name: string; value: string };
  /** What the search found, in words; null before a search. */
  found: string | null;
  options: readonly OptionView[];
};

type Facts = { survey: Survey; language: Language; typed: RawForm | null; values: FieldValues };

/** The list of a question, whole or to be searched. */
export function codelistView(question: QuestionOf<'codelist'>, facts: Facts): SelectView | SearchView {
  const list = listOf(facts.survey, question.list);
  if (isSearched(list)) return searchView(question, facts);
  const options = list.codes.map(({ code }) => optionOf(question, facts, code));
  const { choose } = TEXTS[facts.language].part;
  return {
    kind: 'select',
    list: { id: inputId(question.code), name: question.code, label: null, empty: choose, options },
  };
}

function searchView(question: QuestionOf<'codelist'>, facts: Facts): SearchView {
  const { survey, language, typed, values } = facts;
  const t = TEXTS[language].part;
  const list = listOf(survey, question.list);
  const text = typed ? textIn(typed, searchField(question.code)).slice(0, 100) : '';
  const { hits, total } = searchList(list, text, language);
  const current = (values.get(question.code) ?? []).filter((code) => findCode(list, code));
  const codes = [...new Set([...hits.map(({ code }) => code), ...current])];
  const none = {
    id: inputId(question.code, 'none'),
    value: '',
    label: t.noneOfThese,
    checked: values.get(question.code)?.includes('') ?? false,
  };
  const options = codes.map((code) => optionOf(question, facts, code));
  return {
    kind: 'search',
    search: {
      id: inputId(question.code),
      name: searchField(question.code),
      value: text,
      label: t.searchLabel,
      hint: t.searchHint,
      button: t.search,
    },
    searched: { name: searchedField(question.code), value: text },
    found: text === '' ? null : foundText(t, text, hits.length, total),
    options: options.length > 0 ? [...options, none] : [],
  };
}

function foundText(t: (typeof TEXTS)['fi']['part'], text: string, shown: number, total: number): string {
  if (total === 0) return t.noHits(text);
  return total > shown ? t.moreHits(shown, total) : t.hits(total);
}

function optionOf(question: QuestionOf<'codelist'>, { survey, language, values }: Facts, code: string): OptionView {
  const label = findCode(listOf(survey, question.list), code)?.label[language] ?? code;
  const checked = values.get(question.code)?.includes(code) ?? false;
  return { id: inputId(question.code, code), value: code, label, checked };
}
