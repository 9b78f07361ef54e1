import type { SafeTable } from '../../../server/disclosure/safe-table.ts';
import { tighten, type Fact } from './bounds.ts';
import { CELLS, toldOf, total, truth, type AttackCell } from './told.ts';
import type { SmallNation } from './world.ts';

/**
 * "Cannot say" and n are parts of those who took part: does the one, known or bounded, give the
 * other away for a small group or for everybody of a degree?
 */
export function cannotSayLeaks(nation: SmallNation, table: SafeTable): string[] {
  return CELLS.flatMap((cell) => {
    const told = toldOf(nation, table, cell.id);
    const facts = told.flatMap(({ members, cell: shown }): Fact[] => {
      if (shown.status === 'at_least' || shown.cannotSay === null) return [];
      const count = shown.cannotSay;
      return [{ terms: members.map((degree) => [degree, 1] as const), low: count, high: count }];
    });
    if (facts.length === 0) return [];
    const known = new Set(told.flatMap(({ members }) => (members.length === 1 ? members : [])));
    const room = nation.degrees.map((degree, index) =>
      known.has(index) ? degree.answers.length - total(truth(cell, degree)) : degree.answers.length,
    );
    const bounds = tighten({ low: room.map(() => 0), high: room }, facts);
    if (!bounds) throw new Error(`${cell.id}: the published figures contradict each other`);
    return nation.degrees.flatMap((degree, index) =>
      judged(cell, degree.answers.length, index, {
        low: bounds.low[index] ?? 0,
        high: bounds.high[index] ?? 0,
        open: known.has(index),
      }),
    );
  });
}

function judged(
  cell: AttackCell,
  people: number,
  degree: number,
  { low, high, open }: { low: number; high: number; open: boolean },
): string[] {
  if (people === 0) return [];
  if (low >= people) return [`${cell.id}: all of degree ${degree} could not say`];
  if (!open && people < cell.threshold && low === high)
    return [`${cell.id}: ${low} of small degree ${degree} could not say`];
  return [];
}
