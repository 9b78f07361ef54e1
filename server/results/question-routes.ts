import type { FastifyInstance } from 'fastify';
import { permissionOrKey } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { makePageCache, sendKept } from '../http/page-cache.ts';
import { defineView } from '../http/render.ts';
import { openRequest } from './open-request.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { placeOf, refuse } from './report-routes.ts';
import type { ReportDeps } from './show-report.ts';
import { showQuestion, type QuestionOutcome } from './show-question.ts';

type QuestionPage = ReportFrame &
  Pick<Extract<QuestionOutcome, { kind: 'question' }>, 'view' | 'place'> & {
    back: string;
    questionnaire: string;
  };
const questionView = defineView<QuestionPage>('results/views/question');

type Params = { key: string; release: string; institution: string; degree: string; code: string };

/** Of pages some 2 KB each. */
const MOST_KEPT = 16 * 1024 * 1024;

/** One question of a degree's report in depth. */
export async function questionRoutes(app: FastifyInstance, deps: Deps & ReportDeps): Promise<void> {
  const kept = makePageCache(MOST_KEPT);
  const path = '/reports/:key/:release/:institution/:degree/question/:code';
  app.get<{ Params: Params }>(path, permissionOrKey('reports.read', 'degree'), async (request, reply) => {
    const asked = openRequest(request);
    const { key, language, notices } = asked;
    const { code } = request.params;
    const place = placeOf(request.params);
    const around = request.around?.(language) ?? null;
    const cacheKey = JSON.stringify([place, code, key, language, notices, around?.notice, around?.bar]);
    const page = kept.get(cacheKey);
    if (page) return sendKept(request, reply, { page, around });
    const outcome = await showQuestion(deps, { ...place, language, code });
    if (outcome.kind === 'unknown-question') throw new HttpError(404, 'no such question');
    if (outcome.kind !== 'question') return refuse(reply, asked, outcome.kind);
    const { view, invented } = outcome;
    const title = `${view.title}, ${outcome.place.degree}, ${outcome.place.institution}`;
    const model: QuestionPage = {
      ...reportFrame({ language, title, invented, key, notices }),
      view,
      place: outcome.place,
      back: `../../${asked.degree}?lang=${language}`,
      questionnaire: `/definitions/${outcome.asked.survey}/${outcome.asked.version}?lang=${language}#${code}`,
    };
    const html = await reply.viewAsync(questionView.name, { ...model, around });
    return sendKept(request, reply, { page: kept.set(cacheKey, html), around });
  });
}
