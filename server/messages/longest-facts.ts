import { LANGUAGES, type Language } from '../engine/text.ts';
import type { Deps } from '../deps.ts';
import { formatCode } from '../invitations/code.ts';
import { linkOf } from '../invitations/link.ts';
import type { LiveRound } from '../invitations/open-live-round.ts';
import { personNames } from '../responses/person-names.ts';
import type { LongestFacts } from './check-template.ts';
import { addresses, roundFacts } from './prepare-message.ts';
import { selectInstitutions } from './recipient-store.ts';
import type { MessageFacts } from './render-message.ts';

/** A code that is nobody's: its check character is wrong, so that it costs no look-up. */
export const NO_CODE = 'TESTTESTTEST0';

/** What messages of a round say at their longest, and what a test message says; the link is nobody's. */
export async function longestFacts(deps: Pick<Deps, 'ownerDb' | 'config'>, round: LiveRound): Promise<LongestFacts> {
  const institutions = await selectInstitutions(deps.ownerDb, round.id);
  const facts = new Map(LANGUAGES.map((language) => [language, factsFor(deps, round, { language, institutions })]));
  return (language) => {
    const found = facts.get(language);
    if (!found) throw new Error(`There is no language ${language}.`);
    return found;
  };
}

function factsFor(
  { config }: Pick<Deps, 'config'>,
  round: LiveRound,
  { language, institutions }: { language: Language; institutions: readonly string[] },
): MessageFacts {
  const names = institutions.map((institution) => nameOf(round, institution, language));
  const institution = names.reduce((longest, name) => (name.length > longest.length ? name : longest), '');
  const code = formatCode(NO_CODE);
  return {
    ...roundFacts(round, language),
    institution,
    degree: null,
    year: round.cohort,
    ...addresses(linkOf(config, NO_CODE)),
    code,
    isTest: false,
  };
}

function nameOf({ survey }: LiveRound, institution: string, language: Language): string {
  const nobody = { degree: null, graduation_date: null, gender: null, birth_year: null, study_language: null };
  const person = { ...nobody, institution, person_key: '', contact_language: null, refused_on: null };
  return personNames(survey, person, language).institution ?? '';
}
