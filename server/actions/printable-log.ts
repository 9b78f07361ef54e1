import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { toEntryView, type EntryView } from './action-view-model.ts';
import { listActions } from './list-actions.ts';
import type { DegreeCodes } from './load-degree.ts';
import { actionTexts } from './texts/index.ts';

/** The decisions about a degree as they stand, for paper. */
export type PrintableLog = {
  title: string;
  /** What is said where there are none. */
  none: string | null;
  effectTitle: string;
  followUpTitle: string;
  entries: readonly EntryView[];
};

/** The action log of a degree as words, or null when there is no such degree. */
export async function printableLog(
  deps: Pick<Deps, 'db' | 'surveys'>,
  { language, ...codes }: DegreeCodes & { language: Language },
): Promise<PrintableLog | null> {
  const log = await listActions(deps, codes);
  if (!log) return null;
  const t = actionTexts(language);
  const entries = log.entries.map((entry) => toEntryView(log.facts, entry, language));
  return {
    title: t.list.title,
    none: entries.length === 0 ? t.list.empty : null,
    effectTitle: t.effect.title,
    followUpTitle: t.followUp.title,
    entries,
  };
}
