import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { currentGrants } from './decide-access.ts';
import { grantWords } from './grant-words.ts';
import { actionsOf, ROLES } from './permissions.ts';
import { toGrant, todayOf } from './sessions.ts';
import { messagesById, staffFrame, type StaffFrame } from './staff-frame.ts';
import { selectAllGrants, selectPeople } from './store.ts';
import { accountTexts } from './texts/index.ts';

type PageDeps = Pick<Deps, 'db' | 'now' | 'surveys'>;
type PersonTyped = { name: string; email: string };
type UsersModel = StaffFrame & {
  people: readonly { href: string; name: string; email: string; roles: string }[];
  typed: PersonTyped;
  refused: Readonly<Record<string, string>>;
  explained: readonly { role: string; actions: string }[];
};
const usersView = defineView<UsersModel>('accounts/views/users');

/** Everyone with an account, and the form that makes another. */
export async function usersPage(
  { db, surveys, ...deps }: PageDeps,
  language: Language,
  { typed = { name: '', email: '' }, problems = [] }: { typed?: PersonTyped; problems?: readonly PersonProblem[] } = {},
): Promise<PageAnswer> {
  const { users: t, ...texts } = accountTexts(language);
  const today = todayOf(deps);
  const [people, grants] = [await selectPeople(db), await selectAllGrants(db)];
  const rolesOf = (id: string) => {
    const own = grants.filter(({ person_id }) => person_id === id).flatMap(toGrant);
    const words = currentGrants({ grants: own }, today).map((grant) => grantWords(grant, { language, surveys, today }));
    return words.length > 0 ? words.join('; ') : t.noRole;
  };
  const errors = problems.map((problem) => ({ id: PERSON_FIELDS[problem], message: texts.invitation[problem] }));
  return page(
    usersView,
    {
      ...staffFrame(language, t.title, { errors }),
      people: people.map(({ id, name, email, disabled_on }) => ({
        href: `/staff/users/${id}?lang=${language}`,
        name,
        email,
        roles: disabled_on === null ? rolesOf(id) : t.disabled,
      })),
      typed,
      refused: messagesById(errors),
      explained: ROLES.map((role) => ({
        role: texts.roles[role],
        actions: actionsOf(role)
          .map((action) => texts.actions[action])
          .join(', '),
      })),
    },
    errors.length > 0 ? 422 : 200,
  );
}

type PersonProblem = 'noName' | 'noEmail' | 'taken';
const PERSON_FIELDS: Readonly<Record<PersonProblem, string>> = { noName: 'name', noEmail: 'email', taken: 'email' };
