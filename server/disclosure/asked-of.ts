import type { Population } from './catalogue.ts';

/** Whose graduates alone are asked a question: an institution's, or those of one of its degrees. */
export type AskedOf = { institution: string; degree?: string };

/**
 * Whether a population may be spoken of for a question of an institution's own: the institution, its
 * fields and its degrees as a whole, or the one degree. Never nation or field, which would be the
 * same people under a wider name, nor splits.
 */
export function isAskedOf({ level, institution, degree, split }: Population, asked: AskedOf): boolean {
  if (institution !== asked.institution || split !== '') return false;
  if (asked.degree === undefined) return true;
  return level === 'degree' && degree === asked.degree;
}
