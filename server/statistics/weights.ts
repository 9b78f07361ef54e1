/** `n` people who share one weight. */
export type WeightClass = { n: number; weight: number };

/** What weighting costs: effective number of answers, design effect n/n_eff and variation of the weights. */
export type WeightCost = { n: number; nEff: number; deff: number; cv: number };

/**
 * Kish's effective sample size (Σw)²/Σw², its design effect n/n_eff = 1 + CV², and the coefficient of
 * variation of the weights (population form). Source: Kish 1965. null when nobody answered. Throws a
 * RangeError for a negative number or a weight that is not positive.
 *
 * Example: S25 (tests): { n: 100, nEff: 98.78704, deff: 1.012279, cv: 0.110809 }.
 */
export function weightCost(classes: readonly WeightClass[]): WeightCost | null {
  let [n, total, squares] = [0, 0, 0];
  for (const { n: people, weight } of classes) {
    if (!(people >= 0) || !(weight > 0)) throw new RangeError(`${people} people of weight ${weight}`);
    n += people;
    total += people * weight;
    squares += people * weight * weight;
  }
  if (n === 0) return null;
  const nEff = (total * total) / squares;
  // Rounding must not give more people than there are.
  return { n, nEff: Math.min(n, nEff), deff: Math.max(1, n / nEff), cv: Math.sqrt(Math.max(0, n / nEff - 1)) };
}
