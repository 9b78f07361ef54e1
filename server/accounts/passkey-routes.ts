import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { open } from './access.ts';
import { accountPage } from './account-pages.ts';
import { signedIn } from './account-routes.ts';
import { challengeCookies } from './challenge-cookies.ts';
import { passkeyPlace } from './passkey-place.ts';
import { addPasskey, beginPasskey, removePasskey } from './passkeys.ts';

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
