import type { Level } from './safe-table.ts';

/** Respondents whom no division of the catalogue tells apart, with the key under which they are counted. */
export type Atom = {
  key: string;
  institution: string;
  degree: string;
  /** Value of each split, in the order of the catalogue's splits. */
  values: readonly string[];
  /** Whether they belong to this release; false for people of earlier ones only (2.8, windows). */
  current: boolean;
  /** Years of the round that counted them, where atoms of several stand side by side. */
  round?: string;
};

/** How many people a round was sent to: of a degree at an institution, or of one value of a split there. */
export type Target = { institution: string; degree: string; split: string; split_value: string; target: number };

export type CatalogueLevel = Exclude<Level, 'others'>;

/** A population that a release may speak of: who belongs to it is settled before anybody answers. */
export type Population = {
  key: string;
  level: CatalogueLevel;
  institution: string;
  field: string;
  degree: string;
  split: string;
  splitValue: string;
  /** N: size of the target population. */
  target: number;
  /** Indexes of its atoms, ascending. */
  atoms: readonly number[];
  /** Populations that make it up, each way apart: nation → fields, nation → institutions, total → values of a split. */
  parts: readonly (readonly number[])[];
  /** Years of the rounds whose people it holds together; absent for those of one round. */
  window?: string;
};

export type Catalogue = {
  splits: readonly string[];
  atoms: readonly Atom[];
  /** In order of keys. */
  populations: readonly Population[];
  indexOf: ReadonlyMap<string, number>;
  /** Field of education by degree code. */
  fieldOf: ReadonlyMap<string, string>;
  /** Levels at which questions that everybody is asked may be shown. */
  commonLevels: readonly CatalogueLevel[];
};

export type CatalogueFacts = {
  splits: readonly string[];
  targets: readonly Target[];
  atoms: readonly Atom[];
  fieldOf: ReadonlyMap<string, string>;
  /** Whether an institution's degrees are split too: an opt-in for windows of several rounds. */
  degreeSplits?: boolean;
  /** Levels of the catalogue. Without them, all. */
  levels?: readonly CatalogueLevel[];
  /** Levels at which questions that everybody is asked may be shown. Without them, all of the catalogue. */
  commonLevels?: readonly CatalogueLevel[];
};

const ALL_LEVELS = [
  'nation',
  'field',
  'institution',
  'institution_field',
  'degree',
  'degree_national',
] as const satisfies readonly CatalogueLevel[];

const LEVELS_OF_SPLITS: readonly CatalogueLevel[] = ['nation', 'field', 'institution', 'institution_field'];

type Place = Pick<Population, 'level' | 'institution' | 'field' | 'degree'>;
type Draft = Omit<Population, 'parts' | 'atoms'> & { atoms: number[] };

/** 'nation', 'institution_field/02467/7', 'field/7@gender=female': the one name of a population. */
export function populationKey(
  { level, institution, field, degree }: Place,
  split: string = '',
  splitValue: string = '',
): string {
  const codes = {
    nation: [],
    field: [field],
    institution: [institution],
    institution_field: [institution, field],
    degree: [institution, degree],
    degree_national: [degree],
  } satisfies Record<CatalogueLevel, string[]>;
  const key = [level, ...codes[level]].join('/');
  return split === '' ? key : `${key}@${split}=${splitValue}`;
}

/**
 * The fixed catalogue of populations over the atoms: nation, fields, institutions, institutions by
 * field, degrees, the same degree at all institutions (where two have it at least), and one split at a
 * time of all but degrees. In order of codes, whatever the order of targets and atoms. Throws for a
 * degree without a field of education.
 *
 * Example: one entry of degree 671101 at 02467, field 7 → nation, field/7, institution/02467,
 * institution_field/02467/7 and degree/02467/671101, all with its target.
 */
export function makeCatalogue(facts: CatalogueFacts): Catalogue {
  const drafts = new Map<string, Draft>();
  const shared = sharedDegrees(facts.targets);
  for (const { institution, degree, split, split_value, target } of facts.targets) {
    for (const place of placesOf(facts, shared, { institution, degree })) {
      if (!isOffered(facts, place.level, split)) continue;
      const key = populationKey(place, split, split_value);
      const draft = drafts.get(key) ?? { key, ...place, split, splitValue: split_value, target: 0, atoms: [] };
      draft.target += target;
      drafts.set(key, draft);
    }
  }
  const atoms = facts.atoms.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (const [index, atom] of atoms.entries()) {
    if (!atom.current) continue;
    for (const place of placesOf(facts, shared, atom)) {
      drafts.get(populationKey(place))?.atoms.push(index);
      for (const [number, split] of facts.splits.entries()) {
        drafts.get(populationKey(place, split, atom.values[number]))?.atoms.push(index);
      }
    }
  }
  const commonLevels = facts.commonLevels ?? facts.levels ?? ALL_LEVELS;
  return { splits: facts.splits, atoms, ...withParts([...drafts.values()]), fieldOf: facts.fieldOf, commonLevels };
}

function isOffered(
  { splits, degreeSplits, levels = ALL_LEVELS }: CatalogueFacts,
  level: CatalogueLevel,
  split: string,
): boolean {
  if (!levels.includes(level)) return false;
  if (split === '') return true;
  if (!splits.includes(split)) return false;
  return LEVELS_OF_SPLITS.includes(level) || (degreeSplits === true && level === 'degree');
}

function sharedDegrees(targets: readonly Target[]): ReadonlySet<string> {
  const institutions = new Map<string, Set<string>>();
  for (const { institution, degree } of targets) {
    institutions.set(degree, (institutions.get(degree) ?? new Set()).add(institution));
  }
  return new Set([...institutions].filter(([, at]) => at.size > 1).map(([degree]) => degree));
}

function placesOf(
  { fieldOf }: CatalogueFacts,
  shared: ReadonlySet<string>,
  { institution, degree }: { institution: string; degree: string },
): Place[] {
  const field = fieldOf.get(degree);
  if (!field) throw new Error(`the degree "${degree}" has no field of education`);
  const none = { institution: '', field: '', degree: '' };
  const places: Place[] = [
    { ...none, level: 'nation' },
    { ...none, level: 'field', field },
    { ...none, level: 'institution', institution },
    { ...none, level: 'institution_field', institution, field },
    { level: 'degree', institution, field, degree },
  ];
  return shared.has(degree) ? [...places, { ...none, level: 'degree_national', field, degree }] : places;
}

function withParts(drafts: readonly Draft[]): Pick<Catalogue, 'populations' | 'indexOf'> {
  const ordered = drafts.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const indexOf = new Map(ordered.map(({ key }, index) => [key, index]));
  const splits = [...new Set(ordered.map(({ split }) => split))].toSorted();
  const parts = ordered.map((): number[][] => []);
  const add = (parent: string, way: number, child: number): void => {
    const of = parts[indexOf.get(parent) ?? -1];
    if (of) (of[way] ??= []).push(child);
  };
  for (const [index, draft] of ordered.entries()) {
    const { split, splitValue } = draft;
    const up = (place: Place): string => populationKey(place, split, splitValue);
    const none = { institution: '', field: '', degree: '' };
    const { level, institution, field, degree } = draft;
    if (level === 'field') add(up({ ...none, level: 'nation' }), 0, index);
    if (level === 'institution') add(up({ ...none, level: 'nation' }), 1, index);
    if (level === 'institution_field') {
      add(up({ ...none, level: 'field', field }), 0, index);
      add(up({ ...none, level: 'institution', institution }), 0, index);
    }
    if (level === 'degree') {
      const between = up({ ...none, level: 'institution_field', institution, field });
      const parents = indexOf.has(between)
        ? [between]
        : [up({ ...none, level: 'field', field }), up({ ...none, level: 'institution', institution })];
      for (const parent of parents) add(parent, 0, index);
      add(up({ ...none, level: 'degree_national', degree }), 0, index);
    }
    if (split !== '') add(populationKey(draft), 2 + splits.indexOf(split), index);
  }
  const populations = ordered.map((draft, index) => ({ ...draft, parts: (parts[index] ?? []).filter(Boolean) }));
  return { populations, indexOf };
}
