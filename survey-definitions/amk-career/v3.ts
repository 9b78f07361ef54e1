import type { SurveyDefinitionInput } from '../../server/engine/definition.ts';
import { background } from './v3/background.ts';
import { pageCareer } from './v3/page-career.ts';
import { pageJob } from './v3/page-job.ts';
import { pageNow } from './v3/page-now.ts';
import { pageOtherJob } from './v3/page-other-job.ts';
import { pagePayAndBackground } from './v3/page-pay-and-background.ts';
import { pageSkills1 } from './v3/page-skills-1.ts';
import { pageSkills2 } from './v3/page-skills-2.ts';
import { pageStudies } from './v3/page-studies.ts';
import { scales } from './v3/scales.ts';

// Career follow-up of graduates of universities of applied sciences, about five years after the degree.
// Our own wording on the topics of the Finnish follow-up surveys; not an official form.
// Differs from version 2 in what careers of several kinds need:
//   new       other_jobs (whether there have been other jobs), on the page of the career
//   new       other_job: a page that is asked up to five times, once for each other job
//   new       career_path has an option for a career of several jobs and assignments at a time
//   core      the parts down to the studies, with every question of the funding indicator: people may send after them
// What may be compared is declared in comparability-2-3.ts.
export const amkCareer3 = {
  format: 1,
  survey: 'amk-career',
  version: 3,
  published: '2026-11-27',
  title: { fi: 'Uraseurantakysely', sv: 'Karriäruppföljningsenkät', en: 'Graduate career survey' },
  minutes: { from: 10, to: 16 },
  core: { lastPage: 'studies', minutes: 9 },
  scales,
  background,
  pages: [pageNow, pageJob, pageCareer, pageSkills1, pageSkills2, pageStudies, pageOtherJob, pagePayAndBackground],
} satisfies SurveyDefinitionInput;
