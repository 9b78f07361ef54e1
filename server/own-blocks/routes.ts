import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { formOf, textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { contentPolicy } from '../http/security-headers.ts';
import { BLOCK_PAGES, type BlockPage } from './block-pages.ts';
import { BLOCK_POSTS } from './block-posts.ts';
import { overviewPage } from './overview-page.ts';
import { goTo, openVisit, type OwnVisit } from './visit.ts';

const EDIT = requirePermission('own-questions.edit', 'degree');

/** Of a block's pages, those that hold frames of ours, and those that stand in them. */
const POLICIES: Readonly<Record<string, string>> = {
  '/preview': contentPolicy({ 'frame-src': "'self'" }),
  '/preview/:named': contentPolicy({ 'frame-ancestors': "'self'" }),
};

/** Own questions of institutions and degrees. */
export async function ownBlockRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  app.get('/own-questions', requirePermission('own-questions.edit', 'some'), async (request, reply) =>
    sendAnswer(
      reply,
      await overviewPage(deps, requestLanguage(request), (place) => request.may('own-questions.edit', place)),
    ),
  );
  app.get('/own-questions/open', requirePermission('own-questions.edit', 'some'), async (request, reply) =>
    sendAnswer(reply, goTo(theirVisit(request, deps), '')),
  );
  for (const base of ['/own-questions/:survey/:institution', '/own-questions/:survey/:institution/:degree']) {
    for (const [path, show] of Object.entries(BLOCK_PAGES))
      app.get(base + path, EDIT, handle(deps, show, POLICIES[path]));
    for (const [path, post] of Object.entries(BLOCK_POSTS)) app.post(base + path, EDIT, handle(deps, post));
  }
}

function handle(deps: Deps, answer: BlockPage, policy?: string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const visit = visitOf(request, request.params, deps);
    const page = await answer(deps, visit, textOf(request.params, 'named'));
    if (!page) throw new HttpError(404, 'no such page');
    if (policy !== undefined) reply.header('Content-Security-Policy', policy);
    return sendAnswer(reply, page);
  };
}

/** The block that a form names, if it is theirs. */
function theirVisit(request: FastifyRequest, deps: Pick<Deps, 'surveys'>): OwnVisit {
  const visit = visitOf(request, request.query, deps);
  const { institution, degree } = visit.place.owner;
  if (!request.may('own-questions.edit', { institution, degree: degree ?? '' })) throw new HttpError(404, 'not theirs');
  return visit;
}

/** A survey, an institution or a degree that does not exist is a page that does not exist. */
function visitOf(request: FastifyRequest, named: unknown, { surveys }: Pick<Deps, 'surveys'>): OwnVisit {
  const [query, form] = [formOf(request.query), formOf(request.body)];
  const visit = openVisit(surveys, { named: formOf(named), language: requestLanguage(request), query, form });
  if (!visit) throw new HttpError(404, 'no such block');
  return visit;
}
