import type { Survey } from '../engine/survey.ts';

/** The register's column by which a category divides the populations of a release. */
const GENDER = 'gender';

/**
 * The background variables that divide the populations of a release, by code: gender as the register
 * has it, and age bands, where the definition declares them.
 */
export function splitVariables({ definition }: Survey): string[] {
  return definition.background.flatMap((variable) =>
    variable.kind === 'age_band' || (variable.kind === 'category' && variable.column === GENDER) ? [variable.code] : [],
  );
}

/**
 * By what a release divides its populations, from its manifest: the keys of `cells_by_level` say it. A release that
 * was built before there were splits has none, and its later editions have none either, since they are made of it.
 *
 * In the order of the definition. Example: { cells_by_level: { nation: …, 'nation@gender': … } } → ['gender'].
 */
export function splitsOfManifest(survey: Survey, manifest: unknown): string[] {
  const levels: unknown =
    typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'cells_by_level') : {};
  const keys = typeof levels === 'object' && levels !== null ? Object.keys(levels) : [];
  return asDeclared(survey, new Set(keys.flatMap((key) => key.split('@').slice(1))));
}

/** Variables that divide populations in the order of the definition: what is counted by them depends on it. */
export function asDeclared(survey: Survey, splits: ReadonlySet<string>): string[] {
  return splitVariables(survey).filter((code) => splits.has(code));
}
