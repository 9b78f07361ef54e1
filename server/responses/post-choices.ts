import type { Language } from '../engine/text.ts';
import { redirect } from '../http/page-answer.ts';
import { decline, type DeclineOutcome } from './decline.ts';
import { declineChoiceIn } from './decline-form.ts';
import type { Invitation } from './find-invitation.ts';
import { isLanguageStored } from './invitation-language.ts';
import { languageIn, textIn } from './page-form.ts';
import { declinePage } from './respondent-pages.ts';
import { PLACES } from './respondent-frame.ts';
import { postConsent, postContact } from '../rights/post-rights.ts';
import { switchLanguage } from './switch-language.ts';
import { answerFound, answerInvited, type Answered, type Visit, type VisitDeps } from './visit.ts';

// What a person decides beside answering: not to answer, and in which language.

type Declined = Extract<DeclineOutcome, { invitation: Invitation }>;

/** Writes down a refusal, with or without deleting the answers, or takes it back. */
async function postDecline(deps: VisitDeps, visit: Visit): Promise<Answered> {
  const choice = declineChoiceIn(visit.form);
  if (choice === null) {
    return answerInvited(deps, visit, (invitation, language) => declinePage(invitation, language, { chosen: false }));
  }
  const outcome = await decline(deps, { typed: visit.typed, choice });
  return answerFound(deps, visit, outcome, (declined, language) =>
    redirect(`/v/${declined.invitation.code}${afterDecline(declined)}lang=${language}`),
  );
}

// Deleting the answers deletes the stored language with them, so the address keeps it.
function afterDecline(declined: Declined): string {
  switch (declined.kind) {
    case 'refused':
      return '/decline?';
    case 'refused-and-deleted':
      return declined.proof === null ? '/decline?' : `/decline?proof=${encodeURIComponent(declined.proof)}&`;
    case 'willing':
      return '?';
    default:
      return declined satisfies never;
  }
}

/** Changes the language and goes back to the page that asked. A language that is none changes nothing. */
async function postLanguage(deps: VisitDeps, visit: Visit): Promise<Answered> {
  const chosen = languageIn(visit.form, 'lang');
  const from = PLACES.find((place) => place === textIn(visit.form, 'from')) ?? '';
  const finding = await switchLanguage(deps, { typed: visit.typed, language: chosen });
  return answerFound(deps, visit, finding, ({ invitation }, language) => {
    const query: Language | null = isLanguageStored(invitation) ? null : (chosen ?? language);
    return redirect(`/v/${invitation.code}${from}${query ? `?lang=${query}` : ''}`);
  });
}

/** What is posted beside answers, by address. */
export const CHOICES = {
  '/decline': postDecline,
  '/language': postLanguage,
  '/contact': postContact,
  '/consent': postConsent,
} as const;
