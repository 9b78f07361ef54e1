import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { open, requirePermission } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer, type PageAnswer } from '../http/page-answer.ts';
import { ROUND_PAGES, ROUND_POSTS, type RoundVisit } from './page-table.ts';
import { loadRound } from '../rounds/load-rounds.ts';
import { MANAGER_PAGES, MANAGER_POSTS } from './manager-pages.ts';
import { listPage } from './list-page.ts';
import { startPage } from './start-page.ts';
import { visitOf, type Visit } from './visit.ts';

const READ = requirePermission('rounds.read', 'some');
const MANAGE = requirePermission('rounds.manage', 'nation');
/** Whoever looks after an institution's people says whether it takes part. */
const TAKE_PART = requirePermission('population.manage', 'institution');

/** Rounds: their list, each one's tasks, and what is done with them; and where staff begin. */
export async function roundRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  app.get('/staff', open('staff'), async (request, reply) => {
    const { visitor } = request;
    if (visitor.kind !== 'person') throw new HttpError(404, 'nobody has signed in');
    const { reader, language } = visitOf(request, deps);
    return sendAnswer(reply, await startPage(deps, { person: visitor.person, reader, language }));
  });
  app.get('/rounds', READ, async (request, reply) => {
    const { reader, language } = visitOf(request, deps);
    return sendAnswer(reply, await listPage(deps, reader, { language, sort: textOf(request.query, 'sort') }));
  });
  for (const [path, answer] of Object.entries(MANAGER_PAGES)) app.get(`/rounds${path}`, MANAGE, managing(deps, answer));
  for (const [path, answer] of Object.entries(MANAGER_POSTS))
    app.post(`/rounds${path}`, MANAGE, managing(deps, answer));
  for (const [path, { answer, forAll }] of Object.entries(ROUND_PAGES)) {
    app.get(`/rounds/:round${path}`, forAll ? READ : MANAGE, ofRound(deps, answer));
  }
  for (const [path, answer] of Object.entries(ROUND_POSTS)) {
    app.post(`/rounds/:round${path}`, path.endsWith('/:institution') ? TAKE_PART : MANAGE, ofRound(deps, answer));
  }
}

type Answer<Of> = (deps: Deps, visit: Of) => Promise<PageAnswer | null>;

function managing(deps: Deps, answer: Answer<Visit>) {
  return async (request: FastifyRequest, reply: FastifyReply) =>
    sendAnswer(reply, found(await answer(deps, visitOf(request, deps))));
}

/** A round that the visitor's institution has no part in does not exist for them. */
function ofRound(deps: Deps, answer: Answer<RoundVisit>) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const visit = visitOf(request, deps);
    const facts = await loadRound(deps, visit.reader, textOf(request.params, 'round'));
    if (!facts) throw new HttpError(404, 'no such round');
    return sendAnswer(reply, found(await answer(deps, { ...visit, facts })));
  };
}

function found(answer: PageAnswer | null): PageAnswer {
  if (!answer) throw new HttpError(404, 'no such page');
  return answer;
}
