import type { Deps } from '../deps.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import type { Language } from '../engine/text.ts';
import type { PageAnswer } from '../http/page-answer.ts';
import { findInvitation, type Finding, type Invitation } from './find-invitation.ts';
import { languageOf } from './invitation-language.ts';
import { LANGUAGE_FIELD, languageIn } from './page-form.ts';
import { showStray } from './show-state.ts';

/** A request on a personal link, as far as its pages look at it. */
export type Visit = {
  /** The code as it stands in the address. */
  typed: string;
  /** For pages that know nobody. */
  language: Language;
  /** What `?lang=` asks for, or the language in which the posted page was shown. */
  asked: Language | null;
  /** What the address says beside its path. */
  query: Readonly<Record<string, unknown>>;
  /** Empty for GET. */
  form: RawForm;
};

/** The language in which a posted page was shown, or null. */
export function shownLanguage(form: RawForm): Language | null {
  return languageIn(form, LANGUAGE_FIELD);
}

/** What a visit is answered with. `isMiss`: the code was looked up and leads to nobody. */
export type Answered = { answer: PageAnswer; isMiss: boolean };

export type VisitDeps = Pick<Deps, 'db' | 'keys' | 'surveys' | 'now' | 'randomBytes'>;

/** Answers a visit by the person whom the code leads to; a code that leads to nobody has one answer everywhere. */
export async function answerFound<Outcome extends { invitation: Invitation }>(
  deps: VisitDeps,
  visit: Visit,
  found: Outcome | Exclude<Finding, { kind: 'invited' }>,
  answer: (outcome: Outcome, language: Language) => Promise<PageAnswer> | PageAnswer,
): Promise<Answered> {
  if (!('invitation' in found)) {
    const isMiss = found.kind === 'unknown' || found.kind === 'round-over';
    return { answer: await showStray(deps, found, visit), isMiss };
  }
  return { answer: await answer(found, languageOf(found.invitation, visit.asked)), isMiss: false };
}

/** The same for a page that only shows. */
export async function answerInvited(
  deps: VisitDeps,
  visit: Visit,
  answer: (invitation: Invitation, language: Language) => Promise<PageAnswer> | PageAnswer,
): Promise<Answered> {
  const finding = await findInvitation(deps, visit.typed);
  return answerFound(deps, visit, finding, (invited, language) => answer(invited.invitation, language));
}
