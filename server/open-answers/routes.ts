import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { defineView, render } from '../http/render.ts';
import { acceptedLanguage, languageFrom } from '../http/request-language.ts';
import { reportFrame, type ReportFrame } from '../results/page-frame.ts';
import { isReportKey } from '../results/report-key.ts';
import { textsOf } from '../results/texts/index.ts';
import { toAnswersView, type AnswersView } from './answers-view-model.ts';
import { reviewRoutes } from './review-routes.ts';
import { showOpenAnswers } from './show-open-answers.ts';
import { openAnswerTexts, type OpenAnswerTexts } from './texts/index.ts';

type AnswersPage = ReportFrame & { t: OpenAnswerTexts; answers: AnswersView; report: string };
type Params = { key: string; release: string; institution: string; degree: string };

const answersView = defineView<AnswersPage>('open-answers/views/answers');
const notShownView = defineView<ReportFrame>('results/views/not-shown');

/** Open answers: the page of those who plan a degree, and the pages of those who review. */
export async function openAnswerRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(reviewRoutes, deps);
  app.get<{ Params: Params }>('/reports/:key/:release/:institution/:degree/open-answers', async (request, reply) =>
    sendAnswers(request, reply, deps),
  );
}

async function sendAnswers(
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  deps: Deps,
): Promise<FastifyReply> {
  const { key, release, institution, degree } = request.params;
  if (!isReportKey(deps.keys, key)) throw new HttpError(404, 'no such page');
  const language: Language =
    languageFrom(textOf(request.query, 'lang')) ?? acceptedLanguage(request.headers['accept-language']);
  const q = textOf(request.query, 'q').trim().slice(0, 100);
  const outcome = await showOpenAnswers(deps, { release, institution, degree });
  if (outcome.kind === 'unknown-release') throw new HttpError(404, 'no such release');
  if (outcome.kind === 'not-shown') {
    const title = textsOf(language).notShown.title;
    return render(reply, notShownView, reportFrame({ language, title, invented: false, key, notices: [] }), 404);
  }
  const t = openAnswerTexts(language);
  const answers = toAnswersView(outcome.facts, { language, q });
  const title = `${t.page.title}: ${answers.degree}, ${answers.institution}`;
  const frame = reportFrame({ language, title, invented: answers.invented, key, notices: [], query: { q } });
  return render(reply, answersView, {
    ...frame,
    styles: [...frame.styles, 'open-answers.css'],
    t,
    answers,
    report: `/reports/${key}/${release}/${institution}/${degree}?lang=${language}`,
  });
}
