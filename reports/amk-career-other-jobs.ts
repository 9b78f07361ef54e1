import type { ReportDefinitionInput } from './report-definition.ts';

// Jobs beside the present one, asked one by one from version 3 on, the longest first.

/** What the report shows of them: whether there are any, and the longest. */
export const otherJobs: ReportDefinitionInput['sections'][number]['figures'] = [
  {
    kind: 'bars',
    item: 'other_jobs',
    title: { fi: 'Muut työt', sv: 'Andra arbeten', en: 'Other jobs' },
  },
  {
    kind: 'bars',
    item: 'other_job_kind',
    title: {
      fi: 'Muista töistä pisin: millainen',
      sv: 'Det längsta andra arbetet: art',
      en: 'Longest other job: kind',
    },
  },
  {
    kind: 'bars',
    item: 'other_job_length',
    title: {
      fi: 'Muista töistä pisin: kesto',
      sv: 'Det längsta andra arbetet: längd',
      en: 'Longest other job: length',
    },
  },
  {
    kind: 'bars',
    item: 'other_job_in_field',
    title: {
      fi: 'Muista töistä pisin: tutkinnon ala',
      sv: 'Det längsta andra arbetet: examens område',
      en: 'Longest other job: field of the degree',
    },
  },
  {
    kind: 'bars',
    item: 'other_job_region',
    title: {
      fi: 'Muista töistä pisin: sijainti',
      sv: 'Det längsta andra arbetet: plats',
      en: 'Longest other job: place',
    },
  },
];

/** Few have had a third or fourth: their figures are in the files alone. */
export const moreOtherJobs = [2, 3, 4, 5]
  .flatMap((time) => ['kind', 'length', 'in_field', 'region'].map((what) => `other_job_${what}_${time}`))
  .concat([1, 2, 3, 4].map((time) => `other_job_more_${time}`))
  .map((item) => ({ item, reason: 'Of the other jobs the report shows the longest; the rest is in the files.' }));
