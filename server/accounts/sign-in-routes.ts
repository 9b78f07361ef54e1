import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { textOf } from '../http/form.ts';
import { redirect, sendAnswer } from '../http/page-answer.ts';
import { open } from './access.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { askedOf, secondFactorRoutes, toSignIn } from './second-factor-routes.ts';
import type { Attempts } from './sign-in-attempts.ts';
import * as pages from './sign-in-pages.ts';
import { enterCode, signIn } from './sign-in.ts';
import { queryOf } from './staff-frame.ts';
import { accountTexts } from './texts/index.ts';

const STEPS = { code: '/staff/code', enrol: '/staff/second-factor' } as const;

/** Signing in: password, second factor, and links that work once. */
export async function signInRoutes(
  app: FastifyInstance,
  { deps, attempts }: { deps: Deps; attempts: Attempts },
): Promise<void> {
  addPassword(app, deps, attempts);
  addCode(app, deps, attempts);
  await app.register(secondFactorRoutes, deps);
  await app.register(invitationRoutes, deps);
}

function addPassword(app: FastifyInstance, deps: Deps, attempts: Attempts): void {
  app.get('/staff/sign-in', open('signing-in'), async (request, reply) => {
    const asked = askedOf(request, request.query);
    if (request.visitor.kind === 'person') return reply.redirect(pages.goOnTo(asked), 303);
    return sendAnswer(reply, pages.signInPage(deps, asked));
  });
  app.post('/staff/sign-in', open('signing-in'), async (request, reply) => {
    const asked = askedOf(request, request.body);
    const email = textOf(request.body, 'email').slice(0, 200);
    const { signIn: t } = accountTexts(asked.language);
    const minutes = attempts.minutesToWait({ ip: request.ip, account: email });
    if (minutes !== null) {
      reply.header('Retry-After', minutes * 60);
      return sendAnswer(reply, pages.signInPage(deps, asked, { email, problem: t.wait(minutes), status: 429 }));
    }
    const password = textOf(request.body, 'password').slice(0, 1000);
    const started = await signIn(deps, { email, password, userAgent: request.headers['user-agent'] });
    if (!started) {
      attempts.countFailure({ ip: request.ip, account: email });
      return sendAnswer(reply, pages.signInPage(deps, asked, { email, problem: t.wrong, status: 422 }));
    }
    reply.header('Set-Cookie', started.cookie);
    return sendAnswer(reply, stepTo(started.stage, asked));
  });
}

function addCode(app: FastifyInstance, deps: Deps, attempts: Attempts): void {
  app.get('/staff/code', open('signing-in'), async (request, reply) => {
    const asked = askedOf(request, request.query);
    const { visitor } = request;
    if (visitor.kind === 'halfway' && visitor.stage === 'code') return sendAnswer(reply, pages.codePage(asked));
    return toSignIn(request, reply);
  });
  app.post('/staff/code', open('signing-in'), async (request, reply) => {
    const asked = askedOf(request, request.body);
    const { visitor } = request;
    if (visitor.kind !== 'halfway' || visitor.stage !== 'code') return toSignIn(request, reply);
    const { code: t, signIn: words } = accountTexts(asked.language);
    const trying = { ip: request.ip, account: visitor.person.email };
    const minutes = attempts.minutesToWait(trying);
    if (minutes !== null) return sendAnswer(reply, pages.codePage(asked, words.wait(minutes), 429));
    const userAgent = request.headers['user-agent'];
    const who = { personId: visitor.person.id, sessionId: visitor.sessionId, userAgent };
    const started = await enterCode(deps, { ...who, code: textOf(request.body, 'code').slice(0, 40) });
    if (!started) {
      attempts.countFailure(trying);
      return sendAnswer(reply, pages.codePage(asked, t.wrong, 422));
    }
    reply.header('Set-Cookie', started.cookie);
    return reply.redirect(pages.goOnTo(asked), 303);
  });
}

type Asked = ReturnType<typeof askedOf>;

function stepTo(stage: 'code' | 'enrol', { language, next, kept }: Asked) {
  return redirect(`${STEPS[stage]}?${queryOf({ lang: language, next, kept })}`);
}
