import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { HttpError } from '../http/errors.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { reportFrame, type ReportFrame } from '../results/page-frame.ts';
import { notShownView } from '../results/report-place.ts';
import { textsOf } from '../results/texts/index.ts';
import { toAnswersView, type AnswersView } from './answers-view-model.ts';
import { showOpenAnswers, type OpenAnswersRequest } from './show-open-answers.ts';
import { openAnswerTexts, type OpenAnswerTexts } from './texts/index.ts';

type AnswersPage = ReportFrame & { t: OpenAnswerTexts; answers: AnswersView; report: string };

const answersView = defineView<AnswersPage>('open-answers/views/answers');

/** The open answers of a degree, or the page of a degree that is not shown. */
export async function answersPage(
  deps: Pick<Deps, 'db' | 'surveys'>,
  { key, language, q, ...request }: OpenAnswersRequest & { key: string; language: Language; q: string },
): Promise<PageAnswer> {
  const outcome = await showOpenAnswers(deps, request);
  if (outcome.kind === 'unknown-release') throw new HttpError(404, 'no such release');
  if (outcome.kind === 'not-shown') {
    const title = textsOf(language).notShown.title;
    const frame = reportFrame({ language, title, invented: false, key, notices: [] });
    return page(notShownView, { ...frame, instead: [] }, 404);
  }
  const t = openAnswerTexts(language);
  const answers = toAnswersView(outcome.facts, { language, q });
  const title = `${t.page.title}: ${answers.degree}, ${answers.institution}`;
  const frame = reportFrame({ language, title, invented: answers.invented, key, notices: [], query: { q } });
  const report = `/reports/${key}/${request.release}/${request.institution}/${request.degree}?lang=${language}`;
  return page(answersView, { ...frame, styles: [...frame.styles, 'open-answers.css'], t, answers, report });
}
