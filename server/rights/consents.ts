import type { Answers } from '../engine/answer.ts';
import type { Survey } from '../engine/survey.ts';
import type { DeclaredConsent } from '../../survey-definitions/consents.ts';

/** A permission of one person. `given` null: they have not said. */
export type Consent = {
  item: string;
  purpose: DeclaredConsent['purpose'];
  given: boolean | null;
  /** The version of the survey whose words were agreed to. Its text never changes. */
  textVersion: string;
};

/**
 * The permissions that a survey asks for, as a person has answered them. Nothing that is not said is given.
 *
 * @example consentsOf(survey, { consent_research: 'yes' }, CONSENTS) // [{ …, given: true, textVersion: 'amk-career.v2' }]
 */
export function consentsOf(survey: Survey, answers: Answers, declared: readonly DeclaredConsent[]): Consent[] {
  return declared
    .filter((one) => one.survey === survey.definition.survey && survey.questions.has(one.item))
    .map(({ item, purpose, given, refused }) => {
      const answer = answers[item];
      return {
        item,
        purpose,
        given: answer === given ? true : answer === refused ? false : null,
        textVersion: survey.id,
      };
    });
}
