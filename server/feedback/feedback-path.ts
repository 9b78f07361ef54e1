import type { Language } from '../engine/text.ts';

/** Address of the form. `institution`: who should answer, chosen beforehand; nothing of a person stands in it. */
export function feedbackPath(language: Language, institution: string | null): string {
  return `/accessibility/feedback?lang=${language}${institution ? `&to=${encodeURIComponent(institution)}` : ''}`;
}
