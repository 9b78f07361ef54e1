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
