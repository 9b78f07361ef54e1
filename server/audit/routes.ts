import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import { placesOf } from '../accounts/places.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { exportLog } from './export-log.ts';
import { logPage, type LogPlace } from './log-page.ts';
import type { LogFilter } from './log-wish.ts';

/** The log: of everything for administrators and auditors, of a round for those who run it. */
export async function logRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const all = requirePermission('audit.read', 'nation');
  const ofRound = requirePermission('rounds.read', 'some');
  const everything = (): LogPlace => ({ roundId: null, places: null });
  const round = (request: FastifyRequest): LogPlace => ({
    roundId: textOf(request.params, 'round'),
    places: placesOf(request.visitor, 'rounds.read', deps),
  });
  app.get('/staff/log', all, async (request, reply) => show(deps, request, reply, everything()));
  app.post('/staff/log/export', all, async (request, reply) => download(deps, request, reply, everything()));
  app.get('/rounds/:round/log', ofRound, async (request, reply) => show(deps, request, reply, round(request)));
  app.post('/rounds/:round/log/export', ofRound, async (request, reply) =>
    download(deps, request, reply, round(request)),
  );
}

async function show(deps: Deps, request: FastifyRequest, reply: FastifyReply, place: LogPlace): Promise<FastifyReply> {
  const { query } = request;
  const shown = { language: requestLanguage(request), filter: filterOf(query), before: textOf(query, 'before') };
  const answer = await logPage(deps, { ...shown, place });
  if (!answer) throw new HttpError(404, 'no such round');
  return sendAnswer(reply, answer);
}

async function download(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  place: LogPlace,
): Promise<FastifyReply> {
  const by = request.visitor.kind === 'person' ? request.visitor.person.id : null;
  const wanted = { language: requestLanguage(request), filter: filterOf(request.body), place, by };
  const csv = await exportLog(deps, wanted);
  if (csv === null) throw new HttpError(404, 'no such round');
  const name = place.roundId === null ? 'log.csv' : `log-${place.roundId}.csv`;
  return reply
    .header('Content-Disposition', `attachment; filename="${name}"`)
    .header('Cache-Control', 'no-store')
    .type('text/csv; charset=utf-8')
    .send(csv);
}

function filterOf(source: unknown): LogFilter {
  const field = (name: string) => textOf(source, name).trim().slice(0, 60);
  return { group: field('group'), who: field('who'), from: field('from'), until: field('until') };
}
