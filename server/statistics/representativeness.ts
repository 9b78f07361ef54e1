/** A category of one characteristic of the register: its people in the target population and among the respondents. */
export type RegisterCategory = { code: string; population: number; n: number };

/** Shares are 0–1; `difference` is the respondents' share minus the target population's. */
export type CategoryBalance = { code: string; target: number; respondents: number; difference: number };

/**
 * How alike the respondents are to the target population in one characteristic: the share of each
 * category in both, their difference, and the largest difference (0–1). null when nobody answered.
 * Throws a RangeError for a category with more respondents than people.
 *
 * Example: women 86 of 112 people and 36 of 41 respondents → target 0.767857, respondents 0.878049.
 */
export function balance(
  categories: readonly RegisterCategory[],
): { categories: CategoryBalance[]; largest: number } | null {
  const { population, n } = totals(categories);
  if (n === 0) return null;
  const balanced = categories.map((category) => {
    const target = category.population / population;
    const respondents = category.n / n;
    return { code: category.code, target, respondents, difference: respondents - target };
  });
  return { categories: balanced, largest: Math.max(...balanced.map(({ difference }) => Math.abs(difference))) };
}

/** R = 1 − 2·SD(ρ): 1 where all strata answer alike. `cv` = SD(ρ)/mean ρ bounds the bias of a mean. */
export type RIndicator = { r: number; sd: number; cv: number };

/**
 * R-indicator of Schouten, Cobben and Bethlehem (2009): 1 − 2·SD(ρ), where each person of the register
 * has the response rate ρ = n_h/N_h of their stratum; SD with the divisor N − 1 over the whole register.
 * `cv` = SD(ρ)/mean(ρ), the greatest standardised bias that the difference in response can cause.
 * null when nobody answered or fewer than two people were asked. Throws a RangeError as `balance` does.
 *
 * Example: S27 (tests): { r: 0.785269, sd: 0.107365, cv: 0.259755 }.
 */
export function rIndicator(strata: readonly { population: number; n: number }[]): RIndicator | null {
  const { population, n } = totals(strata);
  if (n === 0 || population < 2) return null;
  const rate = n / population;
  const squares = strata.reduce(
    (sum, stratum) =>
      sum + (stratum.population > 0 ? stratum.population * (stratum.n / stratum.population - rate) ** 2 : 0),
    0,
  );
  const sd = Math.sqrt(squares / (population - 1));
  return { r: 1 - 2 * sd, sd, cv: sd / rate };
}

function totals(strata: readonly { population: number; n: number }[]): { population: number; n: number } {
  let [population, n] = [0, 0];
  for (const stratum of strata) {
    if (!(stratum.n >= 0 && stratum.population >= stratum.n)) {
      throw new RangeError(`${stratum.n} respondents of ${stratum.population} people`);
    }
    population += stratum.population;
    n += stratum.n;
  }
  return { population, n };
}
