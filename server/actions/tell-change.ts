import type { Deps } from '../deps.ts';
import { textSchema, type Text } from '../engine/text.ts';
import { nameList } from '../open-answers/name-list.ts';
import { insertToldChange, selectToldChanges } from './change-store.ts';
import { decideTelling, mayBeTold, type TellingForm, type TellingProblem } from './decide-telling.ts';
import { toEntry } from './list-actions.ts';
import type { DegreeCodes } from './load-degree.ts';
import { versionsOf } from './save-action.ts';
import { selectActions } from './store.ts';

/** What is told of one action. */
export type ToldChange = { actionId: string; revision: number; text: Text; shown: boolean; savedOn: string };

export type TellOutcome =
  | { kind: 'saved' }
  | { kind: 'unknown' }
  | { kind: 'refused'; problems: readonly TellingProblem[] }
  /** Somebody changed it meanwhile: nothing of this is kept. */
  | { kind: 'conflict' };

type Told = DegreeCodes & { id: string; form: TellingForm };

/** Publishes what graduates are told of an action, or takes it back. Every state stays. */
export async function tellChange(deps: Pick<Deps, 'db' | 'now'>, { id, form, ...codes }: Told): Promise<TellOutcome> {
  const newest = (await versionsOf(deps, { ...codes, id })).at(-1);
  const isPublishing = form.deed === 'show';
  const before = (await toldChanges(deps, codes)).find(({ actionId }) => actionId === id);
  if (!newest || (isPublishing && !mayBeTold(toEntry(newest).content.decision))) return { kind: 'unknown' };
  if (!isPublishing && !before) return { kind: 'unknown' };
  const problems = decideTelling(form, nameList());
  if (problems.length > 0) return { kind: 'refused', problems };
  if (form.revision !== (before?.revision ?? 0)) return { kind: 'conflict' };
  const isKept = await insertToldChange(deps.db, {
    ...codes,
    action_id: id,
    revision: form.revision + 1,
    content: isPublishing ? form.texts : (before?.text ?? form.texts),
    shown: isPublishing,
    saved_on: deps.now().toISOString().slice(0, 10),
    approved_by: form.approvedBy,
  });
  return { kind: isKept ? 'saved' : 'conflict' };
}

/** What is told, or was, of each action of a degree. */
export async function toldChanges({ db }: Pick<Deps, 'db'>, codes: DegreeCodes): Promise<ToldChange[]> {
  const rows = await selectToldChanges(db, codes);
  return rows.map(({ action_id, revision, content, shown, saved_on }) => ({
    actionId: action_id,
    revision,
    text: textSchema.parse(content),
    shown,
    savedOn: saved_on,
  }));
}

/**
 * What everyone may read of the changes of a degree, the newest first: texts that are published, of actions
 * that are still decided or done.
 */
export async function publicChanges(deps: Pick<Deps, 'db'>, codes: DegreeCodes): Promise<ToldChange[]> {
  const told = (await toldChanges(deps, codes)).filter(({ shown }) => shown);
  if (told.length === 0) return [];
  const standing = new Set(
    (await selectActions(deps.db, codes))
      .filter((row) => mayBeTold(toEntry(row).content.decision))
      .map(({ action_id }) => action_id),
  );
  const key = ({ savedOn, actionId }: ToldChange) => `${savedOn} ${actionId}`;
  return told.filter(({ actionId }) => standing.has(actionId)).toSorted((a, b) => (key(a) > key(b) ? -1 : 1));
}
