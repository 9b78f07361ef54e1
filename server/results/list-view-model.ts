import type { Survey } from '../engine/survey.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import { formatsOf } from './format-figures.ts';
import { reliabilityOf, type Reliability } from './reliability.ts';
import type { ReleaseHead, selectDegrees } from './store.ts';
import { textsOf, type ReportTexts } from './texts/index.ts';
import { labelIn, roundTitle } from './view-model.ts';

/** What the reader asked for; what does not exist has become a default. */
export type ListChoice = { q: string; institution: string | null };

export type ListFacts = {
  /** Newest first. */
  releases: readonly ReleaseHead[];
  release: ReleaseHead;
  survey: Survey;
  /** The survey of another release. */
  surveyOf: (release: ReleaseHead) => Survey | undefined;
  degrees: Awaited<ReturnType<typeof selectDegrees>>;
  choice: ListChoice;
  language: Language;
};

type ListedDegree = { name: string; path: string; answered: string; reliability: { sign: Reliability; word: string } };

export type ListView = {
  texts: ReportTexts;
  invented: boolean;
  release: { id: string; title: string; built: string };
  otherReleases: readonly { id: string; title: string }[];
  q: string;
  institutions: readonly { code: string; label: string; selected: boolean }[];
  found: string;
  groups: readonly { code: string; institution: string; degrees: readonly ListedDegree[] }[];
};

/** The list of a release's reports by institution, both in the order of their names. */
export function toListView({ releases, release, survey, surveyOf, degrees, choice, language }: ListFacts): ListView {
  const texts = textsOf(language);
  const format = formatsOf(language);
  const { compare } = new Intl.Collator(language);
  const title = (head: ReleaseHead) => {
    const its = surveyOf(head);
    return its ? roundTitle(its, head.period, language) : head.id;
  };
  const found = degrees.filter((degree) => fits(survey, degree, choice));
  const institutions = [...new Set(degrees.map(({ institution }) => institution))]
    .map((code) => ({
      code,
      label: labelIn(survey, 'institution', code, language),
      selected: code === choice.institution,
    }))
    .sort((a, b) => compare(a.label, b.label) || (a.code < b.code ? -1 : 1));
  return {
    texts,
    invented: release.invented,
    release: { id: release.id, title: title(release), built: texts.builtOn(format.day(release.built_on)) },
    otherReleases: releases
      .filter(({ id }) => id !== release.id)
      .map((head) => ({ id: head.id, title: `${title(head)} (${head.id})` })),
    q: choice.q,
    institutions,
    found: texts.list.found(format.count(found.length)),
    groups: institutions.flatMap(({ code, label }) => {
      const own = found
        .filter(({ institution }) => institution === code)
        .map((degree) => toListed(survey, release, degree, language))
        .sort((a, b) => compare(a.name, b.name) || (a.path < b.path ? -1 : 1));
      return own.length > 0 ? [{ code, institution: label, degrees: own }] : [];
    }),
  };
}

type Degree = ListFacts['degrees'][number];

function toListed(survey: Survey, release: ReleaseHead, degree: Degree, language: Language): ListedDegree {
  const texts = textsOf(language);
  const format = formatsOf(language);
  const sign = reliabilityOf(degree.respondents);
  const rate = format.share(degree.target > 0 ? degree.respondents / degree.target : 0);
  return {
    name: labelIn(survey, 'degree', degree.degree, language),
    path: [release.id, degree.institution, degree.degree].map(encodeURIComponent).join('/'),
    answered: texts.answersOf(format.count(degree.respondents), format.count(degree.target), rate),
    reliability: { sign, word: texts.reliabilityWord[sign] },
  };
}

/** A name fits in any language, so that a Finnish name is found on the Swedish page. Each word must fit. */
function fits(survey: Survey, { institution, degree }: Degree, choice: ListChoice): boolean {
  if (choice.institution !== null && institution !== choice.institution) return false;
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
