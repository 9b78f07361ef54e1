import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { cookieHeader, readCookie } from '../http/cookies.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { open } from './access.ts';
import { accountPage } from './account-pages.ts';
import { signedIn } from './account-routes.ts';
import { passkeyPlace } from './passkey-place.ts';
import { beginPasskeySignIn, signInByPasskey } from './passkey-sign-in.ts';
import { addPasskey, beginPasskey, removePasskey } from './passkeys.ts';
import { askedOf } from './second-factor-routes.ts';
import { isSecure } from './sessions.ts';
import type { Attempts } from './sign-in-attempts.ts';
import { goOnTo, passkeyRefusedPage } from './sign-in-pages.ts';

/** Signing in by a passkey. Where there can be none these addresses do not exist. */
export function addPasskeySignIn(app: FastifyInstance, deps: Deps, attempts: Attempts): void {
  const place = passkeyPlace(deps.config);
  if (!place) return;
  const cookies = challengeCookies(deps);
  app.get('/staff/passkey/options', open('signing-in'), async (_request, reply) => {
    const { options, cookie } = beginPasskeySignIn(deps, place);
    return reply.header('Set-Cookie', cookies.set(cookie)).send(options);
  });
  app.post('/staff/passkey', open('signing-in'), async (request, reply) => {
    const asked = askedOf(request, request.body);
    const { ip, visitor } = request;
    const minutes = attempts.minutesToWait({ ip });
    if (minutes !== null) {
      reply.header('Retry-After', minutes * 60);
      return sendAnswer(reply, passkeyRefusedPage(deps, asked, { minutes }));
    }
    const started = await signInByPasskey(deps, place, {
      cookie: cookies.read(request),
      posted: textOf(request.body, 'credential'),
      userAgent: request.headers['user-agent'],
      replaces: visitor.kind === 'halfway' ? visitor.sessionId : undefined,
    });
    if (typeof started === 'string') {
      attempts.countFailure({ ip });
      return sendAnswer(reply, passkeyRefusedPage(deps, asked, started));
    }
    reply.header('Set-Cookie', [started.cookie, cookies.clear]);
    return reply.redirect(goOnTo(asked), 303);
  });
}

/** Passkeys on one's own account. */
export async function passkeyRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const place = passkeyPlace(deps.config);
  const cookies = challengeCookies(deps);
  app.post('/staff/passkeys/remove', open('staff'), async (request, reply) => {
    const id = textOf(request.body, 'passkey').slice(0, 1400);
    const isRemoved = await removePasskey(deps, { personId: signedIn(request).person.id, id });
    const done = isRemoved ? '&done=passkeyRemoved' : '';
    return reply.redirect(`/staff/account?lang=${requestLanguage(request)}${done}`, 303);
  });
  if (!place) return;
  app.get('/staff/passkeys/options', open('staff'), async (request, reply) => {
    const { options, cookie } = await beginPasskey(deps, place, signedIn(request).person);
    return reply.header('Set-Cookie', cookies.set(cookie)).send(options);
  });
  app.post('/staff/passkeys', open('staff'), async (request, reply) => {
    const { person, sessionId } = signedIn(request);
    const language = requestLanguage(request);
    const name = textOf(request.body, 'name').slice(0, 200);
    const problem = await addPasskey(deps, place, {
      personId: person.id,
      sessionId,
      cookie: cookies.read(request),
      posted: textOf(request.body, 'credential'),
      name,
      userAgent: request.headers['user-agent'],
    });
    if (problem !== null)
      return sendAnswer(reply, await accountPage(deps, { language, person, sessionId, adding: { problem, name } }));
    reply.header('Set-Cookie', cookies.clear);
    return reply.redirect(`/staff/account?lang=${language}&done=passkeyAdded`, 303);
  });
}

/** The cookie of a challenge. */
function challengeCookies(deps: Deps) {
  const secure = isSecure(deps);
  const name = secure ? '__Host-uras-passkey' : 'uras-passkey';
  return {
    set: (value: string) => cookieHeader(name, value, { secure }),
    clear: `${cookieHeader(name, '', { secure })}; Max-Age=0`,
    read: ({ headers }: FastifyRequest) => readCookie(headers.cookie, name) ?? '',
  };
}
