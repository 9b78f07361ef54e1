import type { Language } from '../../engine/text.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

/** What the pages of a graduate's rights say in one language. */
export type RightsTexts = typeof fi;

/** The catalogue of each language. A key that one lacks is a compile error. */
export const RIGHTS: Readonly<Record<Language, RightsTexts>> = { fi, sv, en };
