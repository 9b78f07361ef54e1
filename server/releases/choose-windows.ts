import type { Window } from '../disclosure/window-catalogue.ts';

/** Rounds that are taken together at most. */
const MOST_ROUNDS = 3;

type Years = { period: string };

/**
 * The windows that a release may show: its round with the two before it, or with the one where there is no other.
 * `pooled`: rounds of the same survey that may be taken together with it, by their years of graduation.
 *
 * Example: 2020 beside 2017, 2018, 2019 → 2018–2020; 2020 beside 2019 alone → 2019–2020; 2020 alone → none.
 */
export function chooseWindows(own: Years, pooled: readonly Years[]): Window[] {
  const before = pooled
    .filter((one) => yearsOf(one)[1] < yearsOf(own)[0])
    .toSorted((a, b) => yearsOf(a)[0] - yearsOf(b)[0])
    .slice(1 - MOST_ROUNDS);
  const [first] = before;
  if (!first) return [];
  return [
    {
      period: `${yearsOf(first)[0]}-${yearsOf(own)[1]}`,
      rounds: [...before, own].map(({ period }) => period),
    },
  ];
}

/** Rounds whose years no other one of them has, nor the round itself: who belongs to which is plain. */
export function withoutOverlaps<R extends Years>(own: Years, others: readonly R[]): R[] {
  const isApart = (one: Years, other: Years): boolean =>
    yearsOf(one)[1] < yearsOf(other)[0] || yearsOf(other)[1] < yearsOf(one)[0];
  const dated = others.filter(({ period }) => /^\d/.test(period));
  return dated.filter((one) => [own, ...dated].every((other) => other === one || isApart(one, other)));
}

/** First and last year of graduation. */
function yearsOf({ period }: Years): [first: number, last: number] {
  const [first = '', last = first] = period.split('-');
  return [Number(first), Number(last)];
}
