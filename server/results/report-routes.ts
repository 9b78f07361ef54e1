import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loadReports } from '../../reports/index.ts';
import { decisionLines, summariseActions } from '../actions/summarise-actions.ts';
import type { Deps } from '../deps.ts';
import { fileHeaders, isReportFile } from './files/file-links.ts';
import { reportFile } from './files/report-file.ts';
import { openRequest } from './open-request.ts';
import { makePageCache, plainPage, takesGzip } from './page-cache.ts';
import { pageOf, placeOf, refuse, reportView, type Place } from './report-page-routes.ts';
import { nameOfBefore } from './round-before.ts';
import { showReport, type ReportOutcome } from './show-report.ts';
import { openStanding } from './standing-routes.ts';

/** Both pages are of one degree. */
const READ = { config: { access: { action: 'reports.read', scope: 'degree', withKey: true } } } as const;

type Params = { key: string; release: string; institution: string; degree: string; file: string };

/** Of pages some 25 KB each: all reports of a national release in one language. */
const MOST_KEPT = 32 * 1024 * 1024;

/** The report of one degree, as a page and as files. */
export async function reportRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const reports = loadReports(deps.surveys);
  const kept = makePageCache(MOST_KEPT);

  app.get<{ Params: Params }>('/reports/:key/:release/:institution/:degree', READ, async (request, reply) => {
    const asked = openRequest(request);
    const place = placeOf(request.params);
    const standing = await openStanding(deps, reply, { asked, place });
    if (!standing) return reply;
    // What changes stands in the key, so that a kept page is never behind.
    const actions = await summariseActions(deps, { ...place, language: asked.language });
    const wanted = asked.query('compare');
    const compare = mayCompare(request, wanted, place) ? wanted : 'not-allowed';
    const before = await nameOfBefore(deps, place.release);
    const made = [place, before, wanted, compare, asked.key, asked.language, asked.notices, standing.lines, actions];
    const key = JSON.stringify(made);
    const page = kept.get(key);
    if (page) return sendKept(request, reply, page);
    const outcome = await showReport({ ...deps, reports }, { ...place, language: asked.language, compare });
    if (outcome.kind !== 'report') return refuse(reply, asked, outcome.kind);
    return sendKept(
      request,
      reply,
      kept.set(
        key,
        await reply.viewAsync(reportView.name, pageOf(asked, withStanding(outcome, standing), { place, actions })),
      ),
    );
  });
  app.get<{ Params: Params }>('/reports/:key/:release/:institution/:degree/:file', READ, async (request, reply) => {
    const asked = openRequest(request);
    const { file } = request.params;
    if (!isReportFile(file)) return refuse(reply, asked, 'unknown-release');
    const place = placeOf(request.params);
    const standing = await openStanding(deps, reply, { asked, place, rest: `/${file}` });
    if (!standing) return reply;
    const outcome = await showReport({ ...deps, reports }, { ...place, language: asked.language });
    if (outcome.kind !== 'report') return refuse(reply, asked, outcome.kind);
    const actions = await summariseActions(deps, { ...place, language: asked.language });
    const shown = withStanding(outcome, standing).report;
    const report = { ...shown, decisions: decisionLines(actions) };
    const named = { language: asked.language, release: place.release, address: deps.config.baseUrl ?? '' };
    return reply.headers(fileHeaders(place, file)).send(await reportFile(report, file, named));
  });
}

/** A report that says how its release stands where it says when it was built. */
function withStanding(
  outcome: Extract<ReportOutcome, { kind: 'report' }>,
  { lines }: { lines: readonly string[] },
): Extract<ReportOutcome, { kind: 'report' }> {
  const built = [outcome.report.built, ...lines.map((line) => line.replace(/\.$/, ''))].join('. ');
  return { ...outcome, report: { ...outcome.report, built } };
}

/** Another institution's degree is compared with by those who may read its report. */
function mayCompare(request: FastifyRequest, compare: string, { degree }: Place): boolean {
  const institution = /^at-(.+)$/.exec(compare)?.[1];
  return institution === undefined || request.may('reports.read', { institution, degree });
}

async function sendKept(request: FastifyRequest, reply: FastifyReply, page: Uint8Array): Promise<FastifyReply> {
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding');
  if (!takesGzip(request.headers['accept-encoding'])) return reply.send(plainPage(page));
  return reply.header('content-encoding', 'gzip').send(page);
}
