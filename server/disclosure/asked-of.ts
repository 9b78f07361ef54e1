import type { Population } from './catalogue.ts';

/**
 * Whose graduates alone are asked a question: those of each institution that asks it, or those of one
 * of its degrees. Several owners may share a question.
 */
export type AskedOf = readonly { institution: string; degree?: string }[];

/**
 * Whether a population may be spoken of for a question of institutions' own: an institution that asks
 * it with its fields and degrees as a whole, or the one degree that does. Never nation or field, which
 * would be the same people under a wider name, nor splits.
 *
 * Example: institution_field/X0101/7 with [{ institution: 'X0101' }] → true; field/7 → false.
 */
export function isAskedOf({ level, institution, degree, split }: Population, asked: AskedOf): boolean {
  if (split !== '') return false;
  return asked.some(
    (owner) =>
      institution === owner.institution &&
      (owner.degree === undefined || (level === 'degree' && degree === owner.degree)),
  );
}
