import type { Language } from '../../engine/text.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

/** What the graduate's pages say in one language. */
export type Texts = typeof fi;

/** The catalogue of each language. A key that one lacks is a compile error. */
export const TEXTS: Readonly<Record<Language, Texts>> = { fi, sv, en };
