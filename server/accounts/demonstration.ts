import type { Deps } from '../deps.ts';
import { selectIsAllInvented } from './store.ts';

/**
 * Whether nothing in the service is real: only then its links open reports without signing in, and its
 * own machine may do what staff do.
 */
export async function isDemonstration({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  return selectIsAllInvented(db);
}
