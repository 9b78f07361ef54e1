import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import { actingFor } from '../accounts/acting-for.ts';
import type { Action } from '../accounts/permissions.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { formOf, textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { SENDING_DOWNLOADS, SENDING_PAGES, SENDING_POSTS, type Downloads } from './sending-pages.ts';
import { goTo, textsOf, type SendingPage, type SendingVisit } from './visit.ts';

const MAY: Action = 'messages.send';

/**
 * Messages of a round, their plan, sending and what did not arrive. Whose messages a page is about stands in its
 * query; what is another institution's does not exist.
 */
export async function sendingRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const guard = requirePermission(MAY, 'some');
  for (const [path, show] of Object.entries(SENDING_PAGES)) app.get(`/rounds/:round${path}`, guard, handle(deps, show));
  for (const [path, post] of Object.entries(SENDING_POSTS))
    app.post(`/rounds/:round${path}`, guard, handle(deps, post));
  for (const [path, read] of Object.entries(SENDING_DOWNLOADS))
    app.post(`/rounds/:round${path}`, guard, download(deps, read, path.replace(/\/list$/, '')));
}

function handle(deps: Deps, answer: SendingPage) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const page = await answer(deps, visitOf(request, deps));
    if (!page) throw new HttpError(404, 'no such page');
    return sendAnswer(reply, page);
  };
}

function download(deps: Deps, read: Downloads[string], back: string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const visit = visitOf(request, deps);
    const file = await read(deps, visit);
    // Nothing to take, or not for them: the page says why.
    if (!file) return sendAnswer(reply, goTo(visit, back));
    return reply
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .type('text/csv; charset=utf-8')
      .send(`\uFEFF${file.text}`);
  };
}

function visitOf(request: FastifyRequest, deps: Deps): SendingVisit {
  const language = requestLanguage(request);
  const t = textsOf(language);
  const asked = { action: MAY, wanted: textOf(request.query, 'institution'), language, network: t.network };
  const acting = actingFor(deps, request, asked);
  if (!acting) throw new HttpError(404, 'not theirs');
  const { visitor } = request;
  const sees =
    acting.institution !== '' && request.may('population.manage', { institution: acting.institution, degree: '' });
  return {
    roundId: textOf(request.params, 'round'),
    sender: acting.institution,
    senderName: acting.name,
    choices: acting.choices.map(({ institution, name }) => ({ sender: institution, label: name })),
    language,
    t,
    query: formOf(request.query),
    form: formOf(request.body),
    params: formOf(request.params),
    by: visitor.kind === 'person' ? visitor.person.id : null,
    email: visitor.kind === 'person' ? visitor.person.email : null,
    seesPeople: sees,
  };
}
