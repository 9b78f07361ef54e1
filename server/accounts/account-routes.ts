import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { open } from './access.ts';
import { accountPage, noKeptPage } from './account-pages.ts';
import type { StaffPerson } from './decide-access.ts';
import { keptFormPage } from './guard-pages.ts';
import { findKeptForm, isUuid, leaveKeptForm } from './keep-form.ts';
import { signOut } from './sign-in.ts';

/** The pages of one's own account. */
export async function accountRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const languageOf = requestLanguage;
  app.get('/staff/account', open('staff'), async (request, reply) => {
    const { person, sessionId } = signedIn(request);
    const done = textOf(request.query, 'done');
    return sendAnswer(reply, await accountPage(deps, { language: languageOf(request), person, sessionId, done }));
  });
  // The cookie stays: a form of another tab that comes later is kept for the person it belonged to.
  app.post('/staff/sign-out', open('staff'), async (request, reply) => {
    const { person, sessionId } = signedIn(request);
    await signOut(deps, { personId: person.id, sessionId });
    return reply.redirect(`/staff/sign-in?lang=${languageOf(request)}`, 303);
  });
  app.post('/staff/sessions/end', open('staff'), async (request, reply) => {
    const { person } = signedIn(request);
    const id = textOf(request.body, 'session');
    if (id !== 'all' && !isUuid(id)) throw new HttpError(400, 'no session');
    await signOut(deps, { personId: person.id, ...(id !== 'all' && { sessionId: id }) });
    const path = id === 'all' ? '/staff/sign-in?' : '/staff/account?done=ended&';
    return reply.redirect(`${path}lang=${languageOf(request)}`, 303);
  });
  app.get('/staff/continue', open('staff'), async (request, reply) => {
    const { person } = signedIn(request);
    const id = textOf(request.query, 'kept');
    const form = await findKeptForm(deps, { id, personId: person.id });
    const language = languageOf(request);
    return sendAnswer(reply, form ? keptFormPage(language, form, id) : noKeptPage(language));
  });
  app.post('/staff/continue/leave', open('staff'), async (request, reply) => {
    const { person } = signedIn(request);
    await leaveKeptForm(deps, { id: textOf(request.body, 'kept'), personId: person.id });
    return reply.redirect(`/staff?lang=${languageOf(request)}`, 303);
  });
}

/** Who has signed in, and in which session. */
export function signedIn({ visitor }: FastifyRequest): { person: StaffPerson; sessionId: string } {
  if (visitor.kind !== 'person') throw new HttpError(404, 'nobody has signed in');
  return visitor;
}
