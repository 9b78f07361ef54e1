import type { ExchangeIndex } from './exchange-index.ts';
import { restored, type Budget, type Changed } from './exchange-search.ts';

/** A world that was found while less was published: who changed, by the atoms that were alike then. */
export type Known = readonly { atoms: readonly number[]; from: number; to: number }[];

/** Worlds that are known, by what of an atom's people they put in doubt: atom · width + answer. */
export type KnownWorlds = Map<number, Known[]>;

/** Choices of who is meant that are tried; those that may need two more pairs. */
const MOST_CHOICES = 400;
const MOST_LONG = 6;
/** Worlds that are kept of one place. */
const MOST_KNOWN = 6;

/**
 * Worlds made of known ones, now that more is published: the same people change places, or others who were
 * alike then, and up to two more pairs set right what is amiss since.
 *
 * Example: a midwife and a nurse, whom only totals held, changed places; he is 30 and she 25 → the same, and
 * somebody of 25 and somebody of 30 of one large degree do the opposite.
 */
export function* liftedWorlds(
  index: ExchangeIndex,
  known: Known,
  group: number,
  budget: Budget,
): Generator<readonly Changed[]> {
  const [first] = known;
  if (!first) return;
  const { from, to } = first;
  const choices = choicesOf(index, known, group);
  const long: { world: Changed[]; need: number }[] = [];
  for (const world of choices) {
    if (budget.left < 0) return;
    budget.left -= 1;
    const need = world.reduce(
      (sum, one) => sum + (one.from === from ? 1 : -1) * (index.groups[one.group]?.mark ?? 0),
      0,
    );
    const search = { need, facts: factsOf(index, need === 0 ? [] : world, from), world, from, to };
    yield* restored(index, { ...search, others: need === 0 ? 0 : 1 }, budget);
    if (need !== 0 && long.length < MOST_LONG) long.push({ world, need });
  }
  for (const { world, need } of long) {
    yield* restored(index, { need, facts: factsOf(index, world, from), world, from, to, others: 2 }, budget);
  }
}

/** Remembers a world for whom it puts in doubt. */
export function remember({ groups, width }: ExchangeIndex, worlds: KnownWorlds, world: readonly Changed[]): void {
  const known = world.map(({ group, from, to }) => ({ atoms: groups[group]?.atoms ?? [], from, to }));
  const [first] = known;
  for (const atom of first?.atoms ?? []) {
    const place = atom * width + (first?.from ?? 0);
    const before = worlds.get(place) ?? [];
    worlds.set(place, [known, ...before].slice(0, MOST_KNOWN));
  }
}

/** What groups may be meant, one for each who changes: the first is given. */
function* choicesOf({ groups, groupOf }: ExchangeIndex, known: Known, group: number): Generator<Changed[]> {
  const options = known.map(({ atoms, from }, at) => {
    if (at === 0) return [group];
    const of = new Set(atoms.flatMap((atom) => groupOf.get(atom) ?? []));
    return [...of].filter((one) => (groups[one]?.counts[from] ?? 0) > 0);
  });
  const all = options.reduce((product, { length }) => Math.min(product * length, MOST_CHOICES), 1);
  for (let choice = 0; choice < all; choice += 1) {
    let left = choice;
    yield known.map(({ from, to }, at) => {
      const own = options[at] ?? [];
      const one = own[left % own.length] ?? group;
      left = Math.floor(left / own.length);
      return { group: one, from, to };
    });
  }
}

function factsOf({ groups }: ExchangeIndex, world: readonly Changed[], from: number): Map<number, number> {
  const sums = new Map<number, number>();
  for (const one of world) {
    const sign = one.from === from ? 1 : -1;
    for (const fact of groups[one.group]?.facts ?? []) {
      const sum = (sums.get(fact) ?? 0) + sign;
      if (sum === 0) sums.delete(fact);
      else sums.set(fact, sum);
    }
  }
  return sums;
}
