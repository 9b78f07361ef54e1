/** What became of one member of the target population. */
export type Disposition =
  'complete' | 'partial' | 'break_off' | 'refused' | 'no_contact' | 'other' | 'unknown' | 'ineligible';

/** What is known of one person. `applicable` questions are those the routing asked. */
export type ContactFacts = {
  ineligible: boolean;
  submitted: boolean;
  answered: number;
  applicable: number;
  mandatoryBlockAnswered: boolean;
  refused: boolean;
  undeliverable: boolean;
  opened: boolean;
};

const PARTIAL_FROM = 0.5;

/**
 * The final disposition of one person: sent = complete from half of the applicable questions on, else
 * partial (the short path: both are respondents and count in the published rate); saved but not sent =
 * partial from half of the applicable questions on with the mandatory block answered, else break-off (which
 * counts as non-response), and neither is in any result, since what was not sent was not given; without any answer refused, no contact (nothing could be delivered), other (opened,
 * answered nothing) or unknown (delivered, never opened). Ineligible people (deceased, registered
 * twice) leave the target population. Source: AAPOR, Standard Definitions (2016), internet surveys of
 * named persons. Throws a RangeError for counts that cannot be.
 *
 * Example: 12 of 20 questions saved with the mandatory block, not sent → 'partial'.
 */
export function dispositionOf(facts: ContactFacts): Disposition {
  const { answered, applicable } = facts;
  if (!(answered >= 0 && applicable >= answered)) throw new RangeError(`${answered} answers of ${applicable}`);
  if (facts.ineligible) return 'ineligible';
  if (facts.submitted) return answered >= PARTIAL_FROM * applicable ? 'complete' : 'partial';
  if (facts.refused) return 'refused';
  if (answered > 0) {
    return answered >= PARTIAL_FROM * applicable && facts.mandatoryBlockAnswered ? 'partial' : 'break_off';
  }
  if (facts.opened) return 'other';
  return facts.undeliverable ? 'no_contact' : 'unknown';
}
