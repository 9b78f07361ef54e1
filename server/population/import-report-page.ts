import type { StaffFrame } from '../accounts/staff-frame.ts';
import type { Deps } from '../deps.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { registerNames } from './asked-round.ts';
import { countsOf } from './import-counts.ts';
import { linksOf, type Links } from './import-links.ts';
import { reportOf } from './import-report.ts';
import { peopleFrame, type Visit } from './people-frame.ts';
import { importTexts, numbersIn, type ImportTexts } from './texts/index.ts';
import {
  countLines,
  degreeLine,
  excludedLines,
  problemLines,
  warningOf,
  type DegreeLine,
  type ProblemLine,
} from './report-words.ts';
import type { UploadRow } from './upload-store.ts';

type ReportModel = StaffFrame & {
  w: ImportTexts;
  links: Links;
  file: string;
  summary: string;
  lines: readonly string[];
  excluded: readonly string[];
  rejected: { rows: readonly ProblemLine[]; more: string | null };
  degrees: readonly DegreeLine[];
  degreesTitle: string;
  warnings: readonly string[];
  takeGood: string | null;
  refused: string | null;
};
const reportView = defineView<ReportModel>('population/views/import-report');

const SHOWN_DEGREES = 100;
const SHOWN_ROWS = 50;

/** Page 3: what was found in the file. */
export async function importReportPage(
  deps: Pick<Deps, 'db'>,
  visit: Visit,
  upload: UploadRow,
  { isUnchosen = false }: { isUnchosen?: boolean } = {},
): Promise<PageAnswer> {
  const { language, round } = visit;
  const w = importTexts(language);
  const n = numbersIn(language);
  const counts = countsOf(upload.counts);
  const { rejected, degrees, before } = await reportOf(deps, round, upload);
  const good = counts.added + counts.changed + counts.unchanged;
  const names = registerNames(round.survey, language).degree;
  const errors = isUnchosen ? [{ id: 'choice', message: w.check.choose }] : [];
  const rows = rejected.flatMap((row) => problemLines(row, visit));
  const left = counts.rejected - rejected.length;
  return page(
    reportView,
    {
      ...peopleFrame(visit, w.title, { errors }),
      w,
      links: linksOf(visit, upload),
      file: w.check.file(upload.file_name, n(counts.rows)),
      summary: counts.rejected === 0 ? w.check.all(n(good)) : w.check.summary(n(good), n(counts.rejected)),
      lines: countLines(counts, visit),
      excluded: excludedLines(counts, visit),
      rejected: { rows: rows.slice(0, SHOWN_ROWS), more: left > 0 ? w.check.more(n(left)) : null },
      degrees: degrees.slice(0, SHOWN_DEGREES).map((one) => degreeLine(one, names, visit)),
      degreesTitle: before === null ? w.check.degreesAlone : w.check.degreesTitle(before),
      warnings: degrees.filter(({ isStriking }) => isStriking).map((one) => warningOf(one, names, w)),
      takeGood:
        good === 0
          ? null
          : counts.rejected === 0
            ? w.check.takeAll(n(good))
            : w.check.takeGood(n(good), n(counts.rejected)),
      refused: isUnchosen ? w.check.choose : null,
    },
    isUnchosen ? 422 : 200,
  );
}
