import type { SurveyDefinitionInput } from '../../server/engine/definition.ts';
import { background } from './v1/background.ts';
import { pageCareer } from './v1/page-career.ts';
import { pageJob } from './v1/page-job.ts';
import { pageNow } from './v1/page-now.ts';
import { pagePayAndBackground } from './v1/page-pay-and-background.ts';
import { pageSkills1 } from './v1/page-skills-1.ts';
import { pageSkills2 } from './v1/page-skills-2.ts';
import { pageStudies } from './v1/page-studies.ts';
import { scales } from './v1/scales.ts';

// Career follow-up of graduates of universities of applied sciences, about five years after the degree.
// Our own wording on the topics of the Finnish follow-up surveys; not an official form.
// In use from 15 August 2024 until version 2. The first version: it replaces nothing.
export const amkCareer1 = {
  format: 1,
  survey: 'amk-career',
  version: 1,
  published: '2024-08-15',
  title: { fi: 'Uraseurantakysely', sv: 'Karriäruppföljningsenkät', en: 'Graduate career survey' },
  minutes: { from: 10, to: 14 },
  scales,
  background,
  pages: [pageNow, pageJob, pageCareer, pageSkills1, pageSkills2, pageStudies, pagePayAndBackground],
} satisfies SurveyDefinitionInput;
