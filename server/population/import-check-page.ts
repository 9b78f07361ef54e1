import type { StaffFrame } from '../accounts/staff-frame.ts';
import { shownValue } from '../csv/row-problem.ts';
import type { Deps } from '../deps.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { registerNames } from './asked-round.ts';
import type { ComparedDegree } from './compare-degrees.ts';
import { countsOf, type ImportCounts } from './import-counts.ts';
import { isUndoable } from './import-flow.ts';
import { reportOf, type RejectedRow } from './import-report.ts';
import { peopleFrame, peoplePath, type Visit } from './people-frame.ts';
import { importReasonIn, importTexts, numbersIn, type ImportTexts } from './texts/index.ts';
import { headerOf } from './upload-header.ts';
import type { UploadRow } from './upload-store.ts';

type Links = { self: string; back: string; columns: string; start: string; rejected: string; undo: string };
type JobModel = StaffFrame & {
  w: ImportTexts;
  links: Links;
  step: number;
  file: string;
  message: string;
  /** The work goes on: the page is to be looked at again. */
  isBusy: boolean;
  progress: { words: string; done: number; all: number } | null;
  canUndo: boolean;
  undoWords: string | null;
  hasRejected: boolean;
  isAgain: boolean;
};
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
type ProblemLine = { line: string; column: string; value: string; problem: string };
type DegreeLine = { name: string; people: string; before: string; differs: string; isStriking: boolean };

const jobView = defineView<JobModel & { scripts: readonly string[] }>('population/views/import-job');
const reportView = defineView<ReportModel>('population/views/import-report');

const SHOWN_DEGREES = 100;
const SHOWN_ROWS = 50;

/** Page 3 and what comes after: how far the work is, what was found, what was done. */
export async function importCheckPage(
  deps: Pick<Deps, 'db' | 'ownerDb'>,
  visit: Visit,
  upload: UploadRow,
  { isUnchosen = false }: { isUnchosen?: boolean } = {},
): Promise<PageAnswer> {
  if (upload.state === 'read') return reportPage(deps, visit, upload, isUnchosen);
  return jobPage(deps, visit, upload);
}

function linksOf(visit: Visit, { id }: UploadRow): Links {
  const at = (page: string) => peoplePath(visit, `/import/${id}${page}`);
  return {
    self: at(''),
    columns: at('/columns'),
    rejected: at('/rejected.csv'),
    undo: at('/undo'),
    start: peoplePath(visit, '/import'),
    back: peoplePath(visit),
  };
}

async function jobPage(deps: Pick<Deps, 'ownerDb'>, visit: Visit, upload: UploadRow): Promise<PageAnswer> {
  const w = importTexts(visit.language);
  const counts = countsOf(upload.counts);
  const isBusy = ['reading', 'applying', 'undoing'].includes(upload.state);
  const canUndo = await isUndoable(deps, upload);
  const isApplied = upload.state === 'applied';
  return page(jobView, {
    ...peopleFrame(visit, w.title),
    scripts: isBusy ? ['import-progress.js'] : [],
    w,
    links: linksOf(visit, upload),
    step: upload.state === 'reading' || upload.state === 'failed' ? 3 : 4,
    file: upload.file_name,
    message: messageOf(upload, counts, visit),
    isBusy,
    progress: isBusy ? progressOf(upload, counts, visit) : null,
    canUndo,
    undoWords: isApplied ? (canUndo ? w.confirm.undoable : w.done.notUndoable) : null,
    hasRejected: isApplied && counts.rejected > 0,
    isAgain: upload.state === 'failed' && ['no_rows', 'failure'].includes(upload.problem ?? ''),
  });
}

function messageOf({ state, problem }: UploadRow, counts: ImportCounts, { language }: Visit): string {
  const w = importTexts(language);
  const n = numbersIn(language);
  switch (state) {
    case 'reading':
      return w.check.reading;
    case 'applying':
      return w.done.applying;
    case 'undoing':
      return w.done.undoing;
    case 'undone':
      return w.done.undone;
    case 'applied':
      return w.done.applied(n(counts.doneAdded), n(counts.doneChanged), n(counts.doneRemoved));
    case 'failed': {
      const words = Object.entries(w.check.failed).find(([name]) => name === problem)?.[1];
      return words ?? w.check.failed.failure;
    }
    case 'columns':
    case 'read':
      return '';
    default:
      return state satisfies never;
  }
}

/** While a file is read nobody knows yet how many rows it has: its size says about how many. */
function progressOf(upload: UploadRow, counts: ImportCounts, { language }: Visit): JobModel['progress'] {
  const w = importTexts(language);
  const n = numbersIn(language);
  if (upload.state === 'reading') {
    const about = Math.max(upload.rows_read, Math.round(Number(upload.bytes) / BYTES_OF_A_ROW), 1);
    return { words: w.check.rowsRead(n(upload.rows_read)), done: upload.rows_read, all: about };
  }
  if (upload.state !== 'applying') return null;
  const done = counts.doneAdded + counts.doneChanged + counts.doneRemoved;
  const all = Math.max(1, counts.added + counts.changed);
  return { words: w.done.applied(n(counts.doneAdded), n(counts.doneChanged), n(counts.doneRemoved)), done, all };
}
const BYTES_OF_A_ROW = 90;

async function reportPage(
  deps: Pick<Deps, 'db'>,
  visit: Visit,
  upload: UploadRow,
  isUnchosen: boolean,
): Promise<PageAnswer> {
  const { language, round } = visit;
  const w = importTexts(language);
  const n = numbersIn(language);
  const counts = countsOf(upload.counts);
  const { rejected, degrees, before } = await reportOf(deps, round, upload);
  const good = counts.added + counts.changed + counts.unchanged;
  const names = registerNames(round.survey, language).degree;
  const errors = isUnchosen ? [{ id: 'choice', message: w.check.choose }] : [];
  const rows = rejected.flatMap((row) => problemLines(row, upload, visit));
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

function countLines(counts: ImportCounts, { language, round }: Visit): string[] {
  const { check } = importTexts(language);
  const n = numbersIn(language);
  const { withoutEmail, withoutPhone, withoutBoth, otherYear, otherDegree, elsewhere } = counts;
  return [
    check.ready(n(counts.added + counts.changed + counts.unchanged)),
    ...(withoutEmail + withoutPhone > 0
      ? [check.withoutChannel(n(withoutEmail), n(withoutPhone), n(withoutBoth))]
      : []),
    ...(otherYear > 0 ? [check.otherYear(n(otherYear), round.cohort)] : []),
    ...(otherDegree > 0 ? [check.otherDegree(n(otherDegree))] : []),
    ...(elsewhere > 0 ? [check.elsewhere(n(elsewhere))] : []),
  ];
}

function excludedLines(counts: ImportCounts, { language }: Visit): string[] {
  const { check } = importTexts(language);
  const n = numbersIn(language);
  return (['protected', 'deceased', 'refused'] as const).flatMap((reason) =>
    counts[reason] > 0 ? [check[reason](n(counts[reason]))] : [],
  );
}

function problemLines({ line, problems }: RejectedRow, upload: UploadRow, { language }: Visit): ProblemLine[] {
  const { fields } = importTexts(language).columns;
  const header = headerOf(upload);
  return problems.map(({ field, value, why }) => {
    const named = why.code === 'duplicate' || field === null ? '–' : fields[field];
    const column = header.find((name) => name === named) ?? named;
    return { line: String(line), column, value: shownValue(value), problem: importReasonIn(language, why) };
  });
}

function degreeLine(one: ComparedDegree, name: (code: string) => string, { language }: Visit): DegreeLine {
  const n = numbersIn(language);
  return {
    name: name(one.degree),
    people: n(one.people),
    before: one.before === null ? '–' : n(one.before),
    differs: one.share === null ? '–' : percentOf(one.share),
    isStriking: one.isStriking,
  };
}

function percentOf(share: number): string {
  const percent = Math.round(share * 100);
  return `${percent > 0 ? '+' : percent < 0 ? '\u2212' : ''}${Math.abs(percent)} %`;
}

function warningOf({ degree, share }: ComparedDegree, name: (code: string) => string, { check }: ImportTexts): string {
  const percent = String(Math.round(Math.abs(share ?? 0) * 100));
  return (share ?? 0) < 0 ? check.shrink(name(degree), percent) : check.grow(name(degree), percent);
}
