import type { SurveyDefinitionInput } from '../../server/engine/definition.ts';
import { background } from './v1/background.ts';
import { pageDegree } from './v1/page-degree.ts';
import { pageJob } from './v1/page-job.ts';
import { pageNow } from './v1/page-now.ts';
import { scales } from './v1/scales.ts';

// Career follow-up of graduates of universities, masters, about five years after the degree.
// Our own wording on the topics of the Finnish follow-up surveys; not an official form.
// In use from 15 August 2026. The first version: it replaces nothing. Questions that the survey of
// universities of applied sciences asks in the same words have the same codes.
export const yoCareer1 = {
  format: 1,
  survey: 'yo-career',
  version: 1,
  published: '2026-08-15',
  title: {
    fi: 'Maisterien uraseurantakysely',
    sv: 'Karriäruppföljning av magistrar',
    en: 'Career survey of university masters',
  },
  minutes: { from: 6, to: 9 },
  scales,
  background,
  pages: [pageNow, pageJob, pageDegree],
} satisfies SurveyDefinitionInput;
