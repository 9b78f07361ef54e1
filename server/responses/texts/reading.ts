import type { Language } from '../../engine/text.ts';
import { feedbackPath } from '../../feedback/feedback-path.ts';
import { ACCESSIBILITY_RESULTS } from '../../trust/accessibility-results.ts';
import { fullDate } from '../dates.ts';
import { readingEn } from './reading-en.ts';
import { readingFi } from './reading-fi.ts';
import type { ReadingPage, ReadingTexts } from './reading-page.ts';
import { readingSv } from './reading-sv.ts';

/** The pages that are only read, in each language. */
export const READING: Readonly<Record<Language, ReadingTexts>> = { fi: readingFi, sv: readingSv, en: readingEn };

/** The accessibility statement, from the results of the last check of the pages. Feedback goes to the reader's institution. */
export function accessibilityStatement(language: Language, institution: string | null): ReadingPage {
  const { checked_on, every_combination: everyCombination, ...results } = ACCESSIBILITY_RESULTS;
  const date = fullDate(checked_on, language);
  const feedback = feedbackPath(language, institution);
  return READING[language].accessibility({ ...results, everyCombination, date, feedback });
}
