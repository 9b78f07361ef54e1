import type { Condition } from '../../../server/engine/condition.ts';

/** In paid work now: the first seven main activities. Decides whether the job and the pay are asked about. */
export const working: Condition = {
  kind: 'any_of',
  question: 'main_activity',
  options: [
    'permanent_full_time',
    'fixed_term_full_time',
    'permanent_part_time',
    'fixed_term_part_time',
    'self_employed',
    'grant',
    'subsidised_or_trainee',
  ],
};
