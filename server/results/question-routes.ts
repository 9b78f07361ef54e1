import type { FastifyInstance } from 'fastify';
import { permissionOrKey } from '../accounts/access.ts';
import { addLink, type ActionSummary } from '../actions/summarise-actions.ts';
import type { Deps } from '../deps.ts';
import { gzipTexts, makePageCache, sendKept } from '../http/page-cache.ts';
import { defineView } from '../http/render.ts';
import { openRequest } from './open-request.ts';
import { addressedQuery, reportFrame, type ReportFrame } from './page-frame.ts';
import { placeOf, refuse } from './report-place.ts';
import { openStanding } from './standing-routes.ts';
import type { ReportDeps } from './show-report.ts';
import { showQuestion, type QuestionOutcome } from './show-question.ts';

type QuestionPage = ReportFrame &
  Pick<Extract<QuestionOutcome, { kind: 'question' }>, 'view' | 'place'> & {
    back: string;
    /** null for several rounds together: an action is noted from a round. */
    add: ActionSummary['add'] | null;
    code: string;
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
    const compare = asked.query('compare');
    const where = placeOf(request.params);
    const standing = await openStanding(deps, reply, {
      asked,
      place: where,
      rest: `/question/${encodeURIComponent(code)}`,
    });
    if (!standing) return reply;
    const around = request.around?.(language) ?? null;
    // What changes stands in the key, so that a kept page is never behind; notices say how the release stands.
    const cacheKey = JSON.stringify([where, code, compare, key, language, notices, around?.notice, around?.bar]);
    const page = kept.get(cacheKey);
    if (page) return sendKept(request, reply, { page, around });
    const outcome = await showQuestion(deps, { ...where, language, code });
    if (outcome.kind !== 'question') return refuse(reply, asked, outcome.kind);
    const { view, place, invented } = outcome;
    const title = `${view.title}, ${place.degree}, ${place.institution}`;
    const model: QuestionPage = {
      ...reportFrame({ language, title, invented, key, notices, query: { compare } }),
      view,
      place,
      code,
      back: `../../${asked.degree}?${addressedQuery(language, compare)}`,
      add: outcome.isPooled ? null : addLink('../../../../', { ...where, language }),
      questionnaire: `/definitions/${outcome.asked.survey}/${outcome.asked.version}?lang=${language}#${code}`,
    };
    const html = await reply.viewAsync(questionView.name, { ...model, around });
    return sendKept(request, reply, { page: kept.set(cacheKey, gzipTexts([html])), around });
  });
}
