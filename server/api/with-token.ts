import type { Deps } from '../deps.ts';
import type { FailureLimit } from '../http/failure-limit.ts';
import { checkToken, type Reader, type Scope } from './tokens.ts';

/** Who asks with a token, or what to answer instead, with its headers. */
export type TokenAnswer =
  | { kind: 'reader'; reader: Reader }
  | { kind: 'problem'; status: 401 | 403 | 429; detail: string; headers: Readonly<Record<string, string | number>> };

const MAY: Readonly<Record<Scope, string>> = {
  'releases:read': 'reading releases',
  'population:write': 'importing people',
};

/** Checks the token of a request. Failures are counted by network, so that nobody can try tokens. */
export async function readerOf(
  deps: Pick<Deps, 'db' | 'now'>,
  limit: FailureLimit,
  request: { ip: string; authorization: string | undefined; scope: Scope },
): Promise<TokenAnswer> {
  const minutes = limit.minutesToWait(request.ip);
  if (minutes !== null) {
    const detail = `Too many unknown tokens from this network. Wait ${minutes} minutes.`;
    return { kind: 'problem', status: 429, detail, headers: { 'Retry-After': minutes * 60 } };
  }
  const check = await checkToken(deps, request.authorization, request.scope);
  switch (check.kind) {
    case 'reader':
      return check;
    case 'missing': {
      const headers = { 'WWW-Authenticate': 'Bearer' };
      return { kind: 'problem', status: 401, detail: 'Send a token: Authorization: Bearer TOKEN.', headers };
    }
    case 'unknown': {
      limit.countFailure(request.ip);
      const headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"' };
      return { kind: 'problem', status: 401, detail: 'The token is unknown, has expired or was revoked.', headers };
    }
    case 'out_of_scope': {
      const detail = `The token does not allow ${MAY[request.scope]}: it needs ${request.scope}.`;
      return { kind: 'problem', status: 403, detail, headers: {} };
    }
    default:
      return check satisfies never;
  }
}
