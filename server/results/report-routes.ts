import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { permissionOrKey } from '../accounts/access.ts';
import { summariseActions, type ActionSummary } from '../actions/summarise-actions.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { makePageCache, sendKept } from '../http/page-cache.ts';
import { defineView, render } from '../http/render.ts';
import { fileLinks, type FileLink } from './files/file-links.ts';
import { variantLinks, type VariantLinks } from './variant-links.ts';
import { openRequest, type Asked } from './open-request.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { showReport, type ReportDeps, type ReportOutcome } from './show-report.ts';
import { variantTexts } from './texts/variant-texts.ts';

type ReportPage = ReportFrame &
  Pick<Extract<ReportOutcome, { kind: 'report' }>, 'report' | 'questions'> & {
    actions: ActionSummary;
    files: readonly FileLink[];
    variants: VariantLinks | null;
    /** The page of a question, by its code or the anchor of its figure; null where there is none. */
    depth: (id: string) => string | null;
  };
const reportView = defineView<ReportPage>('results/views/report');
const notShownView = defineView<ReportFrame>('results/views/not-shown');

const READ = permissionOrKey('reports.read', 'degree');

type Params = { key: string; release: string; institution: string; degree: string };
type Place = Pick<Params, 'release' | 'institution' | 'degree'>;

/** Of pages some 25 KB each: all reports of a national release in one language. */
const MOST_KEPT = 32 * 1024 * 1024;

/** The report of one degree, as a page. */
export async function reportRoutes(app: FastifyInstance, deps: Deps & ReportDeps): Promise<void> {
  const kept = makePageCache(MOST_KEPT);

  app.get<{ Params: Params }>('/reports/:key/:release/:institution/:degree', READ, async (request, reply) => {
    const asked = openRequest(request);
    const place = placeOf(request.params);
    // What changes stands in the key, so that a kept page is never behind.
    const actions = await summariseActions(deps, { ...place, language: asked.language });
    const variant = asked.query('report');
    const around = request.around?.(asked.language) ?? null;
    const shell = [asked.key, asked.language, asked.notices, around?.notice, around?.bar];
    const key = JSON.stringify([place, variant, actions, shell]);
    const page = kept.get(key);
    if (page) return sendKept(request, reply, { page, around });
    const outcome = await showReport(deps, { ...place, variant, language: asked.language });
    if (outcome.kind !== 'report') return refuse(reply, asked, outcome.kind);
    const html = await reply.viewAsync(reportView.name, { ...pageOf(asked, outcome, actions), around });
    return sendKept(request, reply, { page: kept.set(key, html), around });
  });
}

function pageOf(
  { key, language, notices: known, degree, query }: Asked,
  { report, questions, variants }: Extract<ReportOutcome, { kind: 'report' }>,
  actions: ActionSummary,
): ReportPage {
  const title = `${report.degree}, ${report.institution}, ${report.round}`;
  const asked = query('report');
  const variant = report.variant ? asked : '';
  const notices = asked === variant ? known : [...known, variantTexts(language).unknown(asked)];
  const frame = { language, title, invented: report.invented, key, notices, query: { report: variant } };
  return {
    ...reportFrame(frame),
    report,
    variants: variantLinks(variants, { language, degree, variant }),
    questions,
    actions,
    files: fileLinks(language, degree, variant),
    depth: (id) => {
      const code = id.replace(/^headline-/, '');
      return questions.has(code) ? `${degree}/question/${code}?lang=${language}` : null;
    },
  };
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
