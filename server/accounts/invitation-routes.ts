import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { open } from './access.ts';
import { acceptInvitation, findInvitation } from './invitations.ts';
import * as pages from './sign-in-pages.ts';
import { startHalfway } from './sign-in.ts';

/** Links that work once: the first administrator's, invitations, new passwords. */
export async function invitationRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  app.get('/staff/invitation/:token', open('signing-in'), async (request, reply) => {
    const language = requestLanguage(request);
    const found = await findInvitation(deps, textOf(request.params, 'token'));
    if (!found) return sendAnswer(reply, pages.goneInvitationPage(language));
    return sendAnswer(reply, pages.invitationPage(language, { ...found, action: `?lang=${language}` }));
  });
  app.post('/staff/invitation/:token', open('signing-in'), async (request, reply) => {
    const language = requestLanguage(request);
    const [name, email] = [textOf(request.body, 'name').slice(0, 200), textOf(request.body, 'email').slice(0, 300)];
    const password = textOf(request.body, 'password').slice(0, 1000);
    const token = textOf(request.params, 'token');
    const outcome = await acceptInvitation(deps, token, { name, email, password });
    const found = outcome.kind === 'refused' ? await findInvitation(deps, token) : null;
    if (outcome.kind === 'refused' && found) {
      const typed = found.kind === 'first' ? { name, email } : { name: found.name, email: found.email };
      const shown = { kind: found.kind, ...typed, action: `?lang=${language}` };
      const why = { problems: outcome.problems, length: [...password].length };
      return sendAnswer(reply, pages.invitationPage(language, shown, why));
    }
    if (outcome.kind !== 'accepted') return sendAnswer(reply, pages.goneInvitationPage(language));
    const userAgent = request.headers['user-agent'];
    const started = await startHalfway(deps, { personId: outcome.personId, userAgent });
    reply.header('Set-Cookie', started.cookie);
    const step = started.stage === 'code' ? 'code' : 'second-factor';
    return reply.redirect(`/staff/${step}?lang=${language}`, 303);
  });
}
