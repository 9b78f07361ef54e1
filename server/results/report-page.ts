import type { ActionSummary } from '../actions/summarise-actions.ts';
import { printAround } from '../http/page-around.ts';
import { defineView, type Around, type Reply } from '../http/render.ts';
import { fileLinks, type FileLink } from './files/file-links.ts';
import type { Asked } from './open-request.ts';
import { pooledHead, pooledLinks, type PooledWay } from './pooled-way.ts';
import { addressedQuery, reportFrame, type ReportFrame } from './page-frame.ts';
import type { Place } from './report-place.ts';
import type { OwnReportChoice } from './own-reports.ts';
import type { ReportHead } from './report-parts.ts';
import { variantTexts } from './texts/variant-texts.ts';
import { variantLinks, type VariantLinks } from './variant-links.ts';

type ReportPage = ReportFrame & {
  report: ReportHead;
  /** null on the report of several rounds together: an action is noted from a round. */
  actions: ActionSummary | null;
  /** What is said of several rounds together; null on the report of a round. */
  pooled: { title: string; lead: string } | null;
  /** Pages that set the degree beside others and over rounds. */
  beside: readonly { href: string; label: string }[];
  files: readonly FileLink[];
  variants: VariantLinks | null;
  /** Stands where the figures go. */
  printedFigures: string;
};
const reportView = defineView<ReportPage>('results/views/report');

/** The page as a gzip file. `body`: the figures, as `gzipPart` makes them. */
export function printReport(
  reply: Reply,
  page: Omit<ReportPage, 'printedFigures'>,
  { body, around }: { body: Buffer; around: Around | null },
): Promise<Buffer> {
  const modelOf = (printedFigures: string): ReportPage => ({ ...page, printedFigures });
  return printAround(reply, reportView, { modelOf, part: body, around });
}

export type PagePlace = {
  place: Place;
  actions: ActionSummary;
  pooled: PooledWay | null;
  /** Reports that the institution has of its own. */
  variants: readonly OwnReportChoice[];
  /** Whether the group that the address compares with is none. */
  isRefused: boolean;
};

/** What the page of a report prints. */
export function pageOf(
  { key, language, notices, degree, query }: Asked,
  report: ReportHead,
  { place, actions, pooled, variants, isRefused }: PagePlace,
): Omit<ReportPage, 'printedFigures'> {
  const { texts } = report;
  const wanted = query('compare');
  const compare = isRefused ? '' : wanted;
  const askedVariant = query('report');
  const variant = report.variant ? askedVariant : '';
  const unknown = askedVariant === variant ? [] : [variantTexts(language).unknown(askedVariant)];
  const kept = addressedQuery(language, compare);
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
  };
}
