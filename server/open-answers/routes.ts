import type { FastifyInstance } from 'fastify';
import { permissionOrKey } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { acceptedLanguage, languageFrom } from '../http/request-language.ts';
import { answersPage } from './answers-page.ts';
import { reviewRoutes } from './review-routes.ts';

type Params = { key: string; release: string; institution: string; degree: string };

/** Open answers: the page of those who plan a degree, and the pages of those who review. */
export async function openAnswerRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(reviewRoutes, deps);
  const path = '/reports/:key/:release/:institution/:degree/open-answers';
  app.get<{ Params: Params }>(path, permissionOrKey('open-answers.read', 'degree'), async (request, reply) => {
    const { params, query, headers } = request;
    const language = languageFrom(textOf(query, 'lang')) ?? acceptedLanguage(headers['accept-language']);
    const q = textOf(query, 'q').trim().slice(0, 100);
    return sendAnswer(reply, await answersPage(deps, { ...params, language, q }));
  });
}
