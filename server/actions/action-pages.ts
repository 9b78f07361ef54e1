import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { formatsOf } from '../results/format-figures.ts';
import { frameOf, type ActionFrame, type Asked } from './action-frame.ts';
import { partsOf, toEntryView, type EntryView } from './action-view-model.ts';
import { listActions, listVersions } from './list-actions.ts';
import { actionTexts } from './texts/index.ts';

type Version = { heading: string; decision: string; title: string; parts: readonly { label: string; value: string }[] };

const listView = defineView<ActionFrame & { entries: readonly EntryView[] }>('actions/views/list');
const historyView = defineView<ActionFrame & { versions: Version[] }>('actions/views/history');

type ReadDeps = Pick<Deps, 'db' | 'surveys'>;

/** The action log of a degree. */
export async function logPage(deps: ReadDeps, asked: Asked): Promise<PageAnswer> {
  const list = await listActions(deps, asked.codes);
  if (!list) throw new HttpError(404, 'no such degree');
  const frame = frameOf(asked, list.facts, actionTexts(asked.language).list.title);
  return page(listView, {
    ...frame,
    entries: list.entries.map((entry) => toEntryView(list.facts, entry, asked.language)),
  });
}

/** Every saved state of an entry, newest first. */
export async function historyPage(deps: ReadDeps, asked: Asked, id: string): Promise<PageAnswer> {
  const list = await listVersions(deps, { ...asked.codes, id });
  if (!list) throw new HttpError(404, 'no such action');
  const t = actionTexts(asked.language);
  const format = formatsOf(asked.language);
  const versions = list.entries.toReversed().map((entry) => ({
    heading: t.history.version(format.count(entry.revision), format.day(entry.saved_on), entry.saved_by),
    title: entry.content.finding.title,
    decision: t.decision[entry.content.decision],
    parts: partsOf(list.facts, entry, asked.language),
  }));
  return page(historyView, { ...frameOf(asked, list.facts, t.history.title), versions });
}
