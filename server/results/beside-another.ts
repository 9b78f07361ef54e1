import type { ReportDefinition } from '../../reports/report-definition.ts';
import type { Reports } from '../../reports/index.ts';
import type { Deps } from '../deps.ts';
import { changePart } from '../http/gzip-texts.ts';
import { loadCompared, loadOwn, type ComparedDeps } from './compared-group.ts';
import { comparedLines } from './compared-lines.ts';
import { GROUPS, type FigureContext } from './figure.ts';
import { formatsOf } from './format-figures.ts';
import { toHighlights } from './highlights.ts';
import { openRelease } from './open-release.ts';
import { addressedQuery } from './page-frame.ts';
import { withPrinted, type PartsPlace, type ReportHead, type ReportParts } from './report-parts.ts';

type Request = Omit<PartsPlace, 'questions' | 'level'> & {
  release: string;
  institution: string;
  /** The institution's own report that is read; null for the common one. */
  own: { report: ReportDefinition } | null;
};
type AnotherDeps = ComparedDeps & Pick<Deps, 'surveys'> & { reports: Reports };

/** In addresses of questions. */
const QUESTION = '/question/';

/**
 * A printed report as it is beside another group than the field: what stands out is found anew, and its links keep
 * that group. All else of it is the same beside every group. `printed`: made for an address that asks for none.
 */
export async function besideAnother(
  deps: AnotherDeps,
  printed: ReportParts,
  request: Request,
): Promise<ReportParts & { isRefused: boolean }> {
  const { head, isRefused } = await headBeside(deps, printed.head, request);
  const body = isRefused ? printed.body : withLinks(printed.body, request);
  return { head, body, isRefused };
}

async function headBeside(
  deps: AnotherDeps,
  head: ReportHead,
  { own: variant, language, ...place }: Request,
): Promise<{ head: ReportHead; isRefused: boolean }> {
  const opened = await openRelease(deps, place.release);
  if (!opened) return { head, isRefused: true };
  const { release, survey } = opened;
  const report = variant?.report ?? opened.report;
  const { before, compared, isRefused } = await loadCompared(deps, { release, survey, report }, place);
  if (!compared) return { head, isRefused };
  const lines = comparedLines({ survey, language }, report);
  const context: FigureContext = {
    survey,
    language,
    texts: head.texts,
    format: formatsOf(language),
    groups: { own: await loadOwn(deps, release.id, { ...place, lines }), field: null, nation: null, compared, before },
    columns: GROUPS,
    upperHalf: report.upperHalf,
  };
  return { head: { ...head, highlights: withPrinted(toHighlights(context, report), head.texts) }, isRefused };
}

/** The figures with links to questions that lead back beside the same group. */
function withLinks(body: Buffer, { language, compare }: Request): Buffer {
  const ending = (group: string) => Buffer.from(`?${addressedQuery(language, group)}"`.replaceAll('&', '&amp;'));
  const [printed, wanted] = [ending(''), ending(compare)];
  return changePart(body, (bytes) => Buffer.concat([...piecesOf(bytes, { printed, wanted })]));
}

/** Bytes of a page in pieces, with one ending of links to questions in the place of another. */
function* piecesOf(bytes: Buffer, { printed, wanted }: { printed: Buffer; wanted: Buffer }): Generator<Buffer> {
  let done = 0;
  for (let at = bytes.indexOf(QUESTION); at >= 0; at = bytes.indexOf(QUESTION, at + 1)) {
    const end = bytes.indexOf('"', at) + 1;
    const start = end - printed.length;
    if (!bytes.subarray(start, end).equals(printed)) continue;
    yield bytes.subarray(done, start);
    yield wanted;
    done = end;
  }
  yield bytes.subarray(done);
}
