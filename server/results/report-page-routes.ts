import type { FastifyReply } from 'fastify';
import type { ActionSummary } from '../actions/summarise-actions.ts';
import { HttpError } from '../http/errors.ts';
import { defineView, render } from '../http/render.ts';
import { fileLinks, type FileLink } from './files/file-links.ts';
import type { Asked } from './open-request.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import type { ReportOutcome } from './show-report.ts';

export type Place = { release: string; institution: string; degree: string };

type ReportPage = ReportFrame &
  Pick<Extract<ReportOutcome, { kind: 'report' }>, 'report' | 'questions'> & {
    actions: ActionSummary;
    /** Pages that set the degree beside others and over rounds. */
    beside: readonly { href: string; label: string }[];
    files: readonly FileLink[];
    /** The page of a question, by its code or the anchor of its figure; null where there is none. */
    depth: (id: string) => string | null;
  };
export const reportView = defineView<ReportPage>('results/views/report');
const notShownView = defineView<ReportFrame>('results/views/not-shown');

/** The page of a report, with the ways that lead from it. */
export function pageOf(
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
