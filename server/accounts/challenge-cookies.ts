import type { IncomingHttpHeaders } from 'node:http';
import type { Deps } from '../deps.ts';
import { cookieHeader, readCookie } from '../http/cookies.ts';
import { isSecure } from './sessions.ts';

/** The cookie in which a challenge travels. */
export function challengeCookies(deps: Pick<Deps, 'config'>) {
  const secure = isSecure(deps);
  const name = secure ? '__Host-uras-passkey' : 'uras-passkey';
  return {
    set: (value: string) => cookieHeader(name, value, { secure }),
    clear: `${cookieHeader(name, '', { secure })}; Max-Age=0`,
    read: ({ headers }: { headers: IncomingHttpHeaders }) => readCookie(headers.cookie, name) ?? '',
  };
}
