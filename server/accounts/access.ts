import type { Action } from './permissions.ts';

/**
 * Who may open a route; each declares it, or the service does not start.
 * - `public`: anybody. `graduate`: whoever holds the personal link. `signing-in`: anybody, and the page
 *   knows who has signed in. `staff`: whoever has signed in.
 * - else an action, and where: `degree` and `institution` are those of the address (its parameters of that
 *   name; none = the whole institution), `nation` = everywhere, `some` = at any place, and the page shows
 *   what belongs to the visitor's places alone.
 */
export type Access =
  | 'public'
  | 'graduate'
  | 'signing-in'
  | 'staff'
  | {
      action: Action;
      scope: 'nation' | 'institution' | 'degree' | 'some';
      /** The address may hold the key of a demonstration's reports instead of `staff`, as its parameter `key`. */
      withKey?: true;
    };

/** Stands in addresses of reports where a demonstration's link has its key: who has signed in needs none. */
export const SIGNED_IN = 'staff';

/** Options of a route: `app.get(path, open('public'), handler)`. */
export function open(access: Extract<Access, string>): { config: { access: Access } } {
  return { config: { access } };
}

/** Options of a route that needs a permission: `app.get(path, requirePermission('rounds.manage', 'nation'), handler)`. */
export function requirePermission(
  action: Action,
  scope: Extract<Access, object>['scope'],
): { config: { access: Access } } {
  return { config: { access: { action, scope } } };
}

/** The same for a page below `/reports/:key`, which a demonstration's link opens as well. */
export function permissionOrKey(
  action: Action,
  scope: Extract<Access, object>['scope'],
): { config: { access: Access } } {
  return { config: { access: { action, scope, withKey: true } } };
}
