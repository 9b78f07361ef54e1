import type { StaffFrame } from '../accounts/staff-frame.ts';
import type { Deps } from '../deps.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { countsOf, type ImportCounts } from './import-counts.ts';
import { isUndoable } from './import-flow.ts';
import { linksOf, type Links } from './import-links.ts';
import { peopleFrame, type Visit } from './people-frame.ts';
import { importTexts, numbersIn, type ImportTexts } from './texts/index.ts';
import type { UploadRow } from './upload-store.ts';

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
const jobView = defineView<JobModel & { scripts: readonly string[] }>('population/views/import-job');

/** How far the work is, what was done, or why it failed. */
export async function importJobPage(deps: Pick<Deps, 'ownerDb'>, visit: Visit, upload: UploadRow): Promise<PageAnswer> {
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
