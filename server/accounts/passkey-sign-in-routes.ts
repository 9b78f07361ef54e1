import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { open } from './access.ts';
import { challengeCookies } from './challenge-cookies.ts';
import { passkeyPlace } from './passkey-place.ts';
import { beginPasskeySignIn, signInByPasskey } from './passkey-sign-in.ts';
import { askedOf } from './second-factor-routes.ts';
import type { Attempts } from './sign-in-attempts.ts';
import { goOnTo, passkeyRefusedPage } from './sign-in-pages.ts';

/** Signing in by a passkey. Where there can be none these addresses do not exist. */
export async function passkeySignInRoutes(
  app: FastifyInstance,
  { deps, attempts }: { deps: Deps; attempts: Attempts },
): Promise<void> {
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
