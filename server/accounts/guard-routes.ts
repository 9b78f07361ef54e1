import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { formOf, textOf } from '../http/form.ts';
import { redirect, sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { SIGNED_IN, type Access } from './access.ts';
import { aroundPage } from './around-page.ts';
import { decideAccess, may, type Place, type Visitor } from './decide-access.ts';
import { forbiddenPage, formAgainPage } from './guard-pages.ts';
import { keepForm } from './keep-form.ts';
import type { Action } from './permissions.ts';
import { findSession, formToken, todayOf } from './sessions.ts';
import { isSame } from './secrets.ts';
import { isDemonstrationKey, isOwnMachine } from './demonstration.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may open the route. Without it the service does not start. */
    access?: Access;
  }
  interface FastifyRequest {
    /** Who asks: decided before any handler runs. */
    visitor: Visitor;
    /** Whether they may do this at that place, today. */
    may: (action: Action, place: Place) => boolean;
    /** Whose session has just ended: what they posted is kept for them. */
    endedOf: string | null;
  }
  interface FastifyInstance {
    /** Every route and who may open it. */
    declaredAccess: readonly DeclaredRoute[];
  }
}

export type DeclaredRoute = { method: string; url: string; access: Access };

/** The field of every form of a signed-in person. */
export const FORM_TOKEN = 'form_token';
const READING = ['GET', 'HEAD', 'OPTIONS'];
const NOBODY: Visitor = { kind: 'nobody' };

/**
 * Stands before every route: it must say who may open it, and nobody else comes to its handler. Added to
 * the app before the first route.
 */
export function addGuard(app: FastifyInstance, deps: Deps): void {
  const declared: DeclaredRoute[] = [];
  app.decorate('declaredAccess', declared);
  app.decorateRequest('visitor'); // set for each request, below
  app.decorateRequest('may', {
    getter() {
      return (action, place) => may(this.visitor, action, place, todayOf(deps));
    },
  });
  app.decorateRequest('endedOf', null);
  app.decorateRequest('around', null);
  app.addHook('onRoute', (route) => void declared.push(...declarationsOf(route)));
  // Where nobody signs in nothing is waited for: these are the pages that most people open at once.
  app.addHook('onRequest', (request, reply, done) => {
    request.visitor = NOBODY;
    const access = staffAccess(request);
    if (access === null) done();
    else goOnUnlessAnswered(admit(deps, { request, reply, access }), done);
  });
  app.addHook('preHandler', (request, reply, done) => {
    const access = staffAccess(request);
    if (access === null || READING.includes(request.method) || request.visitor.kind === 'link') done();
    else goOnUnlessAnswered(checkForm(deps, { request, reply, access }), done);
  });
}

/** Who may open the route, where that takes a look at who asks; else null. */
function staffAccess(request: FastifyRequest): Access | null {
  const access = request.routeOptions.config.access;
  return request.is404 || access === undefined || access === 'public' || access === 'graduate' ? null : access;
}

function goOnUnlessAnswered(answered: Promise<FastifyReply | undefined>, done: (error?: Error) => void): void {
  answered.then((reply) => {
    if (reply === undefined) done();
  }, done);
}

async function admit(deps: Deps, { request, reply, access }: Asked): Promise<FastifyReply | undefined> {
  request.visitor = await visitorOf(deps, { request, reply, access });
  request.around = (language) =>
    aroundPage(deps.keys, request.visitor, { language, today: todayOf(deps), path: pathOf(request) });
  return answerUnlessAllowed(deps, { request, reply, access });
}

/** A route without a declaration ends the start of the service. */
function declarationsOf(route: RouteOptions): DeclaredRoute[] {
  if (route.url.startsWith('/assets/')) route.config = { ...route.config, access: 'public' };
  const access = route.config?.access;
  if (access === undefined) {
    const what = `${[route.method].flat().join(', ')} ${route.url}`;
    throw new Error(
      `The route ${what} does not say who may open it. Give it open('public') or requirePermission(action, scope) of server/accounts/access.ts.`,
    );
  }
  return [route.method].flat().map((method) => ({ method, url: route.url, access }));
}

type Asked = { request: FastifyRequest; reply: FastifyReply; access: Access };

/** Who asks. The key of a demonstration's reports stands alone: with it nobody is signed in. */
async function visitorOf(deps: Deps, { request, reply, access }: Asked): Promise<Visitor> {
  const key = textOf(request.params, 'key');
  if (typeof access === 'object' && access.withKey && key !== SIGNED_IN) {
    if (!(await isDemonstrationKey(deps, key))) throw new HttpError(404, 'no such page');
    return { kind: 'link' };
  }
  const found = await findSession(deps, request.headers);
  if (found.cookie !== null) reply.header('Set-Cookie', found.cookie);
  request.endedOf = found.endedOf;
  if (found.visitor.kind !== 'nobody') return found.visitor;
  const { method, headers, raw } = request;
  const isMachine = await isOwnMachine(deps, { method, headers, remoteAddress: raw.socket.remoteAddress });
  return isMachine ? { kind: 'machine' } : NOBODY;
}

async function answerUnlessAllowed(deps: Deps, { request, reply, access }: Asked): Promise<FastifyReply | undefined> {
  const language = requestLanguage(request);
  const verdict = decideAccess(access, request.visitor, placeOf(request, access), todayOf(deps));
  switch (verdict) {
    case 'allowed':
      return undefined;
    case 'not-found':
      throw new HttpError(404, 'not theirs');
    case 'forbidden':
      return sendAnswer(reply, await forbiddenPage(deps, language));
    case 'sign-in':
      // What was posted is read first, so that it can be kept: see checkForm.
      if (!READING.includes(request.method)) return undefined;
      return sendAnswer(reply, signInAddress(request, ''));
    default:
      return verdict satisfies never;
  }
}

/** What is posted by staff comes from a form of ours, with the token of their session; else nothing is done. */
async function checkForm(deps: Deps, { request, reply, access }: Asked): Promise<FastifyReply | undefined> {
  if (!isFromOurPage(request)) throw new HttpError(403, 'posted from elsewhere');
  // A form of a session that has ended is its person's, also on the machine of a demonstration.
  const isOfEnded = request.endedOf !== null && textOf(request.body, FORM_TOKEN) !== '';
  if (request.visitor.kind === 'machine' && isOfEnded) request.visitor = NOBODY;
  const { visitor } = request;
  const verdict = decideAccess(access, visitor, placeOf(request, access), todayOf(deps));
  if (verdict === 'sign-in') {
    const kept = await keepForm(deps, { personId: request.endedOf, address: request.url, fields: fieldsOf(request) });
    return sendAnswer(reply, signInAddress(request, kept));
  }
  // Signing in takes a secret that no other page knows; what it leads to has a token.
  if (access === 'signing-in' || visitor.kind !== 'person') return undefined;
  const token = formToken(deps.keys, visitor.sessionId);
  if (isSame(textOf(request.body, FORM_TOKEN), token)) return undefined;
  return sendAnswer(reply, formAgainPage(requestLanguage(request), request.url, fieldsOf(request)));
}

/**
 * Browsers say where a form comes from by Sec-Fetch-Site, over https and on their own machine; older ones
 * by Origin, which is "null" for our pages, since they send no referrer. Then the token alone decides.
 */
function isFromOurPage({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  if (origin === undefined || origin === 'null') return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function pathOf({ url }: FastifyRequest): string {
  return url.replace(/[?#].*$/s, '').replace(/(?<=.)\/$/, '');
}

/** The place that an address names. */
function placeOf(request: FastifyRequest, access: Access): Place {
  const scope = typeof access === 'object' ? access.scope : 'nation';
  const isPlace = scope === 'institution' || scope === 'degree';
  return {
    institution: isPlace ? textOf(request.params, 'institution') : '',
    degree: scope === 'degree' ? textOf(request.params, 'degree') : '',
  };
}

function fieldsOf(request: FastifyRequest): [string, string][] {
  return Object.entries(formOf(request.body)).flatMap(([name, value]) =>
    name === FORM_TOKEN
      ? []
      : [value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : [])),
  );
}

/** Where to sign in, or to go on signing in, and then come back. */
function signInAddress({ visitor, url, method, query }: FastifyRequest, kept: string) {
  const next = READING.includes(method) ? url : '';
  const more = { lang: textOf(query, 'lang'), next, kept };
  const stage = visitor.kind === 'halfway' ? visitor.stage : 'password';
  const path = { password: '/staff/sign-in', code: '/staff/code', enrol: '/staff/second-factor' }[stage];
  const asked = new URLSearchParams(Object.entries(more).filter(([, value]) => value !== '')).toString();
  return redirect(asked === '' ? path : `${path}?${asked}`);
}
