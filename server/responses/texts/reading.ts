import type { Language } from '../../engine/text.ts';
import { readingEn } from './reading-en.ts';
import { readingFi } from './reading-fi.ts';
import type { ReadingTexts } from './reading-page.ts';
import { readingSv } from './reading-sv.ts';

/** The pages that are only read, in each language. */
export const READING: Readonly<Record<Language, ReadingTexts>> = { fi: readingFi, sv: readingSv, en: readingEn };
