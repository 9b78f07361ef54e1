import type { DefinitionDiff } from '../comparability/diff-definitions.ts';
import type { ItemDiff } from '../comparability/diff-item.ts';
import { VERDICTS, type Verdict } from '../comparability/diff-parts.ts';

// What the command and the page tell of a difference: the same things, counted in the same way.

/** Whether it stands on another page than before. */
export function hasMoved({ page }: Pick<ItemDiff, 'page'>): boolean {
  return page.from !== null && page.to !== null && page.from !== page.to;
}

/** Changed, moved to another page, or declared otherwise than its wording lets expect. */
export function isToTell(item: ItemDiff): boolean {
  return (
    item.verdicts[0] !== 'same' || hasMoved(item) || (item.trend.kind !== 'continues' && item.trend.kind !== 'none')
  );
}

/** Questions by their gravest verdict. Texts to read are shown where they changed, but are no questions. */
export function countByVerdict(items: readonly ItemDiff[]): Readonly<Record<Verdict, number>> {
  const questions = items.filter(isQuestion);
  const counts = VERDICTS.map((verdict) => [
    verdict,
    questions.filter(({ verdicts }) => verdicts[0] === verdict).length,
  ]);
  return Object.fromEntries(counts) as Record<Verdict, number>; // VERDICTS is exactly the keys
}

/** Whether it is answered, or a variable: anything but a text to read. */
export function isQuestion({ kind }: Pick<ItemDiff, 'kind'>): boolean {
  return (kind.to ?? kind.from) !== 'info';
}

/** Everything whose trend waits for a declaration or a mapping, questions first. */
export function undeclared({ pages, background }: DefinitionDiff): ItemDiff[] {
  return [...pages.flatMap(({ questions }) => questions), ...background].filter(
    ({ trend }) => trend.kind === 'needs_declaration' || trend.kind === 'needs_mapping',
  );
}
