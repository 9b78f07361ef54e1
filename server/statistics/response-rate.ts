/**
 * Share (0–1) of the target population that sent its answers (AAPOR RR2 with the whole target
 * population below the line: those who refused or could not be reached stay in it). null for an
 * empty target population. Example: responseRate(450, 750) → 0.6.
 */
export function responseRate(respondents: number, target: number): number | null {
  return target > 0 ? respondents / target : null;
}
