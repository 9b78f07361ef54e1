import type { Condition } from '../../../server/engine/condition.ts';

/** In paid work now: the first seven main activities. Decides whether the job is asked about. */
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

/** Disagrees that the job matches the level of the education. */
export const levelDoesNotMatch: Condition = { kind: 'at_most', question: 'job_matches_level', value: 3 };

export const hasBeenUnemployed: Condition = {
  kind: 'any_of',
  question: 'unemployment_spells',
  options: ['1', '2', '3_or_more'],
};

/** Has had jobs beside the present one. */
export const hasHadOtherJobs: Condition = { kind: 'any_of', question: 'other_jobs', options: ['yes'] };
