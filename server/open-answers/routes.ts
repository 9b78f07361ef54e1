import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { acceptedLanguage, languageFrom } from '../http/request-language.ts';
import { isReportKey } from '../results/report-key.ts';
import { answersPage } from './answers-page.ts';
import { reviewRoutes } from './review-routes.ts';

type Params = { key: string; release: string; institution: string; degree: string };

/** Open answers: the page of those who plan a degree, and the pages of those who review. */
export async function openAnswerRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(reviewRoutes, deps);
  app.get<{ Params: Params }>('/reports/:key/:release/:institution/:degree/open-answers', async (request, reply) => {
    const { params, query, headers } = request;
    if (!isReportKey(deps.keys, params.key)) throw new HttpError(404, 'no such page');
    const language = languageFrom(textOf(query, 'lang')) ?? acceptedLanguage(headers['accept-language']);
    const q = textOf(query, 'q').trim().slice(0, 100);
    return sendAnswer(reply, await answersPage(deps, { ...params, language, q }));
  });
}
