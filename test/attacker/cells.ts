import type { QuestionFacts } from './input.ts';
import type { Atom, World } from './atoms.ts';
import type { Register } from './register.ts';
import type { Told } from './told.ts';

/** What one row of a cell says: whose answers, and how many of them fell where. */
export type Statement = { members: readonly number[]; told: Told };

/** A question, an option or a part of a pair, with everything that is told of it anywhere. */
export type Cell = {
  id: string;
  item: string;
  /** Fewest answers of anything that is told of it. */
  threshold: number;
  /** Categories. Of several choices: the option, and '' for "not chosen". Empty when no counts are told. */
  places: readonly string[];
  statements: readonly Statement[];
  /** Answers of each atom. */
  sizes: readonly number[];
  /** True counts of each atom, by place; null where answers cannot be placed. */
  truth: readonly (readonly number[])[] | null;
  /** "Cannot say" only: rows that tell the number of answers. */
  answered?: readonly Statement[];
};

const SILENT = '_dk';

/** All cells that the tables speak of, "cannot say" as a cell of its own. */
export function makeCells(
  world: World,
  register: Register,
  told: readonly Told[],
  questions: readonly QuestionFacts[],
): Cell[] {
  const groups = new Map<string, Told[]>();
  for (const one of told) {
    const id = one.option === '' ? one.item : `${one.item}/${one.option}`;
    const group = groups.get(id);
    if (group) group.push(one);
    else groups.set(id, [one]);
  }
  const columns = new Set(register.columns);
  return [...groups].flatMap(([id, rows]) => {
    const facts = questions.find(({ item }) => item === id.split(/[/.]/)[0]);
    const main = makeCell(world, { id, rows, columns, facts });
    const silent = rows.filter((one) => one.silent !== null);
    return silent.length === 0 ? [main] : [main, silentCell(world, main, silent)];
  });
}

type Source = { id: string; rows: readonly Told[]; columns: ReadonlySet<string>; facts: QuestionFacts | undefined };

function makeCell(world: World, { id, rows, columns, facts }: Source): Cell {
  const [first] = rows;
  if (!first) throw new Error('a cell without rows');
  const counted = rows.flatMap(({ counts }) => [...counts.keys()]);
  const bounded = rows.flatMap(({ bound }) => (bound ? [bound.category] : []));
  const hasQuartiles = rows.some(({ measures }) => measures.has('quartile1'));
  const places = first.option === '' ? [...new Set([...counted, ...bounded])] : [first.option, ''];
  const answerOf = reader(first, columns);
  const placeOf = (answer: string): number =>
    first.option === ''
      ? places.indexOf(facts?.groups?.[answer] ?? answer)
      : answer.split('|').includes(first.option)
        ? 0
        : 1;
  const count = counter(placeOf, answerOf, hasQuartiles ? [] : places);
  const counts = world.atoms.map(count);
  return {
    id,
    item: first.item,
    threshold: (facts?.sensitive ?? hasQuartiles) ? 10 : 5,
    places: hasQuartiles ? [] : places,
    statements: statementsOf(world, rows, counts),
    sizes: counts.map(({ size }) => size),
    truth: counts.every(({ lost }) => lost === 0) && places.length > 0 ? counts.map(({ row }) => row) : null,
  };
}

type Counted = { size: number; row: number[]; lost: number };

function counter(
  placeOf: (answer: string) => number,
  answerOf: (said: Readonly<Record<string, string>>) => string | null,
  places: readonly string[],
): (atom: Atom) => Counted {
  return ({ people }) => {
    const row = places.map(() => 0);
    let [size, lost] = [0, 0];
    for (const { said } of people) {
      const answer = answerOf(said);
      if (answer === null) continue;
      size += 1;
      const place = placeOf(answer);
      if (place < 0 || place >= row.length) lost += 1;
      else row[place] = (row[place] ?? 0) + 1;
    }
    return { size, row, lost };
  };
}

/** The answer to a cell, or null. Parts of a pair count where both parts are answered. */
function reader(
  { item }: Told,
  columns: ReadonlySet<string>,
): (said: Readonly<Record<string, string>>) => string | null {
  const pair = columns.has(`${item}.importance`) ? item : item.replace(/\.(importance|development)$/, '');
  if (!columns.has(`${pair}.importance`)) return (said) => answer(said[item]);
  return (said) => {
    const both = [answer(said[`${pair}.importance`]), answer(said[`${pair}.development`])];
    if (typeof both[0] !== 'string' || typeof both[1] !== 'string') return null;
    if (pair === item) return String(Number(both[0]) - Number(both[1]));
    return item.endsWith('.importance') ? both[0] : both[1];
  };
}

function answer(text: string | undefined): string | null {
  return text === undefined || text === '' || text === SILENT ? null : text;
}

/** A later edition may let an old figure stand: then it says no more than it did. */
function statementsOf(world: World, rows: readonly Told[], counts: readonly Counted[]): Statement[] {
  const earlier = new Map<string, Statement[]>();
  return rows.flatMap((told) => {
    const before = earlier.get(told.population.key) ?? [];
    const members = world.membersOf(told.population).filter((atom) => (counts[atom]?.size ?? 0) > 0);
    const statement = { members, told };
    const stands = before.some((old) => saysTheSame(old.told, told) && sum(old.members, counts) === told.n);
    if (stands && sum(members, counts) !== told.n) return [];
    earlier.set(told.population.key, [...before, statement]);
    return [statement];
  });
}

function sum(members: readonly number[], counts: readonly Counted[]): number {
  return members.reduce((total, atom) => total + (counts[atom]?.size ?? 0), 0);
}

function saysTheSame(a: Told, b: Told): boolean {
  return a.rows.length === b.rows.length && a.rows.every((row, index) => row === b.rows[index]);
}

/** "Cannot say" beside the answers. How many of an atom did either is not known to be known. */
function silentCell(world: World, { item, threshold, id, sizes, statements }: Cell, rows: readonly Told[]): Cell {
  const silent = world.atoms.map(({ people }) => people.filter(({ said }) => said[item] === SILENT).length);
  const truth = silent.map((count, atom) => [count, sizes[atom] ?? 0]);
  const together = truth.map(([count = 0, answers = 0]) => count + answers);
  const spoken = ({ population }: Told) => world.membersOf(population).filter((atom) => (together[atom] ?? 0) > 0);
  return {
    id: `${id}=${SILENT}`,
    item,
    threshold,
    places: [SILENT, ''],
    statements: rows.map((told) => ({
      members: spoken(told),
      told: {
        ...told,
        n: (told.n ?? 0) + (told.silent ?? 0),
        counts: new Map([[SILENT, told.silent ?? 0]]),
        measures: new Map(),
        bound: null,
      },
    })),
    sizes: together,
    truth,
    // Who of them could not say is what is to be found out, so that all people of a population count.
    answered: statements.flatMap(({ told }) => (told.n === null ? [] : [{ members: spoken(told), told }])),
  };
}
