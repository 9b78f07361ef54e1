import type { BlockOwner } from '../engine/own-block.ts';
import { registerList } from '../engine/register-lists.ts';
import { findCode, type Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';

/** Whose block it is, in words: 'Aalto Mill UAS', 'Aalto Mill UAS, Bachelor of Nursing'. */
export function ownerName(survey: Survey, { institution, degree }: BlockOwner, language: Language): string {
  const name = (column: 'institution' | 'degree', code: string) =>
    findCode(registerList(survey, column), code)?.label[language] ?? code;
  return [name('institution', institution), ...(degree === null ? [] : [name('degree', degree)])].join(', ');
}

/** The address of a block's page. */
export function blockPath(survey: string, { institution, degree }: BlockOwner): string {
  return `/own-questions/${survey}/${institution}${degree === null ? '' : `/${degree}`}`;
}

/** An address in a language. */
export function inLanguage(path: string, language: Language, more: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ lang: language, ...more }).toString()}`;
}
