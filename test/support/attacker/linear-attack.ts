import type { SafeTable } from '../../../server/disclosure/safe-table.ts';
import { createSpan } from './span.ts';
import { CELLS, membersOf, toldOf, total, truth, type AttackCell } from './told.ts';
import type { SmallDegree, SmallNation } from './world.ts';

/** With more atoms than this only groups of one and two are tried. */
const MOST_SUBSETS = 9;

/** Sums and differences of published figures: does any single out what is not published, or a small group? */
export function linearLeaks(nation: SmallNation, table: SafeTable): string[] {
  const people = nation.degrees.map(({ answers }) => answers.length);
  const populations = table.populations.map((population) => membersOf(nation, population));
  return [
    ...smallGroups('people', people, populations, 5),
    ...CELLS.flatMap((cell) => cellLeaks(nation, table, cell)),
    ...[...new Set(CELLS.map(({ question }) => question))].flatMap((question) => answerLeaks(nation, table, question)),
  ];
}

/** Counts, and "cannot say", of one cell. */
function cellLeaks(nation: SmallNation, table: SafeTable, cell: AttackCell): string[] {
  const people = nation.degrees.map(({ answers }) => answers.length);
  const answered = nation.degrees.map((degree) => total(truth(cell, degree)));
  const silent = nation.degrees.map(
    ({ answers }, index) => (answered[index] ?? 0) + answers.filter(cell.saysNothing).length,
  );
  const told = toldOf(nation, table, cell.id);
  const exact = told.filter((one) => one.cell.status === 'exact').map(({ members }) => members);
  const cannotSay = told
    .filter((one) => one.cell.status === 'exact' && one.cell.cannotSay !== null)
    .map(({ members }) => members);
  return [
    ...smallGroups(cell.id, answered, exact, cell.threshold),
    ...(cell.silent ? [] : hiddenUnits(nation, cell.id, { people, answered, least: cell.threshold }, exact)),
    ...smallGroups(`${cell.id}=_dk`, silent, cannotSay, cell.threshold),
    ...hiddenUnits(nation, `${cell.id}=_dk`, { people, answered: silent, least: cell.threshold }, cannotSay),
  ];
}

/** The number of answers to a question: every shown cell gives it away, top-coded ones too. */
function answerLeaks(nation: SmallNation, table: SafeTable, question: string): string[] {
  const cells = CELLS.filter((cell) => cell.question === question);
  const [first] = cells;
  if (!first) return [];
  const answered = nation.degrees.map((degree) => total(truth(first, degree)));
  const rows = cells.flatMap(({ id }) => toldOf(nation, table, id).map(({ members }) => members));
  return smallGroups(`n of ${question}`, answered, rows, first.threshold);
}

function smallGroups(name: string, sizes: readonly number[], rows: readonly number[][], threshold: number): string[] {
  const { atoms, span, vector } = spanOf(sizes, rows);
  const leaks: string[] = [];
  if (atoms.length > MOST_SUBSETS) {
    for (const [place, one] of atoms.entries()) {
      for (const group of [[one], ...atoms.slice(place + 1).map((other) => [one, other])]) {
        const size = total(group.map((atom) => sizes[atom] ?? 0));
        if (size < threshold && span.has(vector(group))) leaks.push(`${name}: group ${group.join('+')} of ${size}`);
      }
    }
    return leaks;
  }
  for (let mask = 1; mask < 2 ** atoms.length; mask += 1) {
    const group = atoms.filter((_atom, bit) => Math.floor(mask / 2 ** bit) % 2 === 1);
    const size = total(group.map((atom) => sizes[atom] ?? 0));
    if (size < threshold && span.has(vector(group))) leaks.push(`${name}: group ${group.join('+')} of ${size}`);
  }
  return leaks;
}

/** Of a part of a unit, so many must answer before it may be told. */
const ENOUGH_OF_PART = 10;

/**
 * Units that are not published and yet follow from what is. Here nobody knows who left a question
 * out; the certainty attack looks at what follows for somebody who does. Where units are published in parts (the
 * women of a field), a unit may follow from its parts, or a part from others: that gives something away where too few
 * answered, and else nothing.
 */
function hiddenUnits(
  nation: SmallNation,
  name: string,
  { people, answered, least }: { people: readonly number[]; answered: readonly number[]; least: number },
  rows: readonly number[][],
): string[] {
  const { span, vector } = spanOf(people, rows);
  const shown = new Set(rows.map((members) => members.join()));
  const ways: ((degree: SmallDegree) => string)[] = [
    () => '',
    ({ field }) => field,
    ({ institution }) => institution,
    ({ field, institution }) => `${field}/${institution}`,
    ({ degree, institution }) => `${degree}/${institution}`,
    ({ degree }) => degree,
  ];
  const bySplit = (degree: SmallDegree): string => degree.values?.[0]?.join() ?? '';
  const all = [...nation.degrees.keys()];
  const groupsBy = (way: (degree: SmallDegree) => string): number[][] => [
    ...Map.groupBy(all, (index) => {
      const degree = nation.degrees[index];
      return degree ? way(degree) : '';
    }).values(),
  ];
  const isDivided = nation.degrees.some((degree) => bySplit(degree) !== '');
  const areFew = (unit: readonly number[], enough: number): boolean =>
    total(unit.map((index) => answered[index] ?? 0)) < enough;
  const units = ways.flatMap((way) => [
    ...groupsBy(way).filter((unit) => !isDivided || areFew(unit, least)),
    ...groupsBy((degree) => `${way(degree)}@${bySplit(degree)}`).filter((part) => areFew(part, ENOUGH_OF_PART)),
  ]);
  return units
    .filter((unit) => !shown.has(unit.join()) && vector(unit).some((entry) => entry > 0) && span.has(vector(unit)))
    .map((unit) => `${name}: hidden unit ${unit.join('+')}`);
}

/** Degrees without answers add nothing to anything: they are no part of the system. */
function spanOf(sizes: readonly number[], rows: readonly number[][]) {
  const atoms = sizes.flatMap((size, index) => (size > 0 ? [index] : []));
  const vector = (members: readonly number[]): number[] => atoms.map((atom) => (members.includes(atom) ? 1 : 0));
  const span = createSpan();
  for (const members of rows) span.add(vector(members));
  return { atoms, span, vector };
}
