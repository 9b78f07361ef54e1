import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { askedSurveys, loadSurveyFacts } from './load-block.ts';
import { toOverview } from './overview-view-model.ts';
import { ownFrame } from './own-frame.ts';
import { overviewView } from './views.ts';
import type { OwnDeps } from './visit.ts';

/** The first page: whose questions to open, and what there is. */
export async function overviewPage(
  deps: OwnDeps,
  language: Language,
  mayEdit: Parameters<typeof toOverview>[2],
): Promise<PageAnswer> {
  const surveys = [];
  for (const survey of askedSurveys(deps.surveys)) {
    surveys.push({ survey, facts: await loadSurveyFacts(deps.db, survey.definition.survey) });
  }
  const overview = toOverview(surveys, language, mayEdit);
  return page(overviewView, { ...ownFrame(language, overview.title), overview, open: '/own-questions/open' });
}
