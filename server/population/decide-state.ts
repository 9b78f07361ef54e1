import type { PersonRow } from './person-store.ts';
import type { PersonState } from './texts/people-en.ts';

/** How far somebody is with answering, as far as it may be seen. */
export type Progress = 'none' | 'partial' | 'sent';

/** Where a person is: what comes later in a round stands before what came earlier. */
export function decideState(
  row: Pick<PersonRow, 'refused_on' | 'mail_problem' | 'phone_problem' | 'messages'>,
  progress: Progress,
): PersonState {
  if (row.refused_on !== null || row.mail_problem === 'complaint') return 'refused';
  if (progress === 'sent') return 'answered';
  if (progress === 'partial') return 'started';
  if (row.mail_problem !== null || row.phone_problem !== null) return 'returned';
  return row.messages > 0 ? 'sent' : 'not_sent';
}
