import { CONSENTS } from '../../survey-definitions/consents.ts';
import type { Deps } from '../deps.ts';
import type { Invitation } from '../responses/find-invitation.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { consentsOf, type Consent } from './consents.ts';
import { selectMessages, selectOptionalContact } from './store.ts';

/** Everything that the service holds on one person in one round. */
export type StoredData = {
  invitation: Invitation;
  contact: NonNullable<Awaited<ReturnType<typeof selectOptionalContact>>>;
  messages: Awaited<ReturnType<typeof selectMessages>>;
  consents: readonly Consent[];
  /** The day of the copy, in the round's time. */
  day: string;
};

/**
 * Gathers what is stored of a person. The answers come with the invitation, which was found on the answer
 * side; the rest is read on the contact side, in statements of its own.
 */
export async function loadStoredData(deps: Pick<Deps, 'db'>, invitation: Invitation): Promise<StoredData | null> {
  const { round, person, survey, response, now } = invitation;
  const who = { roundId: round.id, personKey: person.person_key };
  const contact = await selectOptionalContact(deps.db, who);
  if (!contact) return null;
  return {
    invitation,
    contact,
    messages: await selectMessages(deps.db, who),
    consents: response ? consentsOf(survey, response.answers, CONSENTS) : [],
    day: zonedDay(now, round.time_zone),
  };
}
