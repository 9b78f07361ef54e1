import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { createFailureLimit } from '../http/failure-limit.ts';
import { textOf } from '../http/form.ts';
import { redirect, sendAnswer } from '../http/page-answer.ts';
import { open } from './access.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { askedOf, secondFactorRoutes, toSignIn } from './second-factor-routes.ts';
import * as pages from './sign-in-pages.ts';
import { enterCode, signIn } from './sign-in.ts';
import { queryOf } from './staff-frame.ts';
import { accountTexts } from './texts/index.ts';

const MOST_FOR_AN_ACCOUNT = 10;
const STEPS = { code: '/staff/code', enrol: '/staff/second-factor' } as const;

/** Signing in: password, second factor, and links that work once. */
export async function signInRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const limits = {
    network: createFailureLimit(deps.now),
    account: createFailureLimit(deps.now, { most: MOST_FOR_AN_ACCOUNT, keyOf: (email) => email.trim().toLowerCase() }),
  };
  const attempts: Attempts = {
    minutesToWait: (request, account) =>
      limits.network.minutesToWait(request.ip) ?? limits.account.minutesToWait(account),
    countFailure: (request, account) => {
      limits.network.countFailure(request.ip);
      limits.account.countFailure(account);
    },
  };
  addPassword(app, deps, attempts);
  addCode(app, deps, attempts);
  await app.register(secondFactorRoutes, deps);
  await app.register(invitationRoutes, deps);
}

/** Failed attempts, by network and by account. */
type Attempts = {
  minutesToWait: (request: FastifyRequest, account: string) => number | null;
  countFailure: (request: FastifyRequest, account: string) => void;
};

function addPassword(app: FastifyInstance, deps: Deps, attempts: Attempts): void {
  const provider = deps.config.oidc?.name ?? null;
  app.get('/staff/sign-in', open('signing-in'), async (request, reply) => {
    const asked = askedOf(request, request.query);
    if (request.visitor.kind === 'person') return reply.redirect(pages.goOnTo(asked), 303);
    return sendAnswer(reply, pages.signInPage(asked, { provider }));
  });
  app.post('/staff/sign-in', open('signing-in'), async (request, reply) => {
    const asked = askedOf(request, request.body);
    const email = textOf(request.body, 'email').slice(0, 200);
    const { signIn: t } = accountTexts(asked.language);
    const minutes = attempts.minutesToWait(request, email);
    if (minutes !== null) {
      reply.header('Retry-After', minutes * 60);
      return sendAnswer(reply, pages.signInPage(asked, { email, problem: t.wait(minutes), provider, status: 429 }));
    }
    const password = textOf(request.body, 'password').slice(0, 1000);
    const started = await signIn(deps, { email, password, userAgent: request.headers['user-agent'] });
    if (!started) {
      attempts.countFailure(request, email);
      return sendAnswer(reply, pages.signInPage(asked, { email, problem: t.wrong, provider, status: 422 }));
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
    const minutes = attempts.minutesToWait(request, visitor.person.email);
    if (minutes !== null) return sendAnswer(reply, pages.codePage(asked, words.wait(minutes), 429));
    const userAgent = request.headers['user-agent'];
    const who = { personId: visitor.person.id, sessionId: visitor.sessionId, userAgent };
    const started = await enterCode(deps, { ...who, code: textOf(request.body, 'code').slice(0, 40) });
    if (!started) {
      attempts.countFailure(request, visitor.person.email);
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
