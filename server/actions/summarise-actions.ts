import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { formatsOf } from '../results/format-figures.ts';
import { countDecisions } from './list-actions.ts';
import type { DegreeCodes } from './load-degree.ts';
import { openAnswerTexts } from '../open-answers/texts/index.ts';
import { actionTexts } from './texts/index.ts';

/** What a degree's report says of the decisions about it, and where they stand. */
export type ActionSummary = {
  title: string;
  words: string;
  link: string;
  address: string;
  openAnswers: { link: string; address: string };
};

/**
 * 'Decisions so far: 1 done, 1 in progress', with the way to the log and to the open answers. Addresses
 * are relative to the report's own, so that its page repeats nothing of its key.
 */
export async function summariseActions(
  deps: Pick<Deps, 'db'>,
  { language, ...codes }: DegreeCodes & { language: Language },
): Promise<ActionSummary> {
  const t = actionTexts(language).summary;
  const format = formatsOf(language);
  const { done, considering, decided, no_action } = await countDecisions(deps, codes);
  const parts = [
    ...(done > 0 ? [t.done(format.count(done))] : []),
    ...(considering + decided > 0 ? [t.inProgress(format.count(considering + decided))] : []),
    ...(no_action > 0 ? [t.noAction(format.count(no_action))] : []),
  ];
  return {
    title: t.title,
    words: parts.join(', ') || t.none,
    link: t.link,
    address: `../../actions/${codes.institution}/${codes.degree}?lang=${language}`,
    openAnswers: {
      link: openAnswerTexts(language).page.link,
      address: `${codes.degree}/open-answers?lang=${language}`,
    },
  };
}
