import type { Deps } from '../deps.ts';
import { actionContentSchema, type ActionContent } from './action-content.ts';
import { loadDegree, type DegreeCodes, type DegreeFacts } from './load-degree.ts';
import { versionsOf } from './save-action.ts';
import { selectActions, type ActionRow } from './store.ts';

export type ActionEntry = Omit<ActionRow, 'content'> & { content: ActionContent };
export type ActionList = { facts: DegreeFacts; entries: readonly ActionEntry[] };

/** The action log of a degree with the figures of its measures, or null when there is no such degree. */
export async function listActions(deps: Pick<Deps, 'db' | 'surveys'>, codes: DegreeCodes): Promise<ActionList | null> {
  const entries = (await selectActions(deps.db, codes)).map(toEntry);
  const items = [...new Set(entries.map(({ content }) => content.measure).filter((item) => item !== ''))];
  const facts = await loadDegree(deps, { ...codes, items });
  return facts && { facts, entries };
}

/** Every state of one entry, oldest first; null when this degree has no such entry. */
export async function listVersions(
  deps: Pick<Deps, 'db' | 'surveys'>,
  codes: DegreeCodes & { id: string },
): Promise<ActionList | null> {
  const entries = (await versionsOf(deps, codes)).map(toEntry);
  const facts = entries.length > 0 ? await loadDegree(deps, { ...codes, items: [] }) : null;
  return facts && { facts, entries };
}

export function toEntry(row: ActionRow): ActionEntry {
  return { ...row, content: actionContentSchema.parse(row.content) };
}
