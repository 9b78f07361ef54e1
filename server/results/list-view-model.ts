import type { ActionCounts } from '../actions/count-open-actions.ts';
import { representativenessOf } from '../disclosure/representativeness-of.ts';
import type { SafePopulation } from '../disclosure/safe-table.ts';
import { registerList } from '../engine/register-lists.ts';
import type { Survey } from '../engine/survey.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import { formatsOf, marked } from './format-figures.ts';
import { signOf, type Reliability } from './reliability.ts';
import { pooledAddress } from './pooled-address.ts';
import type { ReleaseHead } from './store.ts';
import { pooledTexts, textsOf, yearsText, type ReportTexts } from './texts/index.ts';
import { labelIn, roundTitle } from './view-model.ts';

/** What the reader asked for; what does not exist has become a default. */
export type ListChoice = { q: string; institution: string | null; field: string | null };

export type ListFacts = {
  /** Newest first. */
  releases: readonly ReleaseHead[];
  release: ReleaseHead;
  survey: Survey;
  /** The survey of another release. */
  surveyOf: (release: ReleaseHead) => Survey | undefined;
  degrees: readonly SafePopulation[];
  /** The degrees' respondents by background. */
  parts: readonly SafePopulation[];
  /** Highlights of each degree's report, by population key; null = too few answers to look for any. */
  highlights: ReadonlyMap<string, number | null>;
  /** By 'institution/degree'. */
  actions: ReadonlyMap<string, ActionCounts>;
  choice: ListChoice;
  language: Language;
};

type ListedDegree = {
  name: string;
  path: string;
  answered: string;
  reliability: { sign: Reliability; word: string };
  highlights: string;
  actions: { words: string; path: string };
};
type Option = { code: string; label: string; selected: boolean };
type ListedField = { code: string; field: string; degrees: readonly ListedDegree[] };

export type ListView = {
  texts: ReportTexts;
  invented: boolean;
  release: { id: string; title: string; built: string };
  otherReleases: readonly { id: string; title: string }[];
  q: string;
  institutions: readonly Option[];
  fields: readonly Option[];
  found: string;
  groups: readonly { code: string; institution: string; fields: readonly ListedField[] }[];
};

/** The list of a release's reports by institution and field, all in the order of their names. */
export function toListView(facts: ListFacts): ListView {
  const { releases, release, survey, surveyOf, degrees, choice, language } = facts;
  const texts = textsOf(language);
  const format = formatsOf(language);
  const title = (head: ReleaseHead) => {
    const its = surveyOf(head);
    return its ? roundTitle(its, head.period, language) : head.id;
  };
  const found = degrees.filter((degree) => fits(survey, degree, choice));
  const institutions = optionsOf(
    degrees.map(({ institution }) => institution),
    { labelOf: (code) => labelIn(survey, 'institution', code, language), chosen: choice.institution, language },
  );
  const fields = optionsOf(
    degrees.map(({ field }) => field),
    { labelOf: (code) => fieldLabel(survey, code, language), chosen: choice.field, language },
  );
  const fieldsOf = (own: readonly SafePopulation[]) =>
    fields.flatMap(({ code, label }): ListedField[] => {
      const some = own.filter(({ field }) => field === code).map((degree) => toListed(facts, degree));
      return some.length > 0 ? [{ code, field: label, degrees: sorted(some, language) }] : [];
    });
  return {
    texts,
    invented: release.invented,
    release: { id: release.id, title: title(release), built: texts.builtOn(format.day(release.built_on)) },
    otherReleases: releases
      .filter(({ id }) => id !== release.id)
      .map((head) => ({ id: head.id, title: `${title(head)} (${head.id})` })),
    q: choice.q,
    institutions,
    fields,
    found: texts.list.found(format.count(found.length)),
    groups: institutions.flatMap(({ code, label }) => {
      const own = found.filter(({ institution }) => institution === code);
      return own.length > 0 ? [{ code, institution: label, fields: fieldsOf(own) }] : [];
    }),
  };
}

function optionsOf(
  codes: readonly string[],
  { labelOf, chosen, language }: { labelOf: (code: string) => string; chosen: string | null; language: Language },
): Option[] {
  const { compare } = new Intl.Collator(language);
  return [...new Set(codes)]
    .map((code) => ({ code, label: labelOf(code), selected: code === chosen }))
    .sort((a, b) => compare(a.label, b.label) || (a.code < b.code ? -1 : 1));
}

function sorted(degrees: readonly ListedDegree[], language: Language): ListedDegree[] {
  const { compare } = new Intl.Collator(language);
  return degrees.toSorted((a, b) => compare(a.name, b.name) || (a.path < b.path ? -1 : 1));
}

function toListed(facts: ListFacts, degree: SafePopulation): ListedDegree {
  const { survey, release, parts, highlights, actions, language } = facts;
  const texts = textsOf(language);
  const format = formatsOf(language);
  const own = parts.filter((part) => part.institution === degree.institution && part.degree === degree.degree);
  const sign = signOf(representativenessOf(degree, own));
  const rate = format.share(degree.target > 0 ? degree.respondents / degree.target : 0);
  const place = [degree.institution, degree.degree].map(encodeURIComponent).join('/');
  const answered = texts.list.answered(format.count(degree.respondents), format.count(degree.target), rate);
  const named = highlights.get(degree.key) ?? null;
  const counts = actions.get(`${degree.institution}/${degree.degree}`);
  return {
    name: labelIn(survey, 'degree', degree.degree, language),
    path: `${encodeURIComponent(degree.pooled === undefined ? release.id : pooledAddress(release.id))}/${place}`,
    answered: marked(pooledWords(degree, answered, language), degree),
    reliability: { sign, word: texts.reliabilityWord[sign] },
    highlights:
      degree.pooled === undefined
        ? highlightWords(texts, named === null ? null : { count: named, said: format.count(named) })
        : '',
    actions: { words: actionWords(texts, counts, format.count(counts?.open ?? 0)), path: `actions/${place}` },
  };
}

/** Of a degree that is hidden in the round of the list: of which rounds together its figures are. */
function pooledWords({ pooled }: SafePopulation, answered: string, language: Language): string {
  return pooled === undefined ? answered : `${pooledTexts(language).link(yearsText(pooled))}: ${answered}`;
}

function highlightWords({ list }: ReportTexts, named: { count: number; said: string } | null): string {
  if (!named) return list.tooFew;
  return named.count > 0 ? list.highlights(named.said) : list.noHighlights;
}

function actionWords({ list }: ReportTexts, counts: ActionCounts | undefined, open: string): string {
  if (!counts) return list.noActions;
  return counts.open > 0 ? list.openActions(open) : list.closedActions;
}

function fieldLabel(survey: Survey, code: string, language: Language): string {
  const groups = registerList(survey, 'degree').groups ?? [];
  return groups.find((group) => group.code === code)?.label[language] ?? textsOf(language).list.noField;
}

/** A name fits in any language, so that a Finnish name is found on the Swedish page. Each word must fit. */
function fits(survey: Survey, { institution, field, degree }: SafePopulation, choice: ListChoice): boolean {
  if (choice.institution !== null && institution !== choice.institution) return false;
  if (choice.field !== null && field !== choice.field) return false;
  const names = LANGUAGES.flatMap((language) => [
    labelIn(survey, 'degree', degree, language),
    labelIn(survey, 'institution', institution, language),
  ]);
  const text = plain(names.join(' '));
  return plain(choice.q)
    .split(' ')
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');
}
