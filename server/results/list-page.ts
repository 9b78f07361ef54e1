import type { Language } from '../engine/text.ts';
import { defineView, render, type Reply } from '../http/render.ts';
import { formatsOf } from './format-figures.ts';
import { listReports, type ListOutcome, type ListRequest } from './list-reports.ts';
import type { Asked } from './open-request.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { standingOf } from './standing.ts';
import { exportTexts } from './texts/export-texts.ts';
import { textsOf } from './texts/index.ts';

type ListPage = ReportFrame & {
  list: Extract<ListOutcome, { kind: 'list' }>['view'] | null;
  /** When the next results may come, where there are none yet. */
  next: string | null;
  /** Label of the way to all reports of an institution as files, and for which institutions it is there. */
  exportLink: string;
  mayExport: (institution: string) => boolean;
};

const listView = defineView<ListPage>('results/views/list');
/** Sends the list of reports that somebody may read. */
export async function sendList(
  reply: Reply,
  { key, language, notices, query }: Asked,
  deps: Parameters<typeof listReports>[0],
  mayRead: ListRequest['mayRead'],
): Promise<Reply> {
  const [q, institution, field, release] = [query('q'), query('institution'), query('field'), query('release')];
  const outcome = await listReports(deps, { language, q, institution, field, release, mayRead });
  const texts = textsOf(language);
  const problems = outcome.kind === 'list' ? outcome.problems : [];
  const list = outcome.kind === 'list' ? outcome.view : null;
  const standing = list && (await standingOf(deps, list.release.id, language));
  const stands = standing?.kind === 'shown' ? standing.notices : [];
  const all = [...notices, ...problems.map(({ kind, value }) => texts.notices[kind](value)), ...stands];
  const frame = { language, title: texts.list.title, invented: list?.invented ?? false, key, notices: all };
  return render(reply, listView, {
    ...reportFrame({ ...frame, query: { q, institution, field, release } }),
    list,
    next: outcome.kind === 'nothing-yet' ? nextWords(outcome.closes, language) : null,
    exportLink: exportTexts(language).link,
    mayExport: (code) => mayRead({ institution: code, degree: '' }),
  });
}

function nextWords(closes: Date | null, language: Language): string | null {
  return closes && textsOf(language).list.nextResults(formatsOf(language).day(closes.toISOString().slice(0, 10)));
}
