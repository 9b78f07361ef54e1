import type { Disposition } from './disposition.ts';

/** How many people of each final disposition. Break-offs count as non-response, with the refusals. */
export type Dispositions = Readonly<Record<Disposition, number>>;

/** AAPOR's six rates, 0–1, and the share of the target population that could be reached. */
export type ResponseRates = {
  rr1: number;
  rr2: number;
  rr3: number;
  rr4: number;
  rr5: number;
  rr6: number;
  delivered: number;
};

/**
 * Share (0–1) of the target population that sent its answers (AAPOR RR2 with the whole target
 * population below the line: those who refused or could not be reached stay in it). null for an
 * empty target population. Example: responseRate(450, 750) → 0.6.
 */
export function responseRate(respondents: number, target: number): number | null {
  return target > 0 ? respondents / target : null;
}

/**
 * AAPOR response rates of a round. RR1 = I/(I + P + R + NC + O + U), RR2 = (I + P)/the same; RR3 and
 * RR4 take only the share `eligible` (e) of the unknown, RR5 and RR6 none of them. R holds refusals
 * and break-offs; the ineligible are in none. Our register is complete, so RR2 is the headline.
 * `delivered`: those not lost to undeliverable invitations. Source: AAPOR, Standard Definitions (2016).
 * null when nobody is eligible. Throws a RangeError for a negative count or e outside 0–1.
 *
 * Example: S01 (tests): I 412, P 38, R 25, NC 210, O 15, U 50, e 0.9 → RR2 0.6, RR4 0.604027.
 */
export function responseRates(counts: Dispositions, eligible: number): ResponseRates | null {
  if (!(eligible >= 0 && eligible <= 1)) throw new RangeError(`a share of eligible people is 0 to 1, not ${eligible}`);
  for (const [name, count] of Object.entries(counts)) {
    if (!(count >= 0)) throw new RangeError(`${count} people are "${name}"`);
  }
  const complete = counts.complete;
  const some = complete + counts.partial;
  const known = some + counts.refused + counts.break_off + counts.no_contact + counts.other;
  const all = known + counts.unknown;
  if (known === 0) return all === 0 ? null : { ...NOTHING, delivered: 1 };
  return {
    rr1: complete / all,
    rr2: some / all,
    rr3: complete / (known + eligible * counts.unknown),
    rr4: some / (known + eligible * counts.unknown),
    rr5: complete / known,
    rr6: some / known,
    delivered: (all - counts.no_contact) / all,
  };
}

/** Nobody is known to have answered, refused or been lost. */
const NOTHING = { rr1: 0, rr2: 0, rr3: 0, rr4: 0, rr5: 0, rr6: 0 };

/**
 * Item response: the share (0–1) of the respondents led to a question who answered it; and the
 * effective rate, item response × response rate, the share of the target population behind the
 * figure. "Cannot say" is no answer. null where nobody was led to it or the population is empty.
 * Throws a RangeError for more answers than people. Source: AAPOR, Standard Definitions (2016).
 *
 * Example: itemResponse(180, 200, { respondents: 450, target: 750 }) → { item: 0.9, effective: 0.54 }.
 */
export function itemResponse(
  answers: number,
  ledTo: number,
  round: { respondents: number; target: number },
): { item: number; effective: number } | null {
  if (!(answers >= 0 && ledTo >= answers)) throw new RangeError(`${answers} answers of ${ledTo} people`);
  const rate = responseRate(round.respondents, round.target);
  if (ledTo === 0 || rate === null) return null;
  const item = answers / ledTo;
  return { item, effective: item * rate };
}
