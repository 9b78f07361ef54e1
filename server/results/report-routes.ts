import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loadReports } from '../../reports/index.ts';
import { decisionLines, summariseActions, type ActionSummary } from '../actions/summarise-actions.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { defineView, render } from '../http/render.ts';
import { fileHeaders, fileLinks, isReportFile, type FileLink } from './files/file-links.ts';
import { reportFile } from './files/report-file.ts';
import { openRequest, type Asked } from './open-request.ts';
import { makePageCache, plainPage, takesGzip } from './page-cache.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { nameOfBefore } from './round-before.ts';
import { showReport, type ReportOutcome } from './show-report.ts';

type ReportPage = ReportFrame &
  Pick<Extract<ReportOutcome, { kind: 'report' }>, 'report' | 'questions'> & {
    actions: ActionSummary;
    /** Pages that set the degree beside others and over rounds. */
    beside: readonly { href: string; label: string }[];
    files: readonly FileLink[];
    /** The page of a question, by its code or the anchor of its figure; null where there is none. */
    depth: (id: string) => string | null;
  };
const reportView = defineView<ReportPage>('results/views/report');
const notShownView = defineView<ReportFrame>('results/views/not-shown');

/** Both pages are of one degree. */
const READ = { config: { access: { action: 'reports.read', scope: 'degree', withKey: true } } } as const;

type Params = { key: string; release: string; institution: string; degree: string; file: string };
type Place = Pick<Params, 'release' | 'institution' | 'degree'>;

/** Of pages some 25 KB each: all reports of a national release in one language. */
const MOST_KEPT = 32 * 1024 * 1024;

/** The report of one degree, as a page and as files. */
export async function reportRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const reports = loadReports(deps.surveys);
  const kept = makePageCache(MOST_KEPT);

  app.get<{ Params: Params }>('/reports/:key/:release/:institution/:degree', READ, async (request, reply) => {
    const asked = openRequest(request);
    const place = placeOf(request.params);
    // What changes stands in the key, so that a kept page is never behind.
    const actions = await summariseActions(deps, { ...place, language: asked.language });
    const wanted = asked.query('compare');
    const compare = mayCompare(request, wanted, place) ? wanted : 'not-allowed';
    const before = await nameOfBefore(deps, place.release);
    const key = JSON.stringify([place, before, wanted, compare, asked.key, asked.language, asked.notices, actions]);
    const page = kept.get(key);
    if (page) return sendKept(request, reply, page);
    const outcome = await showReport({ ...deps, reports }, { ...place, language: asked.language, compare });
    if (outcome.kind !== 'report') return refuse(reply, asked, outcome.kind);
    return sendKept(
      request,
      reply,
      kept.set(key, await reply.viewAsync(reportView.name, pageOf(asked, outcome, { place, actions }))),
    );
  });
  app.get<{ Params: Params }>('/reports/:key/:release/:institution/:degree/:file', READ, async (request, reply) => {
    const asked = openRequest(request);
    const { file } = request.params;
    if (!isReportFile(file)) throw new HttpError(404, 'no such page');
    const place = placeOf(request.params);
    const outcome = await showReport({ ...deps, reports }, { ...place, language: asked.language });
    if (outcome.kind !== 'report') return refuse(reply, asked, outcome.kind);
    const actions = await summariseActions(deps, { ...place, language: asked.language });
    const report = { ...outcome.report, decisions: decisionLines(actions) };
    const named = { language: asked.language, release: place.release, address: deps.config.baseUrl ?? '' };
    return reply.headers(fileHeaders(place, file)).send(await reportFile(report, file, named));
  });
}

/** Another institution's degree is compared with by those who may read its report. */
function mayCompare(request: FastifyRequest, compare: string, { degree }: Place): boolean {
  const institution = /^at-(.+)$/.exec(compare)?.[1];
  return institution === undefined || request.may('reports.read', { institution, degree });
}

function pageOf(
  { key, language, notices, degree, query }: Asked,
  { report, questions, isRefused }: Extract<ReportOutcome, { kind: 'report' }>,
  { place, actions }: { place: Place; actions: ActionSummary },
): ReportPage {
  const { texts } = report;
  const wanted = query('compare');
  const compare = isRefused ? '' : wanted;
  const kept = `lang=${language}${compare === '' ? '' : `&compare=${encodeURIComponent(compare)}`}`;
  const refused = isRefused ? [texts.compare.notices.group(wanted, texts.group.field)] : [];
  const title = `${report.degree}, ${report.institution}, ${report.round}`;
  return {
    ...reportFrame({
      language,
      title,
      invented: report.invented,
      key,
      notices: [...notices, ...refused],
      query: { compare },
    }),
    report,
    questions,
    actions,
    beside: [
      { href: `${degree}/comparison?${kept}`, label: texts.compare.link },
      { href: `../../trends/${place.institution}/${place.degree}?lang=${language}`, label: texts.trends.link },
    ],
    files: fileLinks(language, degree),
    depth: (id) => {
      const code = id.replace(/^headline-/, '');
      return questions.has(code) ? `${degree}/question/${code}?${kept}` : null;
    },
  };
}

async function sendKept(request: FastifyRequest, reply: FastifyReply, page: Uint8Array): Promise<FastifyReply> {
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding');
  if (!takesGzip(request.headers['accept-encoding'])) return reply.send(plainPage(page));
  return reply.header('content-encoding', 'gzip').send(page);
}

/** One answer for all that is not shown: nobody learns why. */
export async function refuse(
  reply: FastifyReply,
  { key, language, notices }: Asked,
  kind: 'not-shown' | 'unknown-release',
): Promise<FastifyReply> {
  if (kind === 'unknown-release') throw new HttpError(404, 'no such release');
  const frame = reportFrame({ language, title: '', invented: false, key, notices });
  return render(reply, notShownView, { ...frame, title: frame.texts.notShown.title }, 404);
}

/** Codes of an address; a release that cannot be is a page that does not exist, a degree that cannot be one without a report. */
export function placeOf({ release, institution, degree }: Place): Place {
  if (!isCode(release)) throw new HttpError(404, 'no such release');
  const isPossible = isCode(institution) && isCode(degree);
  return isPossible ? { release, institution, degree } : { release, institution: '', degree: '' };
}

function isCode(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/.test(text);
}
