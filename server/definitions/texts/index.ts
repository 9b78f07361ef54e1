import type { Language } from '../../engine/text.ts';
import type { DefinitionTexts } from './definition-texts.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { DefinitionTexts } from './definition-texts.ts';

/** Words of the pages of definitions, by language. */
export const DEFINITION_TEXTS: Readonly<Record<Language, DefinitionTexts>> = { fi, sv, en };
