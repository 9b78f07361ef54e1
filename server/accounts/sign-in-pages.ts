import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import type { Deps } from '../deps.ts';
import type { AcceptProblem, OpenInvitation } from './invitations.ts';
import { passkeyPlace } from './passkey-place.ts';
import { queryOf, staffFrame, type Refused, type StaffFrame } from './staff-frame.ts';
import { accountTexts } from './texts/index.ts';

/** Where to go on to after signing in, and the form that waits; both may be ''. */
export type GoOn = { next: string; kept: string };

type Asked = GoOn & { language: Language };
/** What goes along in every step of signing in. */
type Step = StaffFrame & { hidden: readonly (readonly [string, string])[]; refused: Readonly<Record<string, string>> };

const signInView = defineView<
  Step & {
    email: string;
    note: string | null;
    provider: { href: string; label: string } | null;
    /** The origin at which passkeys open; null = there are none. */
    passkeyAt: string | null;
    scripts: readonly string[];
  }
>('accounts/views/sign-in');
const codeView = defineView<Step>('accounts/views/code');
const factorView = defineView<Step & { factor: { key: string; uri: string; svg: string } }>('accounts/views/factor');
const codesView = defineView<StaffFrame & { codes: readonly string[]; goOn: string }>('accounts/views/codes');
const invitationView = defineView<
  Step & { heading: string; lead: string; isFirst: boolean; name: string; email: string; action: string }
>('accounts/views/invitation');
const goneView = defineView<StaffFrame>('accounts/views/gone');

export function signInPage(
  { config }: Pick<Deps, 'config'>,
  asked: Asked,
  {
    email = '',
    problem = null,
    at = 'email',
    status = 200,
  }: { email?: string; problem?: string | null; at?: 'email' | 'passkey'; status?: number } = {},
): PageAnswer {
  const { signIn: t } = accountTexts(asked.language);
  const note = asked.kept !== '' ? t.kept : asked.next !== '' ? t.ended : null;
  const query = queryOf({ lang: asked.language, next: asked.next, kept: asked.kept });
  const name = config.oidc?.name;
  const provider = name === undefined ? null : { href: `/staff/provider?${query}`, label: t.provider(name) };
  const passkeyAt = passkeyPlace(config)?.origin ?? null;
  const scripts = passkeyAt === null ? [] : ['passkey.js'];
  const errors = problem === null ? [] : [{ id: at, message: problem }];
  const step = stepOf(asked, t.title, errors);
  return page(signInView, { ...step, email, note, provider, passkeyAt, scripts }, status);
}

/** The sign-in page again, after a passkey that opened nothing. */
export function passkeyRefusedPage(
  deps: Pick<Deps, 'config'>,
  asked: Asked,
  why: 'late' | 'refused' | { minutes: number },
): PageAnswer {
  const { passkey, signIn: t } = accountTexts(asked.language);
  if (typeof why === 'object')
    return signInPage(deps, asked, { problem: t.wait(why.minutes), at: 'passkey', status: 429 });
  return signInPage(deps, asked, { problem: passkey.refusals[why], at: 'passkey', status: 422 });
}

export function codePage(asked: Asked, problem: string | null = null, status = 200): PageAnswer {
  const errors = problem === null ? [] : [{ id: 'code', message: problem }];
  return page(codeView, stepOf(asked, accountTexts(asked.language).code.title, errors), status);
}

export function factorPage(
  asked: Asked,
  factor: { key: string; uri: string; svg: string },
  problem: string | null = null,
): PageAnswer {
  const errors = problem === null ? [] : [{ id: 'code', message: problem }];
  const step = stepOf(asked, accountTexts(asked.language).factor.title, errors);
  return page(factorView, { ...step, factor }, problem === null ? 200 : 422);
}

/** Recovery codes, shown once. */
export function codesPage(asked: Asked, codes: readonly string[]): PageAnswer {
  const title = accountTexts(asked.language).factor.doneTitle;
  return page(codesView, { ...staffFrame(asked.language, title), codes, goOn: goOnTo(asked) });
}

const FIELD_OF: Readonly<Record<AcceptProblem, string>> = {
  noName: 'name',
  noEmail: 'email',
  taken: 'email',
  short: 'password',
  long: 'password',
  same: 'password',
};

export function invitationPage(
  language: Language,
  { kind, email, name, action }: OpenInvitation & { action: string },
  { problems = [], length = 0 }: { problems?: readonly AcceptProblem[]; length?: number } = {},
): PageAnswer {
  const { invitation: t } = accountTexts(language);
  const words = (problem: AcceptProblem) => (problem === 'short' ? t.short(length) : t[problem]);
  const errors = problems.map((problem) => ({ id: FIELD_OF[problem], message: words(problem) }));
  const heading = { first: t.firstTitle, invite: t.inviteTitle, reset: t.resetTitle }[kind];
  const model = {
    ...stepOf({ language, next: '', kept: '' }, heading, errors),
    heading,
    lead: kind === 'first' ? t.firstLead : t.lead(email),
    isFirst: kind === 'first',
    name,
    email,
    action,
  };
  return page(invitationView, model, problems.length > 0 ? 422 : 200);
}

export function goneInvitationPage(language: Language): PageAnswer {
  return page(goneView, staffFrame(language, accountTexts(language).invitation.gone), 410);
}

/** The address after signing in: the form that waits, the page that was asked for, or one's own. */
export function goOnTo({ language, next, kept }: Asked): string {
  if (kept !== '') return `/staff/continue?${queryOf({ kept, lang: language })}`;
  return next === '' ? `/staff?lang=${language}` : next;
}

function stepOf({ language, next, kept }: Asked, title: string, errors: readonly Refused[]): Step {
  const hidden = Object.entries({ lang: language, next, kept }).filter(([, value]) => value !== '');
  const refused = Object.fromEntries(errors.map(({ id, message }) => [id, message]));
  return { ...staffFrame(language, title, { kept: { next, kept }, errors }), hidden, refused };
}
