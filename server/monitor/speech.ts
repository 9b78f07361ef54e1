import type { Acting } from '../accounts/acting-for.ts';
import { registerList } from '../engine/register-lists.ts';
import { findCode, type Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import type { Speech } from './monitor-view-model.ts';

/** Whether an institution is one of those that a survey knows. */
export function hasInstitution(survey: Survey, institution: string): boolean {
  return findCode(registerList(survey, 'institution'), institution) !== undefined;
}

/** What words need on the page of somebody. */
export function speechOf(
  { language, survey, acting }: { language: Language; survey: Survey; acting: Pick<Acting, 'institution'> },
  { zone, hrefOf }: Pick<Speech, 'zone' | 'hrefOf'>,
): Speech {
  const list = registerList(survey, acting.institution === '' ? 'institution' : 'degree');
  const variables = survey.definition.background.flatMap((one) => (one.kind === 'category' ? [one] : []));
  return {
    language,
    zone,
    names: {
      group: (code) => findCode(list, code)?.label[language] ?? code,
      category: (variable, code) => {
        const found = variables.find((one) => one.code === variable);
        const category = found?.categories.find((one) => one.code === code);
        return category?.label[language] ?? code;
      },
    },
    hrefOf,
  };
}
