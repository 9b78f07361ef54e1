import { amkCareerReport } from '../reports/amk-career.ts';
import { RECOMMENDATION, WIDE_GAPS, scaleShares, singleWeights } from '../server/simulation/profiles.ts';
import { hashOf, type Random } from '../server/simulation/random.ts';
import { gapIndexes, gapsOf } from '../server/statistics/item-counts.ts';
import type { ComparedItem } from '../server/statistics/compare-item.ts';
import { normalQuantile } from '../server/statistics/normal-quantile.ts';
import { normalP } from '../server/statistics/p-values.ts';

const SCORES = [1, 2, 3, 4, 5, 6];
const GAPS = gapsOf(SCORES);
const GAP_PLACES = gapIndexes(SCORES);
/** How much one person's judgements share: a correlation of 0.36 before they become steps. */
const [SHARED, OWN] = [0.6, 0.8];
/** What a person shares is one of so many equally likely places on a normal, so that chances can be looked up. */
const PLACES = 64;

/** A scale as places on a standard normal, moved by `shift`. */
type Steps = { cuts: readonly number[]; shift: number };
type Skill = { code: string; importance: Steps; development: Steps };
type Statement = { code: string; steps: Steps };

/** What one group answered: counts of every item of the page. */
export type GroupCounts = {
  development: ReadonlyMap<string, readonly number[]>;
  gap: ReadonlyMap<string, readonly number[]>;
  statement: ReadonlyMap<string, readonly number[]>;
};

const figures = amkCareerReport.sections.flatMap(
  (section) => section.figures as readonly { kind: string; items?: readonly string[] }[],
); // either items or one item
const itemsOfKind = (kind: string) => figures.flatMap((figure) => (figure.kind === kind ? (figure.items ?? []) : []));

/**
 * The skills of the report, with the levels that the simulated nation gives them, in the shape of the
 * one distribution over six steps that is published in full (satisfaction with the degree).
 */
const PUBLISHED = cutsOf(scaleShares('degree_satisfaction', 6));
export const SKILLS: readonly Skill[] = itemsOfKind('dumbbell').map((code) => {
  const level = ((hashOf(code) % 1000) / 1000 - 0.5) * 0.9;
  const gap = WIDE_GAPS.includes(code) ? 0.9 : 0.35;
  const cuts = PUBLISHED;
  return { code, importance: { cuts, shift: level + gap / 2 }, development: { cuts, shift: level - gap / 2 } };
});

/** Statements of six steps, the recommendation, and the activity as one step more. */
const STATEMENTS: readonly Statement[] = [
  ...itemsOfKind('diverging').map((code) => ({ code, steps: { cuts: cutsOf(scaleShares(code, 6)), shift: 0 } })),
  { code: 'would_recommend', steps: { cuts: cutsOf(RECOMMENDATION), shift: 0 } },
  { code: 'main_activity', steps: { cuts: cutsOf(singleWeights('main_activity', 13)), shift: 0 } },
];
/** Headline shares: the places of the categories that count. */
const HEADLINES: Readonly<Record<string, readonly number[]>> = {
  main_activity: [0, 1, 2, 3, 4, 5, 6],
  job_matches_level: [3, 4, 5],
  degree_satisfaction: [3, 4, 5],
  would_recommend: [9, 10],
};

/** How far one item is moved on the normal, in one's own group. */
export type Moved = { code: string; by: number };

/** Chances to answer below each step, for each place of what a person shares. */
type Chances = { cuts: number; below: Float64Array };
type Prepared = {
  skills: readonly { code: string; importance: Chances; development: Chances }[];
  statements: readonly { code: string; steps: Chances }[];
};

/** Prepares the drawing of groups; `moved` moves one statement, or the development of one skill. */
export function prepareGroup(moved: Moved | null): Prepared {
  const by = (code: string) => (moved?.code === code ? moved.by : 0);
  return {
    skills: SKILLS.map(({ code, importance, development }) => ({
      code,
      importance: chancesOf(importance, 0),
      development: chancesOf(development, by(code)),
    })),
    statements: STATEMENTS.map(({ code, steps }) => ({ code, steps: chancesOf(steps, by(code)) })),
  };
}

/** Draws the answers of `n` people. */
export function drawGroup(random: Random, n: number, { skills, statements }: Prepared): GroupCounts {
  const zeros = (size: number) => Array<number>(size).fill(0);
  const bySkill = skills.map((skill) => ({ skill, development: zeros(6), gap: zeros(GAPS.length) }));
  const byStatement = statements.map((statement) => ({ statement, counts: zeros(statement.steps.cuts + 1) }));
  for (let person = 0; person < n; person += 1) {
    const place = random.below(PLACES);
    for (const { skill, development, gap } of bySkill) {
      const asked = stepOf(skill.importance, place, random.next());
      const given = stepOf(skill.development, place, random.next());
      add(development, given);
      add(gap, GAP_PLACES[asked]?.[given] ?? 0);
    }
    for (const { statement, counts } of byStatement) add(counts, stepOf(statement.steps, place, random.next()));
  }
  return {
    development: new Map(bySkill.map(({ skill, development }) => [skill.code, development])),
    gap: new Map(bySkill.map(({ skill, gap }) => [skill.code, gap])),
    statement: new Map(byStatement.map(({ statement, counts }) => [statement.code, counts])),
  };
}

/** Everything the page compares: 14 developments, 14 gaps, 8 statements, 4 headline shares. */
export function comparedItems(own: GroupCounts, other: GroupCounts): ComparedItem[] {
  const counts = (group: GroupCounts, kind: keyof GroupCounts, code: string) => group[kind].get(code) ?? [];
  const of = (kind: keyof GroupCounts, code: string) => ({
    code,
    own: counts(own, kind, code),
    other: counts(other, kind, code),
  });
  const share = (group: GroupCounts, code: string, places: readonly number[]) => {
    const all = counts(group, 'statement', code);
    return { chosen: total(places.map((place) => all[place] ?? 0)), n: total(all) };
  };
  return [
    ...SKILLS.map(({ code }): ComparedItem => ({
      ...of('development', code),
      measure: 'development',
      stronger: 'higher',
      scores: SCORES,
    })),
    ...SKILLS.map(({ code }): ComparedItem => ({
      ...of('gap', code),
      measure: 'gap',
      stronger: 'lower',
      scores: GAPS,
    })),
    ...itemsOfKind('diverging').map((code): ComparedItem => ({
      ...of('statement', code),
      measure: 'mean',
      stronger: 'higher',
      scores: SCORES,
    })),
    ...Object.entries(HEADLINES).map(([code, places]): ComparedItem => ({
      code,
      measure: 'share',
      stronger: 'higher',
      own: share(own, code, places),
      other: share(other, code, places),
    })),
  ];
}

/** How far a skill's development must be moved on the normal for its mean to change by `difference`. */
export function moveFor(code: string, difference: number): number {
  const steps =
    SKILLS.find((skill) => skill.code === code)?.development ?? STATEMENTS.find((one) => one.code === code)?.steps;
  if (!steps) throw new Error(`The report has no "${code}".`);
  const target = meanOf(steps) + difference;
  let [low, high] = [-6, 6];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (meanOf({ ...steps, shift: steps.shift + middle }) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function meanOf({ cuts, shift }: Steps): number {
  return 1 + total(cuts.map((cut) => 1 - normalShare(cut - shift)));
}

/** Where the steps meet on a standard normal, so that their shares are as given. */
function cutsOf(shares: readonly number[]): number[] {
  const all = total(shares);
  return shares.slice(0, -1).map((_, index) => normalQuantile(total(shares.slice(0, index + 1)) / all));
}

function chancesOf({ cuts, shift }: Steps, by: number): Chances {
  const below = Float64Array.from({ length: PLACES * cuts.length }, (_, index) => {
    const content = normalQuantile((Math.floor(index / cuts.length) + 0.5) / PLACES);
    return normalShare(((cuts[index % cuts.length] ?? 0) - shift - by - SHARED * content) / OWN);
  });
  return { cuts: cuts.length, below };
}

function stepOf({ cuts, below }: Chances, place: number, chance: number): number {
  let step = 0;
  while (step < cuts && chance >= (below[place * cuts + step] ?? 1)) step += 1;
  return step;
}

function add(counts: number[], place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}

function normalShare(value: number): number {
  const tail = normalP(value) / 2;
  return value < 0 ? tail : 1 - tail;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
