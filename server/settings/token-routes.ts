import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import { revokeApiToken } from '../api/tokens.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { redirect, sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { makeToken, revokePage, tokensPage } from './tokens-page.ts';

const TOKENS = requirePermission('tokens.manage', 'nation');

/** Tokens of programs: made, shown once, revoked. */
export async function tokenRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const nameOf = (request: FastifyRequest) => textOf(request.params, 'token').slice(0, 40);
  app.get('/settings/tokens', TOKENS, async (request, reply) => {
    const revoked = textOf(request.query, 'done') === 'revoked';
    return sendAnswer(reply, await tokensPage(deps, requestLanguage(request), { revoked }));
  });
  app.post('/settings/tokens', TOKENS, async (request, reply) => {
    const field = (name: string) => textOf(request.body, name).trim().slice(0, 100);
    const typed = {
      name: field('name'),
      scope: field('scope'),
      institution: field('institution'),
      expires: field('expires'),
    };
    const made = await makeToken(deps, requestLanguage(request), { typed, by: actorOf(request) });
    reply.header('Cache-Control', 'no-store');
    return sendAnswer(reply, made);
  });
  app.get('/settings/tokens/:token/revoke', TOKENS, async (request, reply) => {
    const page = await revokePage(deps, requestLanguage(request), nameOf(request));
    if (!page) throw new HttpError(404, 'no such token');
    return sendAnswer(reply, page);
  });
  app.post('/settings/tokens/:token/revoke', TOKENS, async (request, reply) => {
    const isDone = await revokeApiToken(deps, nameOf(request), actorOf(request));
    if (!isDone) throw new HttpError(404, 'no such token');
    return sendAnswer(reply, redirect(`/settings/tokens?done=revoked&lang=${requestLanguage(request)}`));
  });
}

/** Who does it, for the log. */
function actorOf({ visitor }: FastifyRequest): string | null {
  return visitor.kind === 'person' ? visitor.person.id : null;
}
