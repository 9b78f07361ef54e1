import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loadReports } from '../../reports/index.ts';
import { permissionOrKey } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { defineView, render } from '../http/render.ts';
import { comparisonRoutes } from './comparison-routes.ts';
import { makeHighlightCounts } from './count-highlights.ts';
import { degreeRoutes } from './degree-routes.ts';
import { formatsOf } from './format-figures.ts';
import { listReports, type ListOutcome, type ListRequest } from './list-reports.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { openRequest, type Asked } from './open-request.ts';
import { standingOf } from './standing.ts';
import { exportTexts } from './texts/export-texts.ts';
import { textsOf } from './texts/index.ts';
import { trendRoutes } from './trend-routes.ts';

type ListPage = ReportFrame & {
  list: Extract<ListOutcome, { kind: 'list' }>['view'] | null;
  /** When the next results may come, where there are none yet. */
  next: string | null;
  /** Label of the way to all reports of an institution as files, and for which institutions it is there. */
  exportLink: string;
  mayExport: (institution: string) => boolean;
};

const listView = defineView<ListPage>('results/views/list');
const methodsView = defineView<ReportFrame>('results/views/methods');

const READ = permissionOrKey('reports.read', 'some');

type Params = { key: string };

/** Pages of those who plan a degree: the list, how the figures are made, and the reports. */
export async function resultRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const opened = (request: FastifyRequest) => openRequest(request);
  const listDeps = { ...deps, reports: loadReports(deps.surveys), countHighlights: makeHighlightCounts(deps) };
  app.get<{ Params: Params }>('/reports/:key', READ, async (request, reply) =>
    sendList(reply, opened(request), listDeps, (place) => request.may('reports.read', place)),
  );
  app.get<{ Params: Params }>('/reports/:key/methods', READ, async (request, reply) => {
    const { key, language, notices } = opened(request);
    const title = textsOf(language).methodsPage.title;
    return render(reply, methodsView, reportFrame({ language, title, invented: false, key, notices }));
  });
  await app.register(degreeRoutes, deps);
  await app.register(comparisonRoutes, deps);
  await app.register(trendRoutes, deps);
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
    exportLink: exportTexts(language).link,
    mayExport: (code) => mayRead({ institution: code, degree: '' }),
  });
}

function nextWords(closes: Date | null, language: Language): string | null {
  return closes && textsOf(language).list.nextResults(formatsOf(language).day(closes.toISOString().slice(0, 10)));
}
