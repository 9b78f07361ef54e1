/** Roles of staff. Graduates have none: their link is their key. */
export const ROLES = [
  'administrator',
  'network_coordinator',
  'institution_coordinator',
  'planner',
  'auditor',
] as const satisfies readonly string[];
export type Role = (typeof ROLES)[number];

/** Where a role is given: everywhere, at one institution, or at one institution or one degree of it. */
export const GIVEN_AT: Readonly<Record<Role, 'nation' | 'institution' | 'institution-or-degree'>> = {
  administrator: 'nation',
  network_coordinator: 'nation',
  institution_coordinator: 'institution',
  planner: 'institution-or-degree',
  auditor: 'nation',
};

/**
 * Who may do what: the only table of it. What is not here nobody may. An administrator gives roles and
 * sees no results; who runs a survey never sees an identified answer; a planner never sees who is asked.
 */
const PERMISSIONS = {
  /** People with accounts, their roles and links. */
  'accounts.manage': ['administrator'],
  /** Tokens of programs. */
  'tokens.manage': ['administrator'],
  /** The log of what was done. */
  'audit.read': ['administrator', 'auditor'],
  /** Rounds of all institutions: times, the common questionnaire. */
  'rounds.manage': ['network_coordinator'],
  'rounds.read': ['network_coordinator', 'institution_coordinator', 'auditor'],
  /** Who is asked: import, addresses, refusals. */
  'population.manage': ['institution_coordinator'],
  /** Texts of messages, and when they are sent. */
  'messages.edit': ['network_coordinator', 'institution_coordinator'],
  'messages.send': ['network_coordinator', 'institution_coordinator'],
  /** Answering what people tell of faults in accessibility. */
  'feedback.answer': ['network_coordinator', 'institution_coordinator'],
  /** How many have answered while a round is open: counts, never who. */
  'progress.read': ['network_coordinator', 'institution_coordinator', 'auditor'],
  /** Questions of an institution or a degree beside the common ones. */
  'own-questions.edit': ['institution_coordinator'],
  /** Reading what people wrote, before anyone else, and removing what tells who they are. */
  'open-answers.review': ['network_coordinator'],
  'releases.read': ['network_coordinator', 'auditor'],
  /** Two people approve a release before it is published. */
  'releases.approve': ['network_coordinator'],
  'reports.read': ['network_coordinator', 'institution_coordinator', 'planner'],
  'open-answers.read': ['network_coordinator', 'institution_coordinator', 'planner'],
  'actions.read': ['network_coordinator', 'institution_coordinator', 'planner'],
  'actions.write': ['institution_coordinator', 'planner'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof PERMISSIONS;

/** Whether a role may do this where it is given. Example: roleMay('planner', 'reports.read') → true. */
export function roleMay(role: Role, action: Action): boolean {
  const roles: readonly Role[] = PERMISSIONS[action];
  return roles.includes(role);
}

/** The roles that may do this. */
export function rolesThatMay(action: Action): readonly Role[] {
  return PERMISSIONS[action];
}

/** What a role may do, for the page that explains roles. */
export function actionsOf(role: Role): Action[] {
  const actions = Object.keys(PERMISSIONS).filter((action): action is Action => action in PERMISSIONS);
  return actions.filter((action) => roleMay(role, action));
}

/** A role as text of a form or a row; null where there is none of that name. */
export function roleFrom(text: string): Role | null {
  return ROLES.find((role) => role === text) ?? null;
}
