import type { FastifyInstance } from 'fastify';
import { open } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { institutionPage } from './genuine-page.ts';

/** Pages by which anyone can check a message without its link. */
export async function trustRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  app.get('/genuine/:institution', open('public'), async (request, reply) => {
    const institution = textOf(request.params, 'institution');
    return sendAnswer(reply, await institutionPage(deps, institution, requestLanguage(request)));
  });
}
