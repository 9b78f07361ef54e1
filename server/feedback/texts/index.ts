import type { Language } from '../../engine/text.ts';
import { en, type FeedbackTexts } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { FeedbackTexts } from './en.ts';

/** What the pages of feedback on accessibility say. */
export const FEEDBACK: Readonly<Record<Language, FeedbackTexts>> = { fi, sv, en };
