import type { FastifyInstance } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import { actingFor } from '../accounts/acting-for.ts';
import { decideAccess } from '../accounts/decide-access.ts';
import { todayOf } from '../accounts/sessions.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { monitorPage } from './monitor-page.ts';
import { monitorTexts } from './texts/index.ts';

const READ = 'progress.read';
/** Pages that the monitor leads to. */
const BESIDE = ['/delivery', '/plan', '/population'];

/** How a round is being answered: an institution's coordinator sees their own people, the network's all. */
export async function monitorRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  app.get('/rounds/:round/monitor', requirePermission(READ, 'some'), async (request, reply) => {
    const language = requestLanguage(request);
    const { network } = monitorTexts(language);
    const wanted = textOf(request.query, 'institution');
    const acting = actingFor(deps, request, { action: READ, wanted, language, network });
    if (!acting) throw new HttpError(404, 'not theirs');
    const today = todayOf(deps);
    const place = { institution: acting.institution, degree: '' };
    const opens = new Set(
      BESIDE.filter((path) => {
        const route = app.declaredAccess.find(({ method, url }) => method === 'GET' && url === `/rounds/:round${path}`);
        return route !== undefined && decideAccess(route.access, request.visitor, place, today) === 'allowed';
      }),
    );
    const answer = await monitorPage(deps, { roundId: textOf(request.params, 'round'), acting, language, opens });
    if (!answer) throw new HttpError(404, 'no such round');
    return sendAnswer(reply, answer);
  });
}
