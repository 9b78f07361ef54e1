/** A stratum that may hold several cells of the register. */
export type Cells = { codes: readonly string[]; population: number; n: number };

const FEWEST = 10;
const MOST = 3;

/**
 * Joins strata until each has 10 answers and no weight N_h/n_h above 3 times the mean weight N/n:
 * the first stratum in the list that fails is joined to its smaller neighbour (by answers, then the
 * one before it). The order of the list therefore says which strata are alike, such as age bands.
 * A single stratum stays as it is. Source: rules of thumb after Kish 1992.
 *
 * Example: answers 30, 4, 40 of 60, 20, 80 people → 34 of 80 and 40 of 80.
 */
export function collapseStrata(strata: readonly Cells[]): Cells[] {
  const result = [...strata];
  const meanWeight = total(strata, 'population') / total(strata, 'n');
  const fails = ({ population, n }: Cells) => n < FEWEST || population / n > MOST * meanWeight;
  for (let place = result.findIndex(fails); place >= 0 && result.length > 1; place = result.findIndex(fails)) {
    const before = result[place - 1];
    const after = result[place + 1];
    const first = before && (!after || before.n <= after.n) ? place - 1 : place;
    const pair = result.slice(first, first + 2);
    result.splice(first, 2, {
      codes: pair.flatMap(({ codes }) => codes),
      population: total(pair, 'population'),
      n: total(pair, 'n'),
    });
  }
  return result;
}

function total(strata: readonly Cells[], what: 'population' | 'n'): number {
  return strata.reduce((sum, stratum) => sum + stratum[what], 0);
}
