import type { BackgroundVariable } from '../definition.ts';
import type { Survey } from '../survey.ts';

/** Codes that a background variable can have. Empty for a list that does not exist. */
export function backgroundValues(survey: Survey, variable: BackgroundVariable): string[] {
  switch (variable.kind) {
    case 'codelist':
      return (survey.lists.get(variable.list)?.codes ?? []).map(({ code }) => code);
    case 'category':
      return [...variable.categories.map(({ code }) => code), variable.missing];
    case 'age_band':
      return [...variable.bands.map(({ code }) => code), variable.missing];
    default:
      return variable satisfies never;
  }
}

/** The background variable of that code, or undefined. */
export function backgroundVariable(survey: Survey, code: string): BackgroundVariable | undefined {
  return survey.definition.background.find((variable) => variable.code === code);
}
