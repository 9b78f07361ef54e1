import { z } from 'zod';

/** The languages of every survey, page and report, in the order in which they are offered. */
export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export const languageSchema = z.enum(LANGUAGES);
export type Language = z.infer<typeof languageSchema>;

/** One text in all languages. A blank or missing language is found by the schema or the checker. */
export const textSchema = z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() });
export type Text = z.infer<typeof textSchema>;
