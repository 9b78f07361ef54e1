import { comparabilityMapSchema, type ComparabilityMap } from '../../server/comparability/comparability-schema.ts';
import { diffDefinitions } from '../../server/comparability/diff-definitions.ts';
import { definitionHash } from '../../server/definitions/definition-hash.ts';
import { compileSurvey, type Survey } from '../../server/engine/survey.ts';
import type { Text } from '../../server/engine/text.ts';
import { releaseFiles } from '../../server/releases/release-files.ts';
import { loadSurveys, type Surveys } from '../../survey-definitions/index.ts';
import { related } from './build-maps.ts';
import { protectedRelease, simulatedDegrees } from './build-release.ts';

// A third version of the career survey in which every option of every choice has other words and stands in
// another place, instead of the third of the program. What was answered to version 2 must not move.
const before = loadSurveys();
export const second = versionOf(before, 2);
export const third = renamed(second);
/** The register after the third version was added. */
export const withThird: Surveys = {
  ...before,
  all: [
    ...before.all.filter(({ survey }) => survey.id !== 'amk-career.v3'),
    { file: 'v3.ts', survey: third },
    { file: 'v6.ts', survey: ownThird() },
  ],
  find: (survey, version) => (survey === 'amk-career' && version === 3 ? third : before.find(survey, version)),
};
/** Degrees and answers to version 2 of an invented nation. */
export const degrees = simulatedDegrees(second, { graduates: 800, seed: 5, institutions: 3 });

/** The third version of the program, out of the way of the one here: its questions stand in the report. */
function ownThird(): Survey {
  const { definition, lists } = versionOf(before, 3);
  return compileSurvey({ ...definition, version: 6 }, lists);
}

function versionOf(surveys: Surveys, version: number): Survey {
  const survey = surveys.find('amk-career', version);
  if (!survey) throw new Error(`no version ${version}`);
  return survey;
}

function renamed({ definition, lists }: Survey): Survey {
  const next = structuredClone(definition);
  next.version = 3;
  const other = (label: Text): Text => ({
    fi: `Toisin: ${label.fi}`,
    sv: `Annat: ${label.sv}`,
    en: `Other: ${label.en}`,
  });
  for (const question of next.pages.flatMap((page) => page.questions)) {
    if (question.kind !== 'single' && question.kind !== 'multiple') continue;
    question.options.reverse();
    for (const option of question.options) option.label = other(option.label);
  }
  // Steps keep their order, which is their meaning; their words change.
  for (const step of next.scales.flatMap((scale) => scale.options)) step.label = other(step.label);
  return compileSurvey(next, lists);
}

/** What an editor declares: nothing but words and order changed. */
export function editorialMap(): ComparabilityMap {
  const diff = diffDefinitions(second, third);
  const items = diff.pages
    .flatMap(({ questions }) => questions)
    .filter(({ kind }) => kind.to !== 'info')
    .map(({ to, verdicts }) => related(to ?? '', verdicts.includes('same') ? 'identical' : 'editorial'));
  const background = diff.background.map(({ to }) => related(to ?? '', 'identical'));
  return comparabilityMapSchema.parse({ survey: 'amk-career', from: 2, to: 3, items, background, units: [] });
}

/** Every file of a release of the same answers, counted by a version. */
export const filesOf = (survey: Survey) =>
  releaseFiles(
    { survey, definitionHash: definitionHash(survey.definition), period: '2020', codeVersion: 'test' },
    protectedRelease(survey, degrees),
  );
