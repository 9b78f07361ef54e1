import { sum } from '../statistics/figure.ts';
import { answersTo } from './cells.ts';
import { protectCannotSay } from './protect-cannot-say.ts';
import type { FamilyUnits } from './protect-populations.ts';
import { classOf, standingOf } from './question-plan.ts';
import { noStandings, type CellStandings, type QuestionFacts } from './question-standings.ts';
import { RULES } from './rules.ts';
import { hideAlike, hideSmall, type Family } from './siblings.ts';

/**
 * Decides what of a question may be shown in each population of the tree. First on the number of
 * answers, once for all cells of the question, since they share it; then on the counts of each
 * cell; then on "cannot say". Children of a population are looked at only where the population
 * itself is shown. Source: the sibling rule with its two passes (docs/statistics.md).
 *
 * Example: [9, 3] in a degree is exact; its follow-up, asked of the three, is hidden with its n.
 */
export function protectQuestion(facts: QuestionFacts): CellStandings[] {
  const { plan, populations } = facts;
  const standings = plan.cells.map(noStandings);
  const nation = populations.shown[0];
  if (!nation || isClosed(facts, nation.key)) return standings;
  for (const standing of standings) placeRoot(facts, standing, nation.key);
  const open = new Set([nation.key]);
  for (const family of populations.families) {
    if (!open.has(family.parent.key)) continue;
    const small = protectAnswers(facts, family);
    if (small.kind === 'parent_only') continue;
    for (const { key } of family.children) if (!small.combined.has(key)) open.add(key);
    for (const standing of standings) placeChildren(facts, standing, family, small.combined);
  }
  for (const standing of standings) protectCannotSay(facts, standing, open);
  return standings;
}

/** Hidden for a reason of its own, whatever the answers: too few, or the leading question is not exact. */
function isClosed(facts: QuestionFacts, key: string): boolean {
  return answersTo(facts.counts(key)) < facts.plan.threshold || isLedInTheDark(facts, key);
}

function isLedInTheDark({ plan, counts, respondents, isExact }: QuestionFacts, key: string): boolean {
  if (plan.routing.cells.some((cell) => !isExact(cell, key))) return true;
  return plan.routing.coarse && respondents(key) - answersTo(counts(key)) <= RULES.slack;
}

/** First pass: on the number of answers. */
function protectAnswers(facts: QuestionFacts, { children, hidden }: FamilyUnits): Family {
  const { plan, counts, respondents } = facts;
  const unasked = (keys: ReadonlySet<string>): number =>
    sum([...keys].map((key) => respondents(key) - answersTo(counts(key))));
  return hideSmall(
    children.map(({ key }) => ({
      key,
      n: answersTo(counts(key)),
      people: respondents(key),
      hidden: hidden.has(key) || isLedInTheDark(facts, key),
    })),
    plan.threshold,
    (combined) => !plan.routing.coarse || unasked(combined) > RULES.slack,
  );
}

function placeRoot({ plan, counts }: QuestionFacts, { cell, exact, bounded }: CellStandings, key: string): void {
  const standing = standingOf(plan, cell, cell.vector(counts(key)));
  if (standing === 'exact') exact.add(key);
  if (standing === 'bounded') bounded.add(key);
}

/** Second pass: on the counts of one cell, for the children of a population where it is shown. */
function placeChildren(
  { plan, counts }: QuestionFacts,
  standing: CellStandings,
  { parent, children }: FamilyUnits,
  small: ReadonlySet<string>,
): void {
  const { cell, exact, bounded, combined } = standing;
  const siblings = children.map(({ key }) => {
    const vector = cell.vector(counts(key));
    return { key, counts: vector, standing: small.has(key) ? ('hidden' as const) : standingOf(plan, cell, vector) };
  });
  const alike = siblings.filter((sibling) => sibling.standing === 'bounded');
  if (bounded.has(parent.key)) {
    // Nearly all alike in the parent means nearly all alike in each child: its bounds say nothing new.
    for (const { key } of alike) bounded.add(key);
  }
  if (!exact.has(parent.key)) return;
  const family = hideAlike(siblings, (vector, slack) => classOf(plan, vector, slack) === 'exact');
  if (family.kind === 'parent_only') return;
  for (const { key } of siblings) if (!family.combined.has(key)) exact.add(key);
  for (const { key } of alike) bounded.add(key);
  const members = children.filter(({ key }) => family.combined.has(key));
  if (members.some(({ key }) => answersTo(counts(key)) > 0)) combined.set(parent.key, members);
}
