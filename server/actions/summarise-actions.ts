import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { openAnswerTexts } from '../open-answers/texts/index.ts';
import { formatsOf } from '../results/format-figures.ts';
import { toEntryView } from './action-view-model.ts';
import type { Decision } from './action-content.ts';
import { listActions, type ActionEntry } from './list-actions.ts';
import type { DegreeCodes } from './load-degree.ts';
import { actionTexts } from './texts/index.ts';

/** A decision with the later results of the question that it is followed by. */
export type DecisionLine = {
  id: string;
  title: string;
  decision: { sign: string; label: string };
  followUp: readonly string[];
};

/** What a degree's report says of the decisions about it, and where they stand. */
export type ActionSummary = {
  title: string;
  words: string;
  link: string;
  address: string;
  decisions: readonly DecisionLine[];
  /** The way to note a finding; a question's code is added to its address. */
  add: { label: string; address: string };
  openAnswers: { link: string; address: string };
};

/**
 * 'Decisions so far: 1 done, 1 in progress', each with its measure, and the way to the log and to the open
 * answers. Addresses are relative to the report's own, so that its page repeats nothing of its key.
 */
export async function summariseActions(
  deps: Pick<Deps, 'db' | 'surveys'>,
  { language, release, ...codes }: DegreeCodes & { language: Language; release: string },
): Promise<ActionSummary> {
  const t = actionTexts(language).summary;
  const list = await listActions(deps, { institution: codes.institution, degree: codes.degree });
  const entries = list?.entries ?? [];
  return {
    title: t.title,
    words: countWords(entries, language),
    link: t.link,
    address: `../../actions/${codes.institution}/${codes.degree}?lang=${language}`,
    decisions: list
      ? entries.map((entry) => {
          const { id, title, decision, followUp } = toEntryView(list.facts, entry, language);
          return { id, title, decision, followUp };
        })
      : [],
    add: addLink('../../', { ...codes, language, release }),
    openAnswers: {
      link: openAnswerTexts(language).page.link,
      address: `${codes.degree}/open-answers?lang=${language}`,
    },
  };
}

/** The way to note a finding of a release: a question's code follows its address; `home` leads to the pages of all degrees. */
export function addLink(
  home: string,
  { institution, degree, language, release }: DegreeCodes & { language: Language; release: string },
): ActionSummary['add'] {
  const query = `lang=${language}&release=${encodeURIComponent(release)}&item=`;
  return { label: actionTexts(language).summary.add, address: `${home}actions/${institution}/${degree}/add?${query}` };
}

function countWords(entries: readonly ActionEntry[], language: Language): string {
  const t = actionTexts(language).summary;
  const { count } = formatsOf(language);
  const having = (...decisions: Decision[]) =>
    entries.filter(({ content }) => decisions.includes(content.decision)).length;
  const [done, open, none] = [having('done'), having('considering', 'decided'), having('no_action')];
  const parts = [
    ...(done > 0 ? [t.done(count(done))] : []),
    ...(open > 0 ? [t.inProgress(count(open))] : []),
    ...(none > 0 ? [t.noAction(count(none))] : []),
  ];
  const words = parts.join(', ') || t.none;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
