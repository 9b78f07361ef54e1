import type { Access } from './access.ts';
import { roleMay, type Action, type Role } from './permissions.ts';

/** A place: one degree, one institution (degree ''), or all of them (both ''). */
export type Place = { institution: string; degree: string };

/** A role as it was given, with its days; revoked ones are not among them. */
export type Grant = Place & { role: Role; from: string; until: string | null };

export type StaffPerson = { id: string; name: string; email: string; language: string; grants: readonly Grant[] };

/**
 * Who asks. `machine` = a browser on the machine of a demonstration, `link` = the holder of a
 * demonstration's link to reports, `halfway` = someone whose second factor is still to come.
 */
export type Visitor =
  | { kind: 'nobody' }
  | { kind: 'machine' }
  | { kind: 'link' }
  | { kind: 'halfway'; stage: 'enrol' | 'code'; person: StaffPerson; sessionId: string }
  | { kind: 'person'; person: StaffPerson; sessionId: string };

/** What to do with a request. `sign-in` also stands for what is left of signing in. */
export type Verdict = 'allowed' | 'sign-in' | 'forbidden' | 'not-found';

/** A demonstration's link opens these, and nothing else. */
const BY_LINK: readonly Action[] = ['reports.read', 'open-answers.read', 'actions.read', 'actions.write'];
/** A demonstration's own machine does not manage accounts: whoever does must be somebody. */
const NOT_BY_MACHINE: readonly Action[] = ['accounts.manage', 'tokens.manage', 'audit.read'];

/**
 * Whether a visitor may do this at that place today. Deny by default.
 *
 * @example may(planner, 'reports.read', { institution: 'X0101', degree: '671112' }, '2026-11-26') // true
 */
export function may(visitor: Visitor, action: Action, place: Place, today: string): boolean {
  switch (visitor.kind) {
    case 'nobody':
    case 'halfway':
      return false;
    case 'machine':
      return !NOT_BY_MACHINE.includes(action);
    case 'link':
      return BY_LINK.includes(action);
    case 'person':
      return currentGrants(visitor.person, today).some((grant) => roleMay(grant.role, action) && covers(grant, place));
    default:
      return visitor satisfies never;
  }
}

/** Whether a visitor may do this at some place: pages that list what there is ask so, and filter. */
export function maySomewhere(visitor: Visitor, action: Action, today: string): boolean {
  if (visitor.kind !== 'person') return may(visitor, action, { institution: '', degree: '' }, today);
  return currentGrants(visitor.person, today).some((grant) => roleMay(grant.role, action));
}

/**
 * What to do with a request for a page. What belongs to a place where the person has no role at all
 * does not exist for them; where they have one that is too small, they learn so.
 */
export function decideAccess(access: Access, visitor: Visitor, place: Place, today: string): Verdict {
  if (access === 'public' || access === 'graduate' || access === 'signing-in') return 'allowed';
  if (access === 'staff') return visitor.kind === 'person' ? 'allowed' : 'sign-in';
  const isAllowed =
    access.scope === 'some' ? maySomewhere(visitor, access.action, today) : may(visitor, access.action, place, today);
  if (isAllowed) return 'allowed';
  if (visitor.kind === 'link') return 'not-found';
  if (visitor.kind !== 'person') return 'sign-in';
  if (access.scope === 'some' || access.scope === 'nation') return 'forbidden';
  return currentGrants(visitor.person, today).some((grant) => covers(grant, place)) ? 'forbidden' : 'not-found';
}

/** The grants that hold today: given, begun, not ended. Both days count. */
export function currentGrants({ grants }: Pick<StaffPerson, 'grants'>, today: string): Grant[] {
  return grants.filter(({ from, until }) => from <= today && (until === null || today <= until));
}

function covers(grant: Place, place: Place): boolean {
  if (grant.institution === '') return true;
  if (grant.institution !== place.institution) return false;
  return grant.degree === '' || grant.degree === place.degree;
}
