import { zonedDay } from '../rounds/zoned-time.ts';
import type { Round } from './decide-state.ts';
import type { Background } from '../engine/condition.ts';
import { coarsenBackground } from '../invitations/coarsen-background.ts';
import type { Invitation } from './find-invitation.ts';

/** What of the register travels with a person's answers: as stored, or as it will be stored with the first save. */
export function backgroundOf({
  survey,
  person,
  response,
}: Pick<Invitation, 'survey' | 'person' | 'response'>): Background {
  return response?.background ?? coarsenBackground(survey, person);
}

/** The day whose codes and names a round uses: that on which it opens, so that lists stay as they are while it is open. */
export function roundDay({ opens_at, time_zone }: Pick<Round, 'opens_at' | 'time_zone'>): string {
  return zonedDay(opens_at, time_zone);
}
