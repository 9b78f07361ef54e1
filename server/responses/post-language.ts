import type { Language } from '../engine/text.ts';
import { redirect } from '../http/page-answer.ts';
import { isLanguageStored } from './invitation-language.ts';
import { textIn, languageIn } from './page-form.ts';
import { PLACES } from './respondent-frame.ts';
import { switchLanguage } from './switch-language.ts';
import { answerFound, type Answered, type Visit, type VisitDeps } from './visit.ts';

/** Changes the language and goes back to the page that asked. A language that is none changes nothing. */
export async function postLanguage(deps: VisitDeps, visit: Visit): Promise<Answered> {
  const chosen = languageIn(visit.form, 'lang');
  const from = PLACES.find((place) => place === textIn(visit.form, 'from')) ?? '';
  const finding = await switchLanguage(deps, { typed: visit.typed, language: chosen });
  return answerFound(deps, visit, finding, ({ invitation }, language) => {
    const query: Language | null = isLanguageStored(invitation) ? null : (chosen ?? language);
    return redirect(`/v/${invitation.code}${from}${query ? `?lang=${query}` : ''}`);
  });
}
