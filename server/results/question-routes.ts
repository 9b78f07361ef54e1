import type { FastifyInstance } from 'fastify';
import { loadReports } from '../../reports/index.ts';
import { permissionOrKey } from '../accounts/access.ts';
import { addLink, type ActionSummary } from '../actions/summarise-actions.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { defineView, render } from '../http/render.ts';
import { openRequest } from './open-request.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { placeOf, refuse } from './report-page-routes.ts';
import { openStanding } from './standing-routes.ts';
import { showQuestion, type QuestionOutcome } from './show-question.ts';

type QuestionPage = ReportFrame &
  Pick<Extract<QuestionOutcome, { kind: 'question' }>, 'view' | 'place'> & {
    back: string;
    add: ActionSummary['add'];
    code: string;
    questionnaire: string;
  };
const questionView = defineView<QuestionPage>('results/views/question');

type Params = { key: string; release: string; institution: string; degree: string; code: string };

/** One question of a degree's report in depth. */
export async function questionRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const reports = loadReports(deps.surveys);
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
    const outcome = await showQuestion({ ...deps, reports }, { ...where, language, code });
    if (outcome.kind === 'unknown-question') throw new HttpError(404, 'no such question');
    if (outcome.kind !== 'question') return refuse(reply, asked, outcome.kind);
    const { view, place, invented } = outcome;
    const title = `${view.title}, ${place.degree}, ${place.institution}`;
    return render(reply, questionView, {
      ...reportFrame({ language, title, invented, key, notices, query: { compare } }),
      view,
      place,
      code,
      back: `../../${asked.degree}?lang=${language}${compare === '' ? '' : `&compare=${encodeURIComponent(compare)}`}`,
      add: addLink('../../../../', { ...where, language }),
      questionnaire: `/definitions/${outcome.asked.survey}/${outcome.asked.version}?lang=${language}#${code}`,
    });
  });
}
