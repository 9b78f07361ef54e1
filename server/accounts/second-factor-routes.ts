import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { languageFrom, requestLanguage } from '../http/request-language.ts';
import { open } from './access.ts';
import { beginSecondFactor, confirmSecondFactor, pendingFactor } from './second-factor.ts';
import * as pages from './sign-in-pages.ts';
import { openSession } from './sign-in.ts';
import { ownAddress } from './staff-frame.ts';
import { accountTexts } from './texts/index.ts';

/** Setting up a second factor: at the first sign-in, or again from one's own page. */
export async function secondFactorRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  app.get('/staff/second-factor', open('signing-in'), async (request, reply) => {
    const person = enrolling(request);
    const factor = person && (await pendingFactor(deps, person));
    if (!factor) return toSignIn(request, reply);
    return sendAnswer(reply, pages.factorPage(askedOf(request, request.query), factor));
  });
  app.post('/staff/second-factor', open('signing-in'), async (request, reply) => {
    const { visitor } = request;
    const asked = askedOf(request, request.body);
    const person = enrolling(request);
    const factor = person && (await pendingFactor(deps, person));
    if (!person || !factor) return toSignIn(request, reply);
    const codes = await confirmSecondFactor(deps, person, textOf(request.body, 'code').slice(0, 40));
    const { factor: t } = accountTexts(asked.language);
    if (!codes) return sendAnswer(reply, pages.factorPage(asked, factor, t.wrong));
    if (visitor.kind === 'halfway') {
      const userAgent = request.headers['user-agent'];
      const whole = { personId: person.id, replaces: visitor.sessionId, way: 'password', userAgent } as const;
      reply.header('Set-Cookie', (await openSession(deps, whole)).cookie);
    }
    return sendAnswer(reply, pages.codesPage(asked, codes));
  });
  app.post('/staff/second-factor/new', open('staff'), async (request, reply) => {
    if (request.visitor.kind === 'person') await beginSecondFactor(deps, request.visitor.person.id);
    return reply.redirect(`/staff/second-factor?lang=${requestLanguage(request)}`, 303);
  });
}

/** Who sets up a second factor: someone at their first sign-in, or someone who has signed in. */
function enrolling({ visitor }: FastifyRequest): { id: string; email: string } | null {
  if (visitor.kind === 'person') return visitor.person;
  return visitor.kind === 'halfway' && visitor.stage === 'enrol' ? visitor.person : null;
}

/** What goes along in every step of signing in. */
export function askedOf(request: FastifyRequest, source: unknown) {
  const language = languageFrom(textOf(source, 'lang')) ?? requestLanguage(request);
  return { language, next: ownAddress(textOf(source, 'next')), kept: textOf(source, 'kept').slice(0, 36) };
}

/** The first step, or one's own page where there is nothing to sign in to. */
export async function toSignIn(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const path = request.visitor.kind === 'person' ? '/staff' : '/staff/sign-in';
  return reply.redirect(`${path}?lang=${requestLanguage(request)}`, 303);
}
