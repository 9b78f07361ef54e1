import { textOf } from '../http/form.ts';
import { redirect, type PageAnswer } from '../http/page-answer.ts';
import { importConfirmPage } from './import-confirm-page.ts';
import { beginUndo, confirmImport } from './import-flow.ts';
import { choiceFrom } from './import-form.ts';
import { importJobPage } from './import-job-page.ts';
import { importReportPage } from './import-report-page.ts';
import { cancel, pathTo, type ImportVisit } from './import-visit.ts';

/** Page 3, and how far the work is. */
export async function showImport(at: ImportVisit): Promise<PageAnswer> {
  if (at.upload.state === 'columns') return redirect(pathTo(at, '/columns'));
  const { parts, visit, upload } = at;
  if (upload.state === 'read') return importReportPage(parts.deps, visit, upload);
  return importJobPage(parts.deps, visit, upload);
}

/** What was chosen on page 3. */
export async function postChoice(at: ImportVisit): Promise<PageAnswer> {
  if (at.upload.state !== 'read') return redirect(pathTo(at, ''));
  switch (textOf(at.form, 'choice')) {
    case 'go':
      return redirect(pathTo(at, '/confirm'));
    case 'stop':
      return cancel(at);
    default:
      return importReportPage(at.parts.deps, at.visit, at.upload, { isUnchosen: true });
  }
}

/** Page 4. */
export async function showConfirm(at: ImportVisit): Promise<PageAnswer> {
  if (at.upload.state !== 'read') return redirect(pathTo(at, ''));
  return importConfirmPage(at.parts.deps, at.visit, at.upload);
}

/** What was ticked on page 4. */
export async function postConfirm(at: ImportVisit): Promise<PageAnswer> {
  if (textOf(at.form, 'go') === 'cancel') return cancel(at);
  const { parts, upload, visit } = at;
  const choice = choiceFrom(at.form);
  const acceptNoFsync = textOf(at.form, 'no_fsync') === '1';
  const outcome = await confirmImport(parts.deps, parts.jobs, { upload, choice, acceptNoFsync });
  if (outcome === 'begun' || outcome === 'not_ready') return redirect(pathTo(at, ''));
  return importConfirmPage(parts.deps, visit, upload, { choice, problem: outcome });
}

/** Takes an import back; where it is too late, the page says so. */
export async function postUndo(at: ImportVisit): Promise<PageAnswer> {
  await beginUndo(at.parts.deps, at.parts.jobs, at.upload);
  return redirect(pathTo(at, ''));
}
