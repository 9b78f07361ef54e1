import { loadMaps } from '../../survey-definitions/comparability.ts';
import type { Surveys } from '../../survey-definitions/index.ts';
import { diffDefinitions } from '../comparability/diff-definitions.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { askedInWords } from './asked-words.ts';
import { toDiffView, type DiffView } from './diff-view-model.ts';
import { toQuestionnaireView, type QuestionnaireView } from './questionnaire-view-model.ts';
import { toVersionsView, versionsOf, type VersionsView } from './versions-view-model.ts';

// Parsed once: a map is data of the program.
let maps: ReturnType<typeof loadMaps> | undefined;

/** Every survey with its versions. */
export function showVersions(surveys: Surveys, language: Language): VersionsView {
  return toVersionsView(surveys.all, language);
}

/** The version that an address names, or undefined. */
export function findVersion(surveys: Surveys, name: string, version: string): Survey | undefined {
  return /^[1-9]\d{0,5}$/.test(version) ? surveys.find(name, Number(version)) : undefined;
}

/** A version as it is read, with the versions it may be compared with. */
export function showQuestionnaire(surveys: Surveys, survey: Survey, language: Language): QuestionnaireView {
  const { survey: name, version } = survey.definition;
  const others = versionsOf(surveys.all, name).filter(({ definition }) => definition.version !== version);
  return toQuestionnaireView(survey, others, language);
}

/** The comparison of two versions: the same difference that `definitions diff` prints. */
export function showDiff(
  from: Survey,
  to: Survey,
  { language, everything }: { language: Language; everything: boolean },
): DiffView {
  const { survey: name, version } = from.definition;
  maps ??= loadMaps();
  const registered = maps.find(
    ({ map }) => map.survey === name && map.from === version && map.to === to.definition.version,
  );
  const sides = { from, to };
  return toDiffView({
    diff: diffDefinitions(from, to, registered?.map),
    mapFile: registered?.file ?? null,
    language,
    everything,
    who: (side, conditions) => askedInWords(sides[side], conditions, language),
  });
}
