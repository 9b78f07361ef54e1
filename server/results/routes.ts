import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { permissionOrKey } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { defineView, render } from '../http/render.ts';
import { listReports, type ListOutcome, type ListRequest } from './list-reports.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { openRequest, type Asked } from './open-request.ts';
import { questionRoutes } from './question-routes.ts';
import { reportFileRoutes } from './report-file-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { standingOf } from './standing.ts';
import { textsOf } from './texts/index.ts';

type ListPage = ReportFrame & { list: Extract<ListOutcome, { kind: 'list' }>['view'] | null };

const listView = defineView<ListPage>('results/views/list');
const methodsView = defineView<ReportFrame>('results/views/methods');

const READ = permissionOrKey('reports.read', 'some');

type Params = { key: string };

/** Pages of those who plan a degree: the list, how the figures are made, and the reports. */
export async function resultRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const opened = (request: FastifyRequest) => openRequest(request);
  app.get<{ Params: Params }>('/reports/:key', READ, async (request, reply) =>
    sendList(reply, opened(request), deps, (place) => request.may('reports.read', place)),
  );
  app.get<{ Params: Params }>('/reports/:key/methods', READ, async (request, reply) => {
    const { key, language, notices } = opened(request);
    const title = textsOf(language).methodsPage.title;
    return render(reply, methodsView, reportFrame({ language, title, invented: false, key, notices }));
  });
  await app.register(reportRoutes, deps);
  await app.register(reportFileRoutes, deps);
  await app.register(questionRoutes, deps);
}

async function sendList(
  reply: FastifyReply,
  { key, language, notices, query }: Asked,
  deps: Deps,
  mayRead: ListRequest['mayRead'],
): Promise<FastifyReply> {
  const [q, institution, release] = [query('q'), query('institution'), query('release')];
  const outcome = await listReports(deps, { language, q, institution, release, mayRead });
  const texts = textsOf(language);
  const problems = outcome.kind === 'list' ? outcome.problems : [];
  const list = outcome.kind === 'list' ? outcome.view : null;
  const standing = list && (await standingOf(deps, list.release.id, language));
  const stands = standing?.kind === 'shown' ? standing.notices : [];
  const all = [...notices, ...problems.map(({ kind, value }) => texts.notices[kind](value)), ...stands];
  const frame = { language, title: texts.list.title, invented: list?.invented ?? false, key, notices: all };
  return render(reply, listView, { ...reportFrame({ ...frame, query: { q, institution, release } }), list });
}
