/** A question that asks for a permission: what for, and which answer gives it. */
export type DeclaredConsent = {
  survey: string;
  item: string;
  /** What the answers may be used for beside the results of the survey. */
  purpose: 'research';
  given: string;
  refused: string;
};

/**
 * Which questions of the surveys are permissions. They stand here and not in the definitions, so that
 * versions that were published before need no change: what was agreed to is the text of the version that
 * the answer was given in.
 */
export const CONSENTS: readonly DeclaredConsent[] = [
  { survey: 'amk-career', item: 'consent_research', purpose: 'research', given: 'yes', refused: 'no' },
];
