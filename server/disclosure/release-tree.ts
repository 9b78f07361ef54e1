import type { Level } from './safe-table.ts';

/** A population of the catalogue and those that make it up. The root is the nation. */
export type ReleaseUnit = {
  key: string;
  level: Extract<Level, 'nation' | 'field' | 'degree'>;
  institution: string;
  field: string;
  degree: string;
  /** N: size of the target population. */
  target: number;
  children: readonly ReleaseUnit[];
};

/** How many people of a degree at an institution the round was sent to. */
export type DegreeTarget = { institution: string; degree: string; target: number };

export const NATION = 'nation';

/**
 * The tree nation → field → degree (a degree is an institution's) with its target counts.
 * `fieldOf` gives a degree's field of education. Several entries of one degree are added up, so
 * that a finer catalogue can be handed over as it is. In order of codes, whatever the order of
 * `targets`. Throws for a degree without a field.
 *
 * Example: one entry of field 7 → nation, 'field/7' and 'degree/02467/671101', all with its target.
 */
export function releaseTree(targets: readonly DegreeTarget[], fieldOf: ReadonlyMap<string, string>): ReleaseUnit {
  const byField = new Map<string, Map<string, ReleaseUnit>>();
  for (const { institution, degree, target } of targets) {
    const field = fieldOf.get(degree);
    if (!field) throw new Error(`the degree "${degree}" has no field of education`);
    const key = `degree/${institution}/${degree}`;
    const degrees = byField.get(field) ?? new Map<string, ReleaseUnit>();
    const known = degrees.get(key)?.target ?? 0;
    degrees.set(key, { key, level: 'degree', institution, field, degree, target: known + target, children: [] });
    byField.set(field, degrees);
  }
  const fields = [...byField].map(([field, degrees]) =>
    parentOf(`field/${field}`, 'field', field, [...degrees.values()]),
  );
  return parentOf(NATION, 'nation', '', fields);
}

/**
 * The populations that a person of an institution's degree belongs to, widest first; undefined for
 * a degree outside the tree. Example: ('02467', '671101') → ['nation', 'field/7', 'degree/02467/671101'].
 */
export function populationKeys(
  nation: ReleaseUnit,
): (institution: string, degree: string) => readonly string[] | undefined {
  const paths = new Map(
    nation.children.flatMap((field) => field.children.map(({ key }) => [key, [nation.key, field.key, key]] as const)),
  );
  return (institution, degree) => paths.get(`degree/${institution}/${degree}`);
}

/** Every population of the tree, parents before children. */
export function unitsOf(root: ReleaseUnit): ReleaseUnit[] {
  return [root, ...root.children.flatMap(unitsOf)];
}

function parentOf(
  key: string,
  level: 'nation' | 'field',
  field: string,
  children: readonly ReleaseUnit[],
): ReleaseUnit {
  const target = children.reduce((total, child) => total + child.target, 0);
  return { key, level, institution: '', field, degree: '', target, children: children.toSorted(byKey) };
}

function byKey(a: ReleaseUnit, b: ReleaseUnit): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
