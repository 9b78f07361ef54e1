import type { ActionSummary } from '../actions/summarise-actions.ts';
import { defineView, type Around, type Reply } from '../http/render.ts';
import { printingApart } from '../http/views.ts';
import { fileLinks, type FileLink } from './files/file-links.ts';
import type { Asked } from './open-request.ts';
import { pooledHead, pooledLinks, type PooledWay } from './pooled-way.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import type { Place } from './report-place.ts';
import type { ReportOutcome } from './show-report.ts';
import { variantTexts } from './texts/variant-texts.ts';
import { variantLinks, type VariantLinks } from './variant-links.ts';

type ReportPage = ReportFrame &
  Pick<Extract<ReportOutcome, { kind: 'report' }>, 'report' | 'questions'> & {
    /** null on the report of several rounds together: an action is noted from a round. */
    actions: ActionSummary | null;
    /** What is said of several rounds together; null on the report of a round. */
    pooled: { title: string; lead: string } | null;
    /** Pages that set the degree beside others and over rounds. */
    beside: readonly { href: string; label: string }[];
    files: readonly FileLink[];
    variants: VariantLinks | null;
    /** Prints a part of the page apart from it; what it returns stands in the part's place. */
    apart: (name: string, model: object) => string;
    /** The page of a question, by its code or the anchor of its figure; null where there is none. */
    depth: (id: string) => string | null;
  };
const reportView = defineView<ReportPage>('results/views/report');

/** Its texts in order. */
export async function printReport(reply: Reply, page: Omit<ReportPage, 'apart'>, around: Around | null) {
  const { print, parts } = printingApart();
  return parts(await reply.viewAsync(reportView.name, { ...page, apart: print, around }));
}

/** What the page of a report prints. */
export function pageOf(
  { key, language, notices, degree, query }: Asked,
  { report, questions, variants, isRefused }: Extract<ReportOutcome, { kind: 'report' }>,
  { place, actions, pooled }: { place: Place; actions: ActionSummary; pooled: PooledWay | null },
): Omit<ReportPage, 'apart'> {
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
    actions: pooled?.isRead ? null : actions,
    beside: [
      // Groups to compare with are those of one round.
      ...(pooled?.isRead ? [] : [{ href: `${degree}/comparison?${kept}`, label: texts.compare.link }]),
      { href: `../../trends/${place.institution}/${place.degree}?lang=${language}`, label: texts.trends.link },
      ...pooledLinks(pooled, { place, language }),
    ],
    pooled: pooledHead(pooled, language),
    files: fileLinks(language, degree, variant),
    variants: variantLinks(variants, { language, degree, variant }),
    depth: (id) => {
      const code = id.replace(/^headline-/, '');
      return questions.has(code) ? `${degree}/question/${code}?${kept}` : null;
    },
  };
}
