import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { summariseActions, type ActionSummary } from '../actions/summarise-actions.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { makePageCache, sendKept } from '../http/page-cache.ts';
import { defineView, render } from '../http/render.ts';
import { fileLinks, type FileLink } from './files/file-links.ts';
import { openRequest, type Asked } from './open-request.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { nameOfBefore } from './round-before.ts';
import { showReport, type ReportDeps, type ReportOutcome } from './show-report.ts';
import { openStanding } from './standing-routes.ts';
import { variantTexts } from './texts/variant-texts.ts';
import { variantLinks, type VariantLinks } from './variant-links.ts';
import { withStanding } from './with-standing.ts';

type ReportPage = ReportFrame &
  Pick<Extract<ReportOutcome, { kind: 'report' }>, 'report' | 'questions'> & {
    actions: ActionSummary;
    /** Pages that set the degree beside others and over rounds. */
    beside: readonly { href: string; label: string }[];
    files: readonly FileLink[];
    variants: VariantLinks | null;
    /** The page of a question, by its code or the anchor of its figure; null where there is none. */
    depth: (id: string) => string | null;
  };
const reportView = defineView<ReportPage>('results/views/report');
const notShownView = defineView<ReportFrame>('results/views/not-shown');

const READ = { config: { access: { action: 'reports.read', scope: 'degree', withKey: true } } } as const;

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
    const standing = await openStanding(deps, reply, { asked, place });
    if (!standing) return reply;
    // What changes stands in the key, so that a kept page is never behind.
    const actions = await summariseActions(deps, { ...place, language: asked.language });
    const wanted = asked.query('compare');
    const compare = mayCompare(request, wanted, place) ? wanted : 'not-allowed';
    const before = await nameOfBefore(deps, place.release);
    const variant = asked.query('report');
    const around = request.around?.(asked.language) ?? null;
    const shell = [asked.key, asked.language, asked.notices, around?.notice, around?.bar];
    const key = JSON.stringify([place, variant, before, wanted, compare, standing.lines, actions, shell]);
    const page = kept.get(key);
    if (page) return sendKept(request, reply, { page, around });
    const outcome = await showReport(deps, { ...place, variant, language: asked.language, compare });
    if (outcome.kind !== 'report') return refuse(reply, asked, outcome.kind);
    const shown = { ...outcome, report: withStanding(outcome.report, standing.lines) };
    const html = await reply.viewAsync(reportView.name, { ...pageOf(asked, shown, { place, actions }), around });
    return sendKept(request, reply, { page: kept.set(key, html), around });
  });
}

/** Another institution's degree is compared with by those who may read its report. */
function mayCompare(request: FastifyRequest, compare: string, { degree }: Place): boolean {
  const institution = /^at-(.+)$/.exec(compare)?.[1];
  return institution === undefined || request.may('reports.read', { institution, degree });
}

function pageOf(
  { key, language, notices, degree, query }: Asked,
  { report, questions, variants, isRefused }: Extract<ReportOutcome, { kind: 'report' }>,
  { place, actions }: { place: Place; actions: ActionSummary },
): ReportPage {
  const { texts } = report;
  const wanted = query('compare');
  const compare = isRefused ? '' : wanted;
  const askedVariant = query('report');
  const variant = report.variant ? askedVariant : '';
  const unknown = askedVariant === variant ? [] : [variantTexts(language).unknown(askedVariant)];
  const kept = `lang=${language}${compare === '' ? '' : `&compare=${encodeURIComponent(compare)}`}`;
  const refused = isRefused ? [texts.compare.notices.group(wanted, texts.group.field)] : [];
  const title = `${report.degree}, ${report.institution}, ${report.round}`;
  return {
    ...reportFrame({
      language,
      title,
      invented: report.invented,
      key,
      notices: [...notices, ...refused, ...unknown],
      query: { compare, report: variant },
    }),
    report,
    questions,
    actions,
    beside: [
      { href: `${degree}/comparison?${kept}`, label: texts.compare.link },
      { href: `../../trends/${place.institution}/${place.degree}?lang=${language}`, label: texts.trends.link },
    ],
    files: fileLinks(language, degree, variant),
    variants: variantLinks(variants, { language, degree, variant }),
    depth: (id) => {
      const code = id.replace(/^headline-/, '');
      return questions.has(code) ? `${degree}/question/${code}?${kept}` : null;
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
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(text);
}
