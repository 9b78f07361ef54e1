import type { RegisteredSurvey } from '../../survey-definitions/index.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { formatsOf } from '../results/format-figures.ts';
import { definitionHash } from './definition-hash.ts';
import { DEFINITION_TEXTS, type DefinitionTexts } from './texts/index.ts';

/** A version in the list: where its questionnaire is, and what can be said of it in a line. */
export type ListedVersion = {
  href: string;
  label: string;
  facts: readonly string[];
  compare: { href: string; label: string } | null;
};
export type VersionsView = {
  t: DefinitionTexts['list'];
  surveys: readonly { code: string; title: string; versions: readonly ListedVersion[] }[];
};

/** Every survey with its versions, the newest first. */
export function toVersionsView(all: readonly RegisteredSurvey[], language: Language): VersionsView {
  const names = [...new Set(all.map(({ survey }) => survey.definition.survey))].toSorted();
  return {
    t: DEFINITION_TEXTS[language].list,
    surveys: names.map((code) => {
      const versions = versionsOf(all, code).toReversed();
      return {
        code,
        title: versions[0]?.definition.title[language] ?? code,
        versions: versions.map((survey, index) => listed(survey, versions[index + 1], language)),
      };
    }),
  };
}

/** The versions of a survey, the oldest first. */
export function versionsOf(all: readonly RegisteredSurvey[], name: string): Survey[] {
  return all
    .map(({ survey }) => survey)
    .filter(({ definition }) => definition.survey === name)
    .toSorted((one, other) => one.definition.version - other.definition.version);
}

/** What is said of a version beside its name: its day, its length, the beginning of its checksum. */
export function versionFacts({ definition, questions }: Survey, language: Language): string[] {
  const texts = DEFINITION_TEXTS[language];
  const format = formatsOf(language);
  const asked = [...questions.values()].filter(({ kind }) => kind !== 'info').length;
  return [
    definition.published === null ? texts.draft : texts.published(format.day(definition.published)),
    texts.questions(format.count(asked)),
    texts.minutes(definition.minutes.from, definition.minutes.to),
    `${texts.hash} ${definitionHash(definition).slice(0, 12)}`,
  ];
}

/** Address of the comparison of two versions. */
export function compareLink(from: Survey, to: Survey, language: Language): { href: string; label: string } {
  const [before, after] = [from.definition, to.definition];
  return {
    href: `/definitions/${after.survey}/${before.version}/${after.version}?lang=${language}`,
    label: DEFINITION_TEXTS[language].compare(before.version, after.version),
  };
}

function listed(survey: Survey, earlier: Survey | undefined, language: Language): ListedVersion {
  const { definition } = survey;
  return {
    href: `/definitions/${definition.survey}/${definition.version}?lang=${language}`,
    label: DEFINITION_TEXTS[language].version(definition.version),
    facts: versionFacts(survey, language),
    compare: earlier ? compareLink(earlier, survey, language) : null,
  };
}
