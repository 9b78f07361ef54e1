import type { Atom, Catalogue, Population } from './catalogue.ts';

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

/**
 * How many of each atom's respondents were asked a question: those of everybody else are 0, since that they left
 * it out is no answer of theirs. `people`: respondents by atom.
 *
 * Example: atoms of X0101 with 12 and of X0102 with 9 people, asked [{ institution: 'X0101' }] → [12, 0].
 */
export function askedPeople(
  { atoms }: Pick<Catalogue, 'atoms'>,
  people: Int32Array,
  asked: AskedOf | undefined,
): Int32Array {
  if (!asked) return people;
  const isAsked = (atom: Pick<Atom, 'institution' | 'degree'>) =>
    asked.some(
      ({ institution, degree }) => institution === atom.institution && (degree ?? atom.degree) === atom.degree,
    );
  return Int32Array.from(atoms, (atom, index) => (isAsked(atom) ? (people[index] ?? 0) : 0));
}
