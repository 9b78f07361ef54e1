import type { Language } from '../engine/text.ts';

/** Where the form is. */
export const FORM = '/accessibility/feedback';

/** Address of the form. `institution`: who should answer, chosen beforehand; nothing of a person stands in it. */
export function feedbackPath(language: Language, institution: string | null): string {
  return `${FORM}?lang=${language}${institution ? `&to=${encodeURIComponent(institution)}` : ''}`;
}
