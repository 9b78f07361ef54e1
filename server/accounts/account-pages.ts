import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { countRecoveryCodes, selectSecondFactor } from './credential-store.ts';
import type { StaffPerson } from './decide-access.ts';
import { dayWords, grantWords, timeWords } from './grant-words.ts';
import { passkeySection, type Adding, type PasskeySection } from './passkey-section.ts';
import { todayOf } from './sessions.ts';
import { messagesById, staffFrame, type StaffFrame } from './staff-frame.ts';
import { selectOpenSessions } from './store.ts';
import { accountTexts } from './texts/index.ts';

type AccountModel = StaffFrame & {
  person: { name: string; email: string };
  status: string | null;
  roles: readonly string[];
  factor: readonly string[];
  canRenew: boolean;
  passkeys: PasskeySection | null;
  refused: Readonly<Record<string, string>>;
  scripts: readonly string[];
  sessions: readonly { id: string; words: string; isThis: boolean }[];
  limits: string;
};
const accountView = defineView<AccountModel>('accounts/views/account');
const noKeptView = defineView<StaffFrame>('accounts/views/no-kept');

type Asked = {
  language: Language;
  person: StaffPerson;
  sessionId: string;
  /** What has just been done. */
  done?: string;
  adding?: Adding;
};

/** One's own account: roles, pages they open, second factor, passkeys, sessions. */
export async function accountPage(
  deps: Pick<Deps, 'db' | 'now' | 'config' | 'surveys'>,
  { language, person, sessionId, done, adding }: Asked,
): Promise<PageAnswer> {
  const { account: t, passkey: words } = accountTexts(language);
  const today = todayOf(deps);
  const sessions = await selectOpenSessions(deps.db, person.id, deps.now());
  const way = sessions.find(({ id }) => id === sessionId)?.way ?? null;
  const isByProvider = way === 'provider';
  const factor = isByProvider ? null : await selectSecondFactor(deps.db, person.id);
  const left = await countRecoveryCodes(deps.db, person.id);
  const confirmed = factor?.confirmed_on
    ? [t.factorOn(dayWords(factor.confirmed_on, language)), t.codesLeft(left)]
    : [];
  const { sessionIdleMinutes, sessionHours } = deps.config;
  const name = adding?.name ?? '';
  const passkeys = await passkeySection(deps, { language, personId: person.id, way, name });
  const errors = adding ? [{ id: 'name', message: words.problems[adding.problem] }] : [];
  const said = { ended: t.ended, passkeyAdded: words.addedDone, passkeyRemoved: words.removedDone };
  const model: AccountModel = {
    ...staffFrame(language, t.title, { errors }),
    person,
    status: Object.entries(said).find(([one]) => one === done)?.[1] ?? null,
    roles: person.grants.map((grant) => grantWords(grant, { language, surveys: deps.surveys, today })),
    factor: isByProvider ? [t.byProvider] : confirmed,
    canRenew: !isByProvider,
    passkeys,
    refused: messagesById(errors),
    scripts: passkeys?.addAt ? ['passkey.js'] : [],
    sessions: sessions.map((session) => ({
      id: session.id,
      words: `${session.browser === '' ? t.unknown : session.browser}, ${t.began(timeWords(session.started_at, language))}`,
      isThis: session.id === sessionId,
    })),
    limits: t.limits(sessionIdleMinutes, sessionHours),
  };
  return page(accountView, model, errors.length > 0 ? 422 : 200);
}

/** Nothing waits under that name. */
export function noKeptPage(language: Language): PageAnswer {
  return page(noKeptView, staffFrame(language, accountTexts(language).kept.none), 404);
}
