import type { Population } from './catalogue.ts';
import type { Certain } from './certain-answers.ts';
import { rankOf } from './layer.ts';
import type { Solved } from './solve-layer.ts';

/** What may be hidden at a step: units shown so far that hold the atom, or lie near it. */
type Step = (near: Near) => readonly number[];
type Near = { solved: Solved; certain: Certain; holding: readonly number[]; shown: readonly number[] };

/** Fields and institutions. */
const BACKBONE = 1;
/** So many times more degrees are hidden to keep one company, before totals that all reports need. */
const MOST_COMPANY = 20;

/**
 * The ladder of totals, from what costs least: bounds, then the institution's field and the same degree
 * elsewhere, the degree, company for it among other degrees, the institution or the field, whichever is smaller,
 * then the other, and in the end everything that holds the people whose answer would be certain: the nation,
 * which every report is compared with.
 */
const LADDER: readonly Step[] = [
  ({ solved, holding }) => holding.filter((unit) => solved.standings[unit] === 'bounded'),
  (near) => totalsWhere(near, ({ level }) => level === 'institution_field' || level === 'degree_national'),
  (near) => totalsWhere(near, ({ level }) => level === 'degree'),
  ...Array.from({ length: MOST_COMPANY }, () => company),
  smallestBackbone,
  smallestBackbone,
  ({ holding }) => holding,
];

/**
 * The units to hide for what would be certain: for each atom the next step of the ladder that has any.
 * `stages` remembers how far an atom has come. Never empty while an atom that is certain is held by a
 * shown unit, so that repeating it ends.
 */
export function repairs(
  solved: Solved,
  hidden: ReadonlySet<number>,
  certain: readonly Certain[],
  stages: Map<number, number>,
): number[] {
  const shown = solved.standings.flatMap((standing, unit) => (standing === 'silent' || hidden.has(unit) ? [] : [unit]));
  const found = new Set<number>();
  for (const one of certain) {
    const holding = shown.filter((unit) => solved.layer.units[unit]?.atoms.includes(one.atom));
    let stage = stages.get(one.atom) ?? 0;
    let more: readonly number[] = [];
    while (more.length === 0 && stage < LADDER.length) {
      more = LADDER[stage]?.({ solved, certain: one, holding, shown }) ?? [];
      stage += 1;
    }
    stages.set(one.atom, Math.min(stage, LADDER.length - 1));
    for (const unit of more) found.add(unit);
  }
  return [...found];
}

/** The smallest other degree shown at the institution, and the smallest of the field. */
function company(near: Near): number[] {
  const place = placeOf(near);
  const degrees = near.shown.filter((unit) => !near.holding.includes(unit) && near.solved.standings[unit] === 'exact');
  const smallestWhere = (is: (population: Population) => boolean): number[] =>
    degrees
      .filter((unit) => populationsOf(near, unit).some((one) => one.level === 'degree' && one.split === '' && is(one)))
      .toSorted((a, b) => (near.solved.layer.units[a]?.n ?? 0) - (near.solved.layer.units[b]?.n ?? 0) || a - b)
      .slice(0, 1);
  return [
    ...smallestWhere(({ institution }) => institution === place?.institution),
    ...smallestWhere(({ field }) => field === place?.field),
  ];
}

/** Of the institution and the field that hold the people in question, the smaller one that is shown. */
function smallestBackbone({ solved: { layer }, holding }: Near): number[] {
  const size = (unit: number): number => layer.units[unit]?.n ?? 0;
  return holding
    .filter((unit) => layer.units[unit]?.rank === BACKBONE)
    .toSorted((a, b) => size(a) - size(b) || a - b)
    .slice(0, 1);
}

function totalsWhere(near: Near, is: (population: Population) => boolean): number[] {
  return near.holding.filter((unit) => {
    const totals = populationsOf(near, unit).filter(({ split }) => split === '');
    return totals.some(is) && totals.every((population) => rankOf(population) > BACKBONE);
  });
}

function populationsOf({ solved: { layer } }: Near, unit: number): Population[] {
  return (layer.units[unit]?.members ?? []).flatMap((member) => layer.catalogue.populations[member] ?? []);
}

function placeOf({ solved: { layer }, certain }: Near): { institution: string; field: string } | null {
  const atom = layer.catalogue.atoms[certain.atom];
  return atom ? { institution: atom.institution, field: layer.catalogue.fieldOf.get(atom.degree) ?? '' } : null;
}
