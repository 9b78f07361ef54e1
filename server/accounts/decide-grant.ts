import type { Grant } from './decide-access.ts';
import { GIVEN_AT, roleFrom } from './permissions.ts';

/** What is typed of a role; every part may be anything. */
export type TypedGrant = { role: string; institution: string; degree: string; from: string; until: string };
export type GrantProblem =
  | 'chooseRole'
  | 'needsInstitution'
  | 'noInstitution'
  | 'noDegree'
  | 'unknownPlace'
  | 'badDayFrom'
  | 'badDayUntil'
  | 'order';

type Facts = {
  today: string;
  /** Whether a code stands in a register. */
  has: (column: 'institution' | 'degree', code: string) => boolean;
  /** A typed day as YYYY-MM-DD, or null. */
  dayOf: (text: string) => string | null;
};

/** A role as it can be given, or all that is wrong with it. Without a first day it begins today. */
export function decideGrant(
  typed: TypedGrant,
  { today, has, dayOf }: Facts,
): { kind: 'fine'; grant: Grant } | { kind: 'refused'; problems: GrantProblem[] } {
  const role = roleFrom(typed.role);
  const [institution, degree] = [typed.institution.trim(), typed.degree.trim()];
  const from = typed.from.trim() === '' ? today : dayOf(typed.from.trim());
  const until = typed.until.trim() === '' ? null : dayOf(typed.until.trim());
  const problems: GrantProblem[] = [];
  if (!role) problems.push('chooseRole');
  else problems.push(...placeProblems(GIVEN_AT[role], institution, degree));
  const isKnown = (institution === '' || has('institution', institution)) && (degree === '' || has('degree', degree));
  if (problems.length === 0 && !isKnown) problems.push('unknownPlace');
  if (from === null) problems.push('badDayFrom');
  if (typed.until.trim() !== '' && until === null) problems.push('badDayUntil');
  if (from !== null && until !== null && until < from) problems.push('order');
  if (!role || from === null || problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'fine', grant: { role, institution, degree, from, until } };
}

function placeProblems(at: (typeof GIVEN_AT)[keyof typeof GIVEN_AT], institution: string, degree: string) {
  const problems: GrantProblem[] = [];
  if (at === 'nation' && (institution !== '' || degree !== '')) problems.push('noInstitution');
  if (at !== 'nation' && institution === '') problems.push('needsInstitution');
  if (at === 'institution' && degree !== '') problems.push('noDegree');
  return problems;
}
