import { highlights, type Highlights } from '../server/statistics/highlights.ts';
import { wilson } from '../server/statistics/wilson.ts';
import { makeRandom } from '../server/simulation/random.ts';
import { printMeasure } from './measure.ts';
import { SKILLS, comparedItems, drawGroup, moveFor, prepareGroup } from './simulated-report.ts';

const SEED = 20260301;
const OTHERS = 1500;
const TRUE_GAP = -0.6;

type Scenario = { n: number; other: number; trueGap: number; measure: 'development' | 'statement' };

const SCENARIOS: readonly Scenario[] = [
  ...[21, 41, 80].map((n) => ({ n, other: OTHERS, trueGap: 0, measure: 'development' }) as const),
  ...[21, 80].map((n) => ({ n, other: 30, trueGap: 0, measure: 'development' }) as const),
  ...[21, 41, 80].map((n) => ({ n, other: OTHERS, trueGap: TRUE_GAP, measure: 'development' }) as const),
  { n: 80, other: OTHERS, trueGap: TRUE_GAP, measure: 'statement' },
];
const STATEMENT = 'degree_satisfaction';

/**
 * How often a report shows a highlight: 10,000 simulated reports a line of the 40 comparisons of the
 * degree report, drawn on the six-step distributions of the simulated nation. Without a true difference
 * `shows_one` is the share of reports with a false highlight; with one, `found` is the share of reports
 * that list the skill which truly differs. Both with Wilson's 95 % limit.
 */
export function benchHighlights(quick: boolean): Promise<void> {
  for (const scenario of SCENARIOS) runScenario(scenario, quick ? 1000 : 10_000);
  return Promise.resolve();
}

function runScenario({ n, other, trueGap, measure }: Scenario, reports: number): void {
  const random = makeRandom(SEED, `highlights ${n} ${other} ${trueGap} ${measure}`);
  const moves = (measure === 'statement' ? [STATEMENT] : SKILLS.map(({ code }) => code)).map((code) => ({
    code,
    group: prepareGroup(trueGap === 0 ? null : { code, by: moveFor(code, trueGap) }),
  }));
  const benchmark = prepareGroup(null);
  let [showsOne, found, falseBeside, family] = [0, 0, 0, 0];
  for (let report = 0; report < reports; report += 1) {
    const move = moves[report % moves.length];
    if (!move) throw new Error('The report has no skills.');
    const items = comparedItems(drawGroup(random, n, move.group), drawGroup(random, other, benchmark));
    family = items.length;
    const named = codesOf(highlights({ respondents: n, items }));
    if (named.length > 0) showsOne += 1;
    if (named.includes(move.code)) found += 1;
    if (named.some((one) => one !== move.code)) falseBeside += 1;
  }
  const limits = (count: number) => wilson(count, reports, Infinity);
  const about = { bench: 'highlights', n, other, comparisons: family, true_gap: trueGap, reports };
  if (trueGap === 0) {
    printMeasure({ ...about, shows_one: showsOne / reports, upper_95: rounded(limits(showsOne)?.high) });
  } else {
    printMeasure({
      ...about,
      moved: measure,
      found: found / reports,
      lower_95: rounded(limits(found)?.low),
      false_beside: falseBeside / reports,
    });
  }
}

/** The items that a report lists as differing from the comparison group. */
function codesOf(result: Highlights): string[] {
  if (!('list' in result)) return [];
  return result.list.flatMap((one) => (one.kind === 'difference' ? [one.code] : []));
}

function rounded(share: number | undefined): number {
  return Math.round((share ?? 0) * 1e4) / 1e4;
}
