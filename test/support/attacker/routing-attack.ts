import type { SafeTable } from '../../../server/disclosure/safe-table.ts';
import { knowledgeOf, leaksOf } from './certainty-attack.ts';
import { CELLS, toldOf, total, truth, type AttackCell } from './told.ts';
import type { SmallNation } from './world.ts';

/** The answer that leads to follow-ups: [leading cell, its place, follow-ups]. */
const ROUTES: readonly (readonly [string, number, readonly string[]])[] = [
  ['status', 0, ['match', 'pay', 'reason']],
  ['channels/fair', 0, ['fair_use']],
];

/**
 * Who answers a follow-up gave the answer that leads to it. Do the numbers of answers to follow-ups
 * make the leading answer certain? The attacker knows how many people of each degree took part.
 */
export function routingLeaks(nation: SmallNation, table: SafeTable): string[] {
  return ROUTES.flatMap(([id, place, followUps]) => {
    const people = nation.degrees.map(({ answers }) => answers.length);
    const leading = cellOf(id);
    const knowledge = knowledgeOf(nation, table, leading, people);
    for (const followUp of followUps.map(cellOf)) {
      const first = knowledge.bounds.low.length;
      knowledge.bounds.low.push(...people.map(() => 0));
      knowledge.bounds.high.push(...people);
      for (const degree of people.keys()) {
        const terms = [[degree * knowledge.width + place, 1] as const, [first + degree, -1] as const];
        knowledge.facts.push({ terms, low: 0, high: people[degree] ?? 0 });
      }
      for (const { members } of toldOf(nation, table, followUp.id)) {
        const n = total(
          members.map((degree) => total(nation.degrees[degree] ? truth(followUp, nation.degrees[degree]) : [])),
        );
        knowledge.facts.push({ terms: members.map((degree) => [first + degree, 1] as const), low: n, high: n });
      }
    }
    return leaksOf(`${id} by its follow-ups`, knowledge, leading.names.length);
  });
}

function cellOf(id: string): AttackCell {
  const cell = CELLS.find((one) => one.id === id);
  if (!cell) throw new Error(`no cell "${id}"`);
  return cell;
}
