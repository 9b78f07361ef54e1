import { answersTo } from './cells.ts';
import { classify } from './classify.ts';
import type { FamilyUnits } from './protect-populations.ts';
import type { CellStandings, QuestionFacts } from './question-standings.ts';
import { RULES } from './rules.ts';
import { hideAlike } from './siblings.ts';

/**
 * Decides where the number of "cannot say" may be shown: a cell of its own, ["cannot say",
 * answers], only where the item is exact, and by the same sibling rule. `open`: populations whose
 * number of answers is not hidden.
 *
 * Whoever knows how many were asked can tell "cannot say" from n, or bound it. So those whose n is
 * hidden must bear the figure by themselves, without the company of children whose n is known.
 *
 * Example: 4 "cannot say" beside 12 answers → may be shown; 2 beside 12 → not.
 */
export function protectCannotSay(facts: QuestionFacts, standing: CellStandings, open: ReadonlySet<string>): void {
  const { populations } = facts;
  const nation = populations.shown[0];
  if (!nation || standing.cell.cannotSay(facts.counts(nation.key)) === null) return;
  if (standing.exact.has(nation.key) && isSafe(facts, vectorOf(facts, standing, nation.key))) {
    standing.cannotSay.add(nation.key);
  }
  for (const family of populations.families) {
    if (standing.cannotSay.has(family.parent.key)) placeChildren(facts, standing, family, open);
  }
}

function placeChildren(
  facts: QuestionFacts,
  standing: CellStandings,
  { parent, children }: FamilyUnits,
  open: ReadonlySet<string>,
): void {
  const siblings = children.map(({ key }) => {
    const counts = vectorOf(facts, standing, key);
    const shown = standing.exact.has(key) && isSafe(facts, counts);
    return { key, counts, standing: shown ? ('exact' as const) : ('hidden' as const) };
  });
  const dark = siblings.filter(({ key }) => !open.has(key)).map(({ counts }) => counts);
  const together = [0, 1].map((place) => dark.reduce((total, counts) => total + (counts[place] ?? 0), 0));
  if (together.some((count) => count > 0) && !isSafe(facts, together)) return;
  const family = hideAlike(siblings, (counts, slack) => isSafe(facts, counts, slack));
  if (family.kind === 'parent_only') return;
  for (const { key } of siblings) if (!family.combined.has(key)) standing.cannotSay.add(key);
  const members = standing.combined.get(parent.key) ?? [];
  const same = members.length === family.combined.size && members.every(({ key }) => family.combined.has(key));
  if (members.length > 0 && same) standing.cannotSayCombined.add(parent.key);
}

function vectorOf(facts: QuestionFacts, { cell }: CellStandings, key: string): readonly number[] {
  const counts = facts.counts(key);
  return [cell.cannotSay(counts) ?? 0, answersTo(counts)];
}

function isSafe({ plan }: QuestionFacts, counts: readonly number[], slack: number = RULES.slack): boolean {
  return classify(counts, { threshold: plan.threshold, categories: 1, slack }) === 'exact';
}
