import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loadReports } from '../../reports/index.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { defineView, render } from '../http/render.ts';
import { listReports, type ListOutcome } from './list-reports.ts';
import { fileHeaders, fileLinks, isReportFile, type FileLink } from './files/file-links.ts';
import { reportFile } from './files/report-file.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { openRequest, type Asked } from './open-request.ts';
import { showReport, type ReportOutcome } from './show-report.ts';
import { textsOf } from './texts/index.ts';

type ListPage = ReportFrame & { list: Extract<ListOutcome, { kind: 'list' }>['view'] | null };
type ReportPage = ReportFrame &
  Pick<Extract<ReportOutcome, { kind: 'report' }>, 'report' | 'actions'> & {
    files: readonly FileLink[];
  };

const listView = defineView<ListPage>('results/views/list');
const reportView = defineView<ReportPage>('results/views/report');
const notShownView = defineView<ReportFrame>('results/views/not-shown');
const methodsView = defineView<ReportFrame>('results/views/methods');

type Params = { key: string; release: string; institution: string; degree: string; file: string };

/** Pages of those who plan a degree: the list, one report a degree, and how the figures are made. */
export async function resultRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const reports = loadReports(deps.surveys);
  const opened = (request: FastifyRequest) => openRequest(request, deps);
  app.get<{ Params: Pick<Params, 'key'> }>('/reports/:key', async (request, reply) =>
    sendList(reply, opened(request), deps),
  );
  app.get<{ Params: Pick<Params, 'key'> }>('/reports/:key/methods', async (request, reply) => {
    const { key, language, notices } = opened(request);
    const title = textsOf(language).methodsPage.title;
    return render(reply, methodsView, reportFrame({ language, title, invented: false, key, notices }));
  });
  app.get<{ Params: Params }>('/reports/:key/:release/:institution/:degree', async (request, reply) => {
    const asked = opened(request);
    return sendReport(reply, asked, await reportOf(request.params, asked));
  });
  app.get<{ Params: Params }>('/reports/:key/:release/:institution/:degree/:file', async (request, reply) => {
    const asked = opened(request);
    const { file } = request.params;
    if (!isReportFile(file)) throw new HttpError(404, 'no such page');
    const outcome = await reportOf(request.params, asked);
    if (outcome.kind !== 'report') return sendReport(reply, asked, outcome);
    const { release } = request.params;
    const named = { language: asked.language, release, address: deps.config.baseUrl ?? '' };
    return reply.headers(fileHeaders(request.params, file)).send(await reportFile(outcome.report, file, named));
  });

  async function reportOf({ release, institution, degree }: Params, { language }: Asked): Promise<ReportOutcome> {
    if (!isCode(release)) throw new HttpError(404, 'no such release');
    const isPossible = isCode(institution) && isCode(degree);
    const codes = isPossible ? { institution, degree } : { institution: '', degree: '' };
    return showReport({ ...deps, reports }, { release, ...codes, language });
  }
}

async function sendList(
  reply: FastifyReply,
  { key, language, notices, query }: Asked,
  deps: Deps,
): Promise<FastifyReply> {
  const [q, institution, release] = [query('q'), query('institution'), query('release')];
  const outcome = await listReports(deps, { language, q, institution, release });
  const texts = textsOf(language);
  const problems = outcome.kind === 'list' ? outcome.problems : [];
  const all = [...notices, ...problems.map(({ kind, value }) => texts.notices[kind](value))];
  const list = outcome.kind === 'list' ? outcome.view : null;
  const frame = { language, title: texts.list.title, invented: list?.invented ?? false, key, notices: all };
  return render(reply, listView, { ...reportFrame({ ...frame, query: { q, institution, release } }), list });
}

async function sendReport(
  reply: FastifyReply,
  { key, language, notices, degree }: Asked,
  outcome: ReportOutcome,
): Promise<FastifyReply> {
  switch (outcome.kind) {
    case 'unknown-release':
      throw new HttpError(404, 'no such release');
    case 'not-shown': {
      const title = textsOf(language).notShown.title;
      return render(reply, notShownView, reportFrame({ language, title, invented: false, key, notices }), 404);
    }
    case 'report': {
      const { report, actions } = outcome;
      const title = `${report.degree}, ${report.institution}, ${report.round}`;
      return render(reply, reportView, {
        ...reportFrame({ language, title, invented: report.invented, key, notices }),
        report,
        actions,
        files: fileLinks(language, degree),
      });
    }
    default:
      return outcome satisfies never;
  }
}

function isCode(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/.test(text);
}
