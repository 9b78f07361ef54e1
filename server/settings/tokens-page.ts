import { registerChoices, registerNames } from '../accounts/register-names.ts';
import { dayWords } from '../accounts/grant-words.ts';
import { staffFrame, type Refused, type StaffFrame } from '../accounts/staff-frame.ts';
import { createToken, listTokens, SCOPES } from '../api/tokens.ts';
import { dayFrom } from '../csv/read-day.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { settingTexts, type SettingTexts } from './texts/index.ts';

export type TypedToken = { name: string; scope: string; institution: string; expires: string };
const NOTHING: TypedToken = { name: '', scope: '', institution: '', expires: '' };
type TokenProblem = keyof SettingTexts['tokenProblems'];

type Choice = { value: string; label: string };
type TokenLine = { name: string; facts: string; canRevoke: boolean };
type TokensModel = StaffFrame & {
  says: SettingTexts;
  made: { name: string; token: string } | null;
  status: string | null;
  tokens: readonly TokenLine[];
  typed: TypedToken;
  refused: Readonly<Record<string, string>>;
  scopes: readonly Choice[];
  institutions: readonly Choice[];
};
const tokensView = defineView<TokensModel>('settings/views/tokens');
const revokeView = defineView<StaffFrame & { says: SettingTexts; name: string }>('settings/views/revoke');

type PageDeps = Pick<Deps, 'ownerDb' | 'now' | 'surveys'>;
type Shown = {
  made?: TokensModel['made'];
  revoked?: boolean;
  typed?: TypedToken;
  problem?: TokenProblem;
};

const FIELDS: Readonly<Record<TokenProblem, keyof TypedToken>> = {
  bad_name: 'name',
  taken: 'name',
  unknown_scope: 'scope',
  no_institution: 'institution',
  unknown_institution: 'institution',
  bad_day: 'expires',
  expired_already: 'expires',
  too_long: 'expires',
};

/** Every token, and the form that makes another. */
export async function tokensPage(
  deps: PageDeps,
  language: Language,
  { made = null, revoked = false, typed = NOTHING, problem }: Shown = {},
): Promise<PageAnswer> {
  const t = settingTexts(language);
  const errors: Refused[] = problem ? [{ id: FIELDS[problem], message: t.tokenProblems[problem] }] : [];
  const today = deps.now().toISOString().slice(0, 10);
  const rows = await listTokens(deps);
  const model: TokensModel = {
    ...staffFrame(language, t.tokens, { errors }),
    says: t,
    made,
    status: made ? t.made(made.name) : revoked ? t.revokedNow : null,
    tokens: rows.map((row) => ({
      name: row.name,
      facts: tokenWords(row, { t, language, today, surveys: deps.surveys }),
      canRevoke: row.revoked_on === null && row.expires_on >= today,
    })),
    typed,
    refused: Object.fromEntries(errors.map(({ id, message }) => [id, message])),
    scopes: SCOPES.map((value) => ({ value, label: t.scopes[value] ?? value })),
    institutions: registerChoices(deps.surveys, 'institution', language),
  };
  return page(tokensView, model, errors.length > 0 ? 422 : 200);
}

type TokenRow = Awaited<ReturnType<typeof listTokens>>[number];

function tokenWords(
  row: TokenRow,
  { t, language, today, surveys }: { t: SettingTexts; language: Language; today: string; surveys: Deps['surveys'] },
): string {
  const { scope, institution, expires_on, revoked_on, last_used_on } = row;
  const until = dayWords(expires_on, language);
  const place = registerNames(surveys, 'institution').get(institution)?.[language] ?? institution;
  const state =
    revoked_on !== null
      ? t.revoked(dayWords(revoked_on, language))
      : expires_on < today
        ? t.expired(until)
        : t.state(until);
  const used = last_used_on === null ? t.unused : t.used(dayWords(last_used_on, language));
  return [t.scopes[scope] ?? scope, institution === '' ? t.allPlaces : place, state, used].join(', ');
}

/** Makes a token: the page that shows it once, or the form with what is wrong. */
export async function makeToken(
  deps: PageDeps & Pick<Deps, 'randomBytes'>,
  language: Language,
  { typed, by }: { typed: TypedToken; by: string | null },
): Promise<PageAnswer> {
  const refuse = (problem: TokenProblem) => tokensPage(deps, language, { typed, problem });
  const { name, scope, institution } = typed;
  const isKnown = institution === '' || registerNames(deps.surveys, 'institution').has(institution);
  if (!isKnown) return refuse('unknown_institution');
  const expires = dayFrom(typed.expires);
  if (expires === null) return refuse('bad_day');
  const outcome = await createToken(deps, { name, scope, institution, expires, by });
  if (outcome.kind !== 'created') return refuse(outcome.kind);
  return tokensPage(deps, language, { made: { name, token: outcome.token } });
}

/** Asks before a token is revoked. Null where none of that name is in force. */
export async function revokePage(deps: PageDeps, language: Language, name: string): Promise<PageAnswer | null> {
  const row = (await listTokens(deps)).find((one) => one.name === name && one.revoked_on === null);
  if (!row) return null;
  const t = settingTexts(language);
  return page(revokeView, { ...staffFrame(language, t.revokeTitle(name)), says: t, name });
}
