import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { createFailureLimit } from '../http/failure-limit.ts';
import { formOf, textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { askedLanguage, requestLanguage } from '../http/request-language.ts';
import { openPart, openPlace } from './get-answers.ts';
import { postPart, postSend } from './post-answers.ts';
import { CHOICES } from './post-choices.ts';
import { answerToCode, genuinePage, PUBLIC_PAGES, tooManyPage } from './public-pages.ts';
import { PLACES } from './respondent-frame.ts';
import { shownLanguage, type Answered, type Visit } from './visit.ts';

type Handler = (visit: Visit, params: Params) => Promise<Answered>;
type Params = { code: string; part: string };

const PUBLIC = { config: { access: 'public' } } as const;
const GRADUATE = { config: { access: 'graduate' } } as const;

/** The graduate's pages: those that anyone may open, and those of a personal link. */
export async function responseRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  for (const [address, show] of Object.entries(PUBLIC_PAGES)) {
    app.get(address, PUBLIC, async (request, reply) => sendAnswer(reply, show(requestLanguage(request), deps)));
  }
  app.post('/', PUBLIC, async (request, reply) => {
    const [typed, accepted] = [textOf(request.body, 'code').trim(), requestLanguage(request)];
    const language = shownLanguage(formOf(request.body)) ?? accepted;
    return sendAnswer(reply, answerToCode(typed, language, accepted));
  });
  app.post('/genuine', PUBLIC, async (request, reply) => {
    const language = shownLanguage(formOf(request.body)) ?? requestLanguage(request);
    return sendAnswer(reply, genuinePage(language, deps, textOf(request.body, 'receipt').trim()));
  });
  addPersonalLinks(app, deps);
}

/**
 * Everything under a personal link. A handler answers a visit; here only addresses, the limit of
 * failed look-ups and the sending. A network over the limit is answered without any look-up.
 */
function addPersonalLinks(app: FastifyInstance, deps: Deps): void {
  const limit = createFailureLimit(deps.now);
  const handle = (handler: Handler) => async (request: FastifyRequest, reply: FastifyReply) => {
    const minutes = limit.minutesToWait(request.ip);
    if (minutes !== null) {
      reply.header('Retry-After', minutes * 60);
      return sendAnswer(reply, tooManyPage(requestLanguage(request), minutes));
    }
    const params = { code: textOf(request.params, 'code'), part: textOf(request.params, 'part') };
    const { answer, isMiss } = await handler(new RequestVisit(request, params.code), params);
    if (isMiss) limit.countFailure(request.ip);
    return sendAnswer(reply, answer);
  };

  const get = (path: string, handler: Handler) => app.get(`/v/:code${path}`, GRADUATE, handle(handler));
  const post = (path: string, handler: Handler) => app.post(`/v/:code${path}`, GRADUATE, handle(handler));
  for (const place of PLACES) get(place, (visit) => openPlace(deps, visit, place));
  get('/part/:part', (visit, { part }) => openPart(deps, visit, part));
  post('/part/:part', (visit, { part }) => postPart(deps, visit, part));
  post('/send', (visit) => postSend(deps, visit));
  for (const [address, take] of Object.entries(CHOICES)) post(address, (visit) => take(deps, visit));
  // Someone who loads the address of a post again comes to the page of the link.
  for (const deed of ['/send', '/language', '/consent']) get(deed, (visit) => openPlace(deps, visit, ''));
}

/** A visit, as its request has it. */
class RequestVisit implements Visit {
  readonly typed: string;
  readonly asked: Visit['asked'];
  readonly query: Visit['query'];
  readonly form: Visit['form'];
  readonly #request: FastifyRequest;

  constructor(request: FastifyRequest, typed: string) {
    this.#request = request;
    this.typed = typed;
    this.form = formOf(request.body);
    this.query = formOf(request.query);
    this.asked = shownLanguage(this.form) ?? askedLanguage(request);
  }

  /** Few visits are answered in it. A getter of its own in each would keep its request in memory long after the answer. */
  get language(): Visit['language'] {
    return requestLanguage(this.#request);
  }
}
