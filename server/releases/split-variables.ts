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
