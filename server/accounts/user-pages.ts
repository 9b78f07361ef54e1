import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import type { GrantProblem, TypedGrant } from './decide-grant.ts';
import { grantWords } from './grant-words.ts';
import { ROLES } from './permissions.ts';
import { registerChoices } from './register-names.ts';
import { toGrant, todayOf } from './sessions.ts';
import { messagesById, staffFrame, type Refused, type StaffFrame } from './staff-frame.ts';
import { selectGrants, selectPerson } from './store.ts';
import { accountTexts, type AccountTexts } from './texts/index.ts';

type PageDeps = Pick<Deps, 'db' | 'now' | 'surveys'>;
type Choice = { value: string; label: string };
type UserModel = StaffFrame & {
  person: { id: string; name: string; email: string; isDisabled: boolean };
  status: string | null;
  undo: string | null;
  link: string | null;
  grants: readonly { id: string; words: string }[];
  lists: { roles: readonly Choice[]; institutions: readonly Choice[]; degrees: readonly Choice[] };
  typed: TypedGrant;
  refused: Readonly<Record<string, string>>;
};
const userView = defineView<UserModel>('accounts/views/user');
const confirmView = defineView<
  StaffFrame & { heading: string; lead: string; action: string; hidden: string; submit: string; back: string }
>('accounts/views/confirm');

const GRANT_FIELDS: Readonly<
  Record<GrantProblem, readonly [field: keyof TypedGrant, words: keyof AccountTexts['users']]>
> = {
  chooseRole: ['role', 'chooseRole'],
  needsInstitution: ['institution', 'needsInstitution'],
  noInstitution: ['institution', 'noInstitution'],
  noDegree: ['degree', 'noDegree'],
  unknownPlace: ['institution', 'unknownPlace'],
  badDayFrom: ['from', 'badDay'],
  badDayUntil: ['until', 'badDay'],
  order: ['until', 'order'],
};
const DONE = ['given', 'revoked', 'restored', 'disabledDone', 'enabled', 'last'] as const;

type Shown = {
  done?: string;
  undo?: string;
  /** A link that has just been made: it is shown once. */
  link?: { path: string; kind: 'made' | 'resetMade' };
  typed?: TypedGrant;
  problems?: readonly GrantProblem[];
};

/** One person: roles, the form that gives another, and what else can be done. Null where there is none. */
export async function userPage(
  deps: PageDeps & Pick<Deps, 'config'>,
  language: Language,
  personId: string,
  { done = '', undo = '', link, typed = NO_GRANT, problems = [] }: Shown = {},
): Promise<PageAnswer | null> {
  const person = await selectPerson(deps.db, { id: personId });
  if (!person) return null;
  const { users: t } = accountTexts(language);
  const said = DONE.find((one) => one === done);
  const errors = problems.map((problem): Refused => {
    const [id, words] = GRANT_FIELDS[problem];
    const message = t[words];
    return { id, message: typeof message === 'string' ? message : '' };
  });
  const model: UserModel = {
    ...staffFrame(language, person.name, { errors }),
    person: { id: person.id, name: person.name, email: person.email, isDisabled: person.disabled_on !== null },
    status: link ? t[link.kind] : said ? t[said] : null,
    undo: said === 'revoked' && undo !== '' ? undo : null,
    link: link ? `${baseUrlOf(deps)}${link.path}` : null,
    grants: await grantsOf(deps, personId, language),
    lists: choicesOf(deps, language),
    typed,
    refused: messagesById(errors),
  };
  return page(userView, model, errors.length > 0 ? 422 : said === 'last' ? 409 : 200);
}

const NO_GRANT: TypedGrant = { role: '', institution: '', degree: '', from: '', until: '' };

async function grantsOf({ db, surveys, ...deps }: PageDeps, personId: string, language: Language) {
  const today = todayOf(deps);
  const rows = await selectGrants(db, personId);
  return rows.flatMap((row) =>
    toGrant(row).map((grant) => ({ id: row.id, words: grantWords(grant, { language, surveys, today }) })),
  );
}

function choicesOf({ surveys }: Pick<Deps, 'surveys'>, language: Language): UserModel['lists'] {
  const { roles } = accountTexts(language);
  return {
    roles: ROLES.map((role) => ({ value: role, label: roles[role] })),
    institutions: registerChoices(surveys, 'institution', language),
    degrees: registerChoices(surveys, 'degree', language),
  };
}

/** What can be confirmed. */
export type Deed = 'revoke' | 'disable' | 'reset';

/** Asks before a deed is done. Null where there is nobody, or no such role. */
export async function confirmPage(
  deps: PageDeps,
  language: Language,
  { personId, deed, grant }: { personId: string; deed: Deed; grant: string },
): Promise<PageAnswer | null> {
  const person = await selectPerson(deps.db, { id: personId });
  const role = deed === 'revoke' ? (await grantsOf(deps, personId, language)).find(({ id }) => id === grant) : null;
  if (!person || role === undefined) return null;
  const { users: t } = accountTexts(language);
  const words = {
    revoke: { heading: t.revokeTitle, lead: t.revokeLead(person.name, role?.words ?? ''), submit: t.revoke },
    disable: { heading: t.disableTitle, lead: t.disableLead(person.name), submit: t.disable },
    reset: { heading: t.resetTitle, lead: t.resetLead(person.name), submit: t.reset },
  }[deed];
  return page(confirmView, {
    ...staffFrame(language, words.heading, { kept: grant === '' ? {} : { grant } }),
    ...words,
    action: `/staff/users/${personId}/${deed}?lang=${language}`,
    hidden: grant,
    back: `/staff/users/${personId}?lang=${language}`,
  });
}

/** What links begin with. */
function baseUrlOf({ config }: Pick<Deps, 'config'>): string {
  return config.baseUrl ?? `http://${config.host}:${config.port}`;
}
