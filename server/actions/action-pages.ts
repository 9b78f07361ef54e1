import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { formatsOf } from '../results/format-figures.ts';
import { frameOf, type ActionFrame, type Asked } from './action-frame.ts';
import { partsOf, toEntryView, type EntryView } from './action-view-model.ts';
import { mayBeTold } from './decide-telling.ts';
import { listActions, listVersions, type ActionEntry } from './list-actions.ts';
import { publicChanges } from './tell-change.ts';
import { changeTexts } from './texts/changes.ts';
import { actionTexts } from './texts/index.ts';

type Version = { heading: string; decision: string; title: string; parts: readonly { label: string; value: string }[] };

/** An entry, and how graduates are told of it; null where it is neither decided nor done. */
type ListedEntry = EntryView & { told: { label: string; isShown: string | null } | null };

const listView = defineView<ActionFrame & { entries: readonly ListedEntry[] }>('actions/views/list');
const historyView = defineView<ActionFrame & { versions: Version[] }>('actions/views/history');

type ReadDeps = Pick<Deps, 'db' | 'surveys'>;

/** The action log of a degree. */
export async function logPage(deps: ReadDeps, asked: Asked): Promise<PageAnswer> {
  const list = await listActions(deps, asked.codes);
  if (!list) throw new HttpError(404, 'no such degree');
  const frame = frameOf(asked, list.facts, actionTexts(asked.language).list.title);
  const shown = new Set((await publicChanges(deps, asked.codes)).map(({ actionId }) => actionId));
  const { list: c } = changeTexts(asked.language);
  const toldOf = ({ action_id, content }: ActionEntry): ListedEntry['told'] =>
    mayBeTold(content.decision) ? { label: c.tell, isShown: shown.has(action_id) ? c.isShown : null } : null;
  return page(listView, {
    ...frame,
    entries: list.entries.map((entry) => ({
      ...toEntryView(list.facts, entry, asked.language),
      told: toldOf(entry),
    })),
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
