import type { Population } from './catalogue.ts';
import type { Certain } from './certain-answers.ts';
import { isSplitRank, rankOf } from './layer.ts';
import type { Solved } from './solve-layer.ts';

/** What may be hidden at a step: units shown so far that hold the atom, or lie near it. */
type Step = (near: Near) => readonly number[];
type Near = { solved: Solved; certain: Certain; holding: readonly number[]; shown: readonly number[] };

/** So many times more degrees are hidden to keep one company, before totals that all reports need. */
const MOST_COMPANY = 20;

/**
 * The ladder, from what costs least: two splits at a time, then bounds, then the splits of the same
 * institution and field, of the institution, of the field, then totals of the degree, then company for
 * it among other degrees, and in the end everything that holds the people whose answer would be certain.
 */
const LADDER: readonly Step[] = [
  leastSplits,
  leastSplits,
  ({ solved, holding }) => holding.filter((unit) => solved.standings[unit] === 'bounded'),
  (near) => splitsWhere(near, ({ level }) => level === 'institution_field' || level === 'degree', near.holding),
  (near) => splitsWhere(near, ({ institution }) => institution === placeOf(near)?.institution),
  (near) => splitsWhere(near, ({ field }) => field === placeOf(near)?.field),
  (near) => totalsWhere(near, ({ level }) => level === 'institution_field' || level === 'degree_national'),
  (near) => totalsWhere(near, ({ level }) => level === 'degree'),
  ...Array.from({ length: MOST_COMPANY }, () => company),
  (near) => splitsWhere(near, () => true, near.holding),
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

/**
 * The two splits that do most to rule other answers out: nobody in them gave these, and few other figures
 * say so; then those nearest to saturated with the answer, the narrowest, the smallest.
 */
function leastSplits({ solved: { layer, standings }, certain, holding }: Near): number[] {
  const counts = (unit: number): readonly number[] => layer.counts[layer.units[unit]?.members[0] ?? -1] ?? [];
  const exact = holding.filter((unit) => standings[unit] === 'exact');
  const width = layer.counts[0]?.length ?? 0;
  const witnesses = Array.from(
    { length: width },
    (_, answer) => exact.filter((unit) => counts(unit)[answer] === 0).length,
  );
  const weight = (unit: number): number =>
    witnesses.reduce((total, of, answer) => total + (of > 0 && counts(unit)[answer] === 0 ? 1 / of : 0), 0);
  const others = (unit: number): number => (layer.units[unit]?.n ?? 0) - (counts(unit)[certain.answer] ?? 0);
  const rank = (unit: number): number => layer.units[unit]?.rank ?? 0;
  return exact
    .filter((unit) => isSplitRank(rank(unit)))
    .toSorted((a, b) => weight(b) - weight(a) || others(a) - others(b) || rank(b) - rank(a) || b - a)
    .slice(0, 2);
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

function splitsWhere(
  near: Near,
  is: (population: Population) => boolean,
  among: readonly number[] = near.shown,
): number[] {
  return among.filter(
    (unit) => populationsOf(near, unit).every(({ split }) => split !== '') && populationsOf(near, unit).some(is),
  );
}

function totalsWhere(near: Near, is: (population: Population) => boolean): number[] {
  return near.holding.filter((unit) => {
    const totals = populationsOf(near, unit).filter(({ split }) => split === '');
    return totals.some(is) && totals.every((population) => rankOf(population) > 1);
  });
}

function populationsOf({ solved: { layer } }: Near, unit: number): Population[] {
  return (layer.units[unit]?.members ?? []).flatMap((member) => layer.catalogue.populations[member] ?? []);
}

function placeOf({ solved: { layer }, certain }: Near): { institution: string; field: string } | null {
  const atom = layer.catalogue.atoms[certain.atom];
  return atom ? { institution: atom.institution, field: layer.catalogue.fieldOf.get(atom.degree) ?? '' } : null;
}
