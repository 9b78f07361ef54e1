import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { formatsOf } from '../results/format-figures.ts';
import { countDecisions } from './list-actions.ts';
import type { DegreeCodes } from './load-degree.ts';
import { actionTexts } from './texts/index.ts';

/** What a degree's report says of the decisions about it, and where they stand. */
export type ActionSummary = { title: string; words: string; link: string; address: string };

/** 'Decisions so far: 1 done, 1 in progress', with the address of the log. */
export async function summariseActions(
  deps: Pick<Deps, 'db'>,
  { key, language, ...codes }: DegreeCodes & { key: string; language: Language },
): Promise<ActionSummary> {
  const t = actionTexts(language).summary;
  const format = formatsOf(language);
  const { done, considering, decided, no_action } = await countDecisions(deps, codes);
  const parts = [
    ...(done > 0 ? [t.done(format.count(done))] : []),
    ...(considering + decided > 0 ? [t.inProgress(format.count(considering + decided))] : []),
    ...(no_action > 0 ? [t.noAction(format.count(no_action))] : []),
  ];
  const address = `/reports/${key}/actions/${codes.institution}/${codes.degree}?lang=${language}`;
  return { title: t.title, words: parts.join(', ') || t.none, link: t.link, address };
}
