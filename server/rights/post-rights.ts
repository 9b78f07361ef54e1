import { CONSENTS } from '../../survey-definitions/consents.ts';
import { redirect } from '../http/page-answer.ts';
import { backgroundOf } from '../responses/invitation-background.ts';
import { textIn } from '../responses/page-form.ts';
import { linkTo } from '../responses/respondent-frame.ts';
import { answerInvited, type Answered, type Visit, type VisitDeps } from '../responses/visit.ts';
import { walk } from '../engine/walk.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { contactPage } from './contact-page.ts';
import { decideContact } from './decide-contact.ts';
import { updateConsent, updateContact } from './store.ts';

// What a person changes beside their answers, until the round is frozen. If freezing begins between the
// look-up and the change, nothing is written and the next page says that the round is over.

/** Writes a person's own addresses down. */
export function postContact(deps: VisitDeps, visit: Visit): Promise<Answered> {
  return answerInvited(deps, visit, async (invitation, language) => {
    const { person, round, now } = invitation;
    const decision = decideContact(visit.form, person.contact_language);
    if (decision.kind === 'invalid') return contactPage(deps, invitation, { language, done: false, refused: decision });
    const who = { roundId: round.id, personKey: person.person_key };
    await updateContact(deps.db, { who, day: zonedDay(now, round.time_zone), change: decision.change });
    const address = linkTo(invitation, language, '/contact');
    return redirect(`${address}${address.includes('?') ? '&' : '?'}saved=1`);
  });
}

/** Gives or withdraws a permission. What is no permission of the survey changes nothing. */
export function postConsent(deps: VisitDeps, visit: Visit): Promise<Answered> {
  return answerInvited(deps, visit, async (invitation, language) => {
    const { survey, round, response, handle, now } = invitation;
    const [item, value] = [textIn(visit.form, 'item'), textIn(visit.form, 'choice')];
    const declared = CONSENTS.find((one) => one.survey === survey.definition.survey && one.item === item);
    const isAsked = walk(survey, response?.answers ?? {}, backgroundOf(invitation)).visibleQuestions.has(item);
    const isChoice = declared !== undefined && (value === declared.given || value === declared.refused);
    if (response && isAsked && isChoice) {
      await updateConsent(deps.db, { handle, item, value, day: zonedDay(now, round.time_zone) });
    }
    const address = linkTo(invitation, language, '/data');
    return redirect(`${address}${address.includes('?') ? '&' : '?'}saved=1`);
  });
}
