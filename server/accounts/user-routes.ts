import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer, type PageAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { requirePermission } from './access.ts';
import {
  disablePerson,
  enablePerson,
  giveRole,
  makePerson,
  resetPerson,
  restoreRole,
  revokeRole,
} from './give-role.ts';
import { isUuid } from './keep-form.ts';
import { confirmPage, userPage, type Deed } from './user-pages.ts';
import { usersPage } from './users-page.ts';

const MANAGE = requirePermission('accounts.manage', 'nation');
const PERSON = '/staff/users/:person';
const DEEDS: readonly Deed[] = ['revoke', 'disable', 'reset'];

/** Accounts and roles: for administrators. */
export async function userRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  app.get('/staff/users', MANAGE, async (request, reply) =>
    sendAnswer(reply, await usersPage(deps, requestLanguage(request))),
  );
  app.post('/staff/users', MANAGE, async (request, reply) => {
    const language = requestLanguage(request);
    const typed = {
      name: textOf(request.body, 'name').slice(0, 200),
      email: textOf(request.body, 'email').slice(0, 300),
    };
    const outcome = await makePerson(deps, typed, { by: actorOf(request) });
    if (outcome.kind === 'refused')
      return sendAnswer(reply, await usersPage(deps, language, { typed, problems: outcome.problems }));
    const link = { path: outcome.path, kind: 'made' } as const;
    return sendAnswer(reply, found(await userPage(deps, language, outcome.personId, { link })));
  });
  app.get(PERSON, MANAGE, async (request, reply) => {
    const [done, undo] = [textOf(request.query, 'done'), textOf(request.query, 'undo')];
    return sendAnswer(reply, found(await userPage(deps, requestLanguage(request), personOf(request), { done, undo })));
  });
  app.post(`${PERSON}/grants`, MANAGE, async (request, reply) => {
    const field = (name: string) => textOf(request.body, name).slice(0, 100);
    const typed = {
      role: field('role'),
      institution: field('institution'),
      degree: field('degree'),
      from: field('from'),
      until: field('until'),
    };
    const personId = personOf(request);
    const outcome = await giveRole(deps, { personId, typed, by: actorOf(request) });
    if (outcome.kind === 'unknown') throw new HttpError(404, 'no such person');
    if (outcome.kind === 'given') return reply.redirect(backTo(request, 'given'), 303);
    const shown = { typed, problems: outcome.problems };
    return sendAnswer(reply, found(await userPage(deps, requestLanguage(request), personId, shown)));
  });
  for (const deed of DEEDS) {
    app.get(`${PERSON}/${deed}`, MANAGE, async (request, reply) => {
      const asked = { personId: personOf(request), deed, grant: textOf(request.query, 'grant') };
      return sendAnswer(reply, found(await confirmPage(deps, requestLanguage(request), asked)));
    });
  }
  addDeeds(app, deps);
}

function addDeeds(app: FastifyInstance, deps: Deps): void {
  const post = (name: string, deed: (request: FastifyRequest) => Promise<string>) =>
    app.post(`${PERSON}/${name}`, MANAGE, async (request, reply) => {
      const done = await deed(request);
      if (done === 'unknown') throw new HttpError(404, 'no such person or role');
      return reply.redirect(backTo(request, done), 303);
    });
  const change = (request: FastifyRequest) => ({ personId: personOf(request), by: actorOf(request) });
  const grantOf = (request: FastifyRequest) => textOf(request.body, 'grant').slice(0, 36);
  const named = (outcome: string, done: string) => (outcome === 'done' ? done : outcome);

  post('revoke', async (request) => {
    const id = grantOf(request);
    return named(await revokeRole(deps, { ...change(request), id }), `revoked&undo=${id}`);
  });
  post('restore', async (request) =>
    named(await restoreRole(deps, { ...change(request), id: grantOf(request) }), 'restored'),
  );
  post('disable', async (request) => named(await disablePerson(deps, change(request)), 'disabledDone'));
  post('enable', async (request) => named(await enablePerson(deps, change(request)), 'enabled'));
  app.post(`${PERSON}/reset`, MANAGE, async (request, reply) => {
    const path = await resetPerson(deps, change(request));
    if (path === null) throw new HttpError(404, 'no such person');
    const shown = { link: { path, kind: 'resetMade' } } as const;
    return sendAnswer(reply, found(await userPage(deps, requestLanguage(request), personOf(request), shown)));
  });
}

function personOf({ params }: FastifyRequest): string {
  const id = textOf(params, 'person');
  if (!isUuid(id)) throw new HttpError(404, 'no such person');
  return id;
}

/** Who does it, for the log. */
function actorOf({ visitor }: FastifyRequest): string | null {
  return visitor.kind === 'person' ? visitor.person.id : null;
}

function backTo(request: FastifyRequest, done: string): string {
  return `/staff/users/${personOf(request)}?lang=${requestLanguage(request)}&done=${done}`;
}

function found(answer: PageAnswer | null): PageAnswer {
  if (!answer) throw new HttpError(404, 'no such person');
  return answer;
}
