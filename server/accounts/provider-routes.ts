import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { cookieHeader, readCookie } from '../http/cookies.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { open } from './access.ts';
import { providerRefusedPage } from './guard-pages.ts';
import { openProvider, personOfClaims } from './provider.ts';
import { askedOf } from './second-factor-routes.ts';
import { isSecure } from './sessions.ts';
import { goOnTo } from './sign-in-pages.ts';
import { openSession } from './sign-in.ts';

const COOKIE = 'uras-provider';
const CALLBACK = '/staff/provider/callback';

/** Signing in through an organisation. Without one in the settings these pages do not exist. */
export async function providerRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const { oidc: config, baseUrl, host, port } = deps.config;
  if (config === null) return;
  const callback = `${baseUrl ?? `http://${host}:${port}`}${CALLBACK}`;
  const provider = openProvider(deps, { config, callback });
  const secure = isSecure(deps);

  app.get('/staff/provider', open('signing-in'), async (request, reply) => {
    const { next, kept } = askedOf(request, request.query);
    const { address, cookie } = await provider.begin({ next, kept });
    reply.header('Set-Cookie', cookieHeader(COOKIE, cookie, { secure }));
    return reply.redirect(address, 303);
  });
  app.get(CALLBACK, open('signing-in'), async (request, reply) => {
    const language = requestLanguage(request);
    const query = request.url.slice(CALLBACK.length);
    const claims = await provider.finish(query, readCookie(request.headers.cookie, COOKIE) ?? '');
    if (!claims) return sendAnswer(reply, await providerRefusedPage(deps, language, 'failed'));
    const personId = await personOfClaims(deps, claims);
    if (personId === null) return sendAnswer(reply, await providerRefusedPage(deps, language, 'unknown'));
    const userAgent = request.headers['user-agent'];
    const started = await openSession(deps, { personId, way: 'provider', userAgent });
    reply.header('Set-Cookie', [started.cookie, `${cookieHeader(COOKIE, '', { secure })}; Max-Age=0`]);
    return reply.redirect(goOnTo({ language, next: claims.next, kept: claims.kept }), 303);
  });
}
