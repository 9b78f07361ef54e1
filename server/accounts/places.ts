import type { Deps } from '../deps.ts';
import { currentGrants, type Visitor } from './decide-access.ts';
import { roleMay, type Action } from './permissions.ts';
import { todayOf } from './sessions.ts';

/** Institutions at which a visitor may do this today; null = everywhere. */
export function placesOf(visitor: Visitor, action: Action, deps: Pick<Deps, 'now'>): string[] | null {
  if (visitor.kind === 'machine' || visitor.kind === 'link') return null;
  if (visitor.kind !== 'person') return [];
  const grants = currentGrants(visitor.person, todayOf(deps)).filter(({ role }) => roleMay(role, action));
  if (grants.some(({ institution }) => institution === '')) return null;
  return [...new Set(grants.map(({ institution }) => institution))];
}
