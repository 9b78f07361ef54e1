import type { Language } from '../../engine/text.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type EarlierTexts = typeof fi;

/** The catalogue of each language. A key that one lacks is a compile error. */
export const EARLIER: Readonly<Record<Language, EarlierTexts>> = { fi, sv, en };
