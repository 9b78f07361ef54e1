import type { FastifyInstance, FastifyReply } from 'fastify';
import { loadReports } from '../../reports/index.ts';
import { permissionOrKey } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { defineView, render } from '../http/render.ts';
import { makeHighlightCounts } from './count-highlights.ts';
import { formatsOf } from './format-figures.ts';
import { listReports, type ListOutcome, type ListRequest } from './list-reports.ts';
import { openRequest, type Asked } from './open-request.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { standingOf } from './standing.ts';
import { textsOf } from './texts/index.ts';

type ListPage = ReportFrame & {
  list: Extract<ListOutcome, { kind: 'list' }>['view'] | null;
  /** When the next results may come, where there are none yet. */
  next: string | null;
};

const listView = defineView<ListPage>('results/views/list');

type Params = { key: string };

/** The reports of the degrees that a reader may see. */
export async function listRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const listDeps = { ...deps, reports: loadReports(deps.surveys), countHighlights: makeHighlightCounts(deps) };
  app.get<{ Params: Params }>('/reports/:key', permissionOrKey('reports.read', 'some'), async (request, reply) =>
    sendList(reply, openRequest(request), listDeps, (place) => request.may('reports.read', place)),
  );
}

async function sendList(
  reply: FastifyReply,
  { key, language, notices, query }: Asked,
  deps: Parameters<typeof listReports>[0],
  mayRead: ListRequest['mayRead'],
): Promise<FastifyReply> {
  const [q, institution, field, release] = [query('q'), query('institution'), query('field'), query('release')];
  const outcome = await listReports(deps, { language, q, institution, field, release, mayRead });
  const texts = textsOf(language);
  const problems = outcome.kind === 'list' ? outcome.problems : [];
  const list = outcome.kind === 'list' ? outcome.view : null;
  const standing = list && (await standingOf(deps, list.release.id, language));
  const stands = standing?.kind === 'shown' ? standing.notices : [];
  const all = [...notices, ...problems.map(({ kind, value }) => texts.notices[kind](value)), ...stands];
  const frame = { language, title: texts.list.title, invented: list?.invented ?? false, key, notices: all };
  return render(reply, listView, {
    ...reportFrame({ ...frame, query: { q, institution, field, release } }),
    list,
    next: outcome.kind === 'nothing-yet' ? nextWords(outcome.closes, language) : null,
  });
}

function nextWords(closes: Date | null, language: Asked['language']): string | null {
  return closes && textsOf(language).list.nextResults(formatsOf(language).day(closes.toISOString().slice(0, 10)));
}
