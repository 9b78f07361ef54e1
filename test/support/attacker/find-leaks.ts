import type { SafeTable } from '../../../server/disclosure/safe-table.ts';
import { cannotSayLeaks } from './cannot-say-attack.ts';
import { certaintyLeaks } from './certainty-attack.ts';
import { linearLeaks } from './linear-attack.ts';
import { routingLeaks } from './routing-attack.ts';
import { CELLS, takenApart } from './told.ts';
import type { SmallNation } from './world.ts';

/** Everything that a published table gives away against its promise. Empty when it keeps it. */
export function findLeaks(whole: SmallNation, table: SafeTable): string[] {
  const nation = takenApart(whole);
  return [
    ...thresholdLeaks(table),
    ...linearLeaks(nation, table),
    ...certaintyLeaks(nation, table),
    ...routingLeaks(nation, table),
    ...cannotSayLeaks(nation, table),
  ];
}

/** Any n below the threshold of its question, any population below five, any lone "cannot say". */
export function thresholdLeaks(table: SafeTable): string[] {
  const populations = table.populations
    .filter(({ respondents }) => respondents < 5)
    .map(({ key }) => `${key} is small`);
  const cells = [...table.cells].flatMap(([key, row]) =>
    [...row.values()].flatMap((cell) => {
      const threshold = CELLS.find(({ id, question }) => id === cell.id || question === cell.id)?.threshold ?? 5;
      if (cell.status !== 'exact') return [];
      const fewSilent = cell.cannotSay !== null && Math.min(cell.cannotSay, cell.n) <= 2;
      return [
        ...(cell.n < threshold ? [`${key} ${cell.id}: n ${cell.n}`] : []),
        ...(fewSilent ? [`${key} ${cell.id}: ${cell.cannotSay} could not say`] : []),
      ];
    }),
  );
  return [...populations, ...cells];
}
