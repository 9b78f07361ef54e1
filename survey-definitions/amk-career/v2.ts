import type { SurveyDefinitionInput } from '../../server/engine/definition.ts';
import { background } from './v2/background.ts';
import { pageCareer } from './v2/page-career.ts';
import { pageJob } from './v2/page-job.ts';
import { pageNow } from './v2/page-now.ts';
import { pagePayAndBackground } from './v2/page-pay-and-background.ts';
import { pageSkills1 } from './v2/page-skills-1.ts';
import { pageSkills2 } from './v2/page-skills-2.ts';
import { pageStudies } from './v2/page-studies.ts';
import { scales } from './v2/scales.ts';

// Career follow-up of graduates of universities of applied sciences, about five years after the degree.
// Our own wording on the topics of the Finnish follow-up surveys; not an official form.
// In use from 15 August 2025. Replaces version 1, from which it differs in four questions:
//   new       job_ai_use (use of artificial intelligence in work)
//   dropped   job_remote (remote work)
//   reworded  unemployment_spells (the same meaning and options: comparable with version 1)
//   scale     job_in_field (six steps became five: means are not comparable with version 1)
// What may be compared is declared in comparability-1-2.ts.
export const amkCareer2 = {
  format: 1,
  survey: 'amk-career',
  version: 2,
  published: '2025-08-15',
  title: { fi: 'Uraseurantakysely', sv: 'Karriäruppföljningsenkät', en: 'Graduate career survey' },
  minutes: { from: 10, to: 14 },
  scales,
  background,
  pages: [pageNow, pageJob, pageCareer, pageSkills1, pageSkills2, pageStudies, pagePayAndBackground],
} satisfies SurveyDefinitionInput;
