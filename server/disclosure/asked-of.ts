import type { Catalogue, Population } from './catalogue.ts';

/**
 * Whose graduates alone are asked a question: those of each institution that asks it, or those of one
 * of its degrees. Several owners may share a question.
 */
export type AskedOf = readonly { institution: string; degree?: string }[];

/**
 * Whether a population may be spoken of for a question of institutions' own: an institution that asks
 * it with its degrees as a whole, or the one degree that does. Never nation or field, which would be the
 * same people under a wider name, nor splits.
 *
 * Example: degree/X0101/671112 with [{ institution: 'X0101' }] → true; field/7 → false.
 */
function isAskedOf({ level, institution, degree, split }: Population, asked: AskedOf): boolean {
  if (split !== '') return false;
  return asked.some(
    (owner) =>
      institution === owner.institution &&
      (owner.degree === undefined || (level === 'degree' && degree === owner.degree)),
  );
}

/**
 * Whether a question may be shown of a population at all: what everybody is asked at the common levels, an own
 * question of those alone who are asked it. `asked` is absent for a question that everybody is asked.
 *
 * Example: of institution/X0101 with asked [{ institution: 'X0101' }] → true; without asked, in the tree of
 * nation, field and degree → false.
 */
export function isOfferedIn(
  { commonLevels }: Pick<Catalogue, 'commonLevels'>,
  population: Population,
  asked: AskedOf | undefined,
): boolean {
  return asked ? isAskedOf(population, asked) : commonLevels.includes(population.level);
}
