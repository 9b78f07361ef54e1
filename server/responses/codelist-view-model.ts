import type { QuestionOf } from '../engine/question.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import { codesOn, labelOn } from '../engine/codes-in-time.ts';
import { findCode, listOf, type Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { searchedField, searchField, textIn } from './page-form.ts';
import { inputId, type FieldValues } from './question-fields.ts';
import type { ChoiceList, OptionView } from './option-view.ts';
import { isSearched, searchList, type Hit } from './search-list.ts';
import { namesAddress } from '../code-lists/names-address.ts';
import { TEXTS } from './texts/index.ts';

/** A short list: all of it in a native select. */
export type SelectView = { kind: 'select'; list: ChoiceList };
/** A long list: a text to search for, and what was found. */
export type SearchView = {
  kind: 'search';
  search: {
    id: string;
    name: string;
    value: string;
    label: string;
    hint: string;
    button: string;
    names: string | null;
  };
  searched: { name: string; value: string };
  /** What the search found, in words; null before a search. */
  found: string | null;
  options: readonly OptionView[];
};

/** `day`: the codes and names are those of this day. */
type Facts = { survey: Survey; language: Language; typed: RawForm | null; values: FieldValues; day: string };

/** The list of a question, whole or to be searched. */
export function codelistView(question: QuestionOf<'codelist'>, facts: Facts): SelectView | SearchView {
  const list = listOf(facts.survey, question.list);
  if (isSearched(list)) return searchView(question, facts);
  const offered = new Set(codesOn(list, facts.day).map(({ code }) => code));
  // A code that was chosen earlier stays, also when it is out of use by now.
  const codes = list.codes.filter(({ code }) => offered.has(code) || facts.values.get(question.code)?.includes(code));
  const options = codes.map(({ code }) => optionOf(question, facts, code));
  const { choose } = TEXTS[facts.language].part;
  return {
    kind: 'select',
    list: { id: inputId(question.code), name: question.code, label: null, empty: choose, options },
  };
}

function searchView(question: QuestionOf<'codelist'>, facts: Facts): SearchView {
  const { survey, language, typed, values, day } = facts;
  const t = TEXTS[language].part;
  const list = listOf(survey, question.list);
  const text = typed ? textIn(typed, searchField(question.code)).slice(0, 100) : '';
  const { hits, total } = searchList(list, text, { language, day });
  const current = (values.get(question.code) ?? []).filter((code) => findCode(list, code));
  const others = current.filter((code) => !hits.some(({ entry }) => entry.code === code));
  const none = {
    id: inputId(question.code, 'none'),
    value: '',
    label: t.noneOfThese,
    checked: values.get(question.code)?.includes('') ?? false,
  };
  const options = [
    ...hits.map((hit) => hitOption(question, facts, hit)),
    ...others.map((code) => optionOf(question, facts, code)),
  ];
  return {
    kind: 'search',
    search: {
      id: inputId(question.code),
      name: searchField(question.code),
      value: text,
      label: t.searchLabel,
      hint: t.searchHint,
      button: t.search,
      names: namesAddress(list, language, day),
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

function hitOption(question: QuestionOf<'codelist'>, facts: Facts, { entry, formerly }: Hit): OptionView {
  const option = optionOf(question, facts, entry.code);
  if (!formerly) return option;
  return { ...option, label: TEXTS[facts.language].part.formerly(option.label, formerly[facts.language]) };
}

function optionOf(
  question: QuestionOf<'codelist'>,
  { survey, language, values, day }: Facts,
  code: string,
): OptionView {
  const entry = findCode(listOf(survey, question.list), code);
  const label = entry ? labelOn(entry, day)[language] : code;
  const checked = values.get(question.code)?.includes(code) ?? false;
  return { id: inputId(question.code, code), value: code, label, checked };
}
