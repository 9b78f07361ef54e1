import { makeCatalogue, type Atom, type Catalogue } from '../../server/disclosure/catalogue.ts';

/** The catalogue of degrees without splits: each is one atom, counted under 'institution/degree'. */
export function degreeCatalogue(
  degrees: readonly { institution: string; degree: string; target: number }[],
  fieldOf: ReadonlyMap<string, string>,
): Catalogue {
  const atoms = degrees.map(({ institution, degree }): Atom => ({
    key: `${institution}/${degree}`,
    institution,
    degree,
    values: [],
    current: true,
  }));
  const targets = degrees.map(({ institution, degree, target }) => ({
    institution,
    degree,
    target,
    split: '',
    split_value: '',
  }));
  return makeCatalogue({ splits: [], targets, atoms, fieldOf });
}
