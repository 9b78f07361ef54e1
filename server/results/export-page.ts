import type { Language } from '../engine/text.ts';
import type { ExportJobState } from './export/export-jobs.ts';
import { formatsOf } from './format-figures.ts';
import type { Asked } from './open-request.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { exportTexts, type ExportTexts } from './texts/export-texts.ts';

/** How a job stands, as words, and what can be done next. */
type ExportJobView = {
  message: string | null;
  progress: { done: number; all: number } | null;
  isBusy: boolean;
  /** Address of the ZIP. */
  download: string | null;
  /** Label of the button that begins. */
  start: string | null;
};
export type ExportPage = ReportFrame & {
  t: ExportTexts;
  name: string;
  count: string;
  self: string;
  job: ExportJobView;
};

type Facts = {
  institution: string;
  /** Of the institution, in the page's language. */
  name: string;
  reports: number;
  invented: boolean;
  state: ExportJobState;
};

/** The page of an institution's job. Its addresses are relative, so that it repeats nothing of its key. */
export function toExportPage({ language, key, notices }: Asked, facts: Facts): ExportPage {
  const { institution, name, reports, invented, state } = facts;
  const t = exportTexts(language);
  return {
    ...reportFrame({ language, title: t.of(name), invented, key, notices }),
    t,
    name,
    count: t.count(formatsOf(language).count(reports)),
    self: `${institution}?lang=${language}`,
    job: toJobView(state, { language, zip: `${institution}/reports.zip?lang=${language}` }),
  };
}

/** What the page says of a job. */
function toJobView(state: ExportJobState, { language, zip }: { language: Language; zip: string }): ExportJobView {
  const t = exportTexts(language);
  const { count } = formatsOf(language);
  const nothing = { message: null, progress: null, isBusy: false, download: null, start: null };
  switch (state.kind) {
    case 'none':
      return state.files > 0
        ? { ...nothing, message: t.begun(count(state.files)), start: t.goOn }
        : { ...nothing, start: t.start };
    case 'waiting':
      return { ...nothing, message: t.waiting, isBusy: true };
    case 'running': {
      const { done, all } = state;
      return { ...nothing, message: t.running(count(done), count(all)), progress: { done, all }, isBusy: true };
    }
    case 'done':
      return { ...nothing, message: t.done, download: zip };
    case 'failed':
      return { ...nothing, message: t.failed, start: t.goOn };
    default:
      return state satisfies never;
  }
}
