import type { Reports } from '../../reports/index.ts';
import { conditionsOf } from '../comparability/base-key.ts';
import { asReportRole } from '../db/with-role.ts';
import { askedInWords } from '../definitions/asked-words.ts';
import type { Deps } from '../deps.ts';
import { dividedUnits, loadDivided } from './divided-groups.ts';
import { withoutPerson } from '../engine/fill-texts.ts';
import { namedGroups } from './named-groups.ts';
import { cellIdsOf, shownQuestions, toQuestionView, type QuestionView } from './question-view-model.ts';
import type { ReportRequest } from './show-report.ts';
import { keyIn, selectOptionalRelease, selectQuestion } from './store.ts';
import { labelIn, titleOf } from './view-model.ts';

export type QuestionOutcome =
  | {
      kind: 'question';
      view: QuestionView;
      place: { degree: string; institution: string; round: string };
      /** Survey and version, for the way to the whole questionnaire. */
      asked: { survey: string; version: number };
      invented: boolean;
      /** Whether it is of several rounds together. */
      isPooled: boolean;
    }
  | { kind: 'not-shown' | 'unknown-release' | 'unknown-question' };

/** One question of a degree's report in depth. */
export async function showQuestion(
  deps: Pick<Deps, 'db' | 'surveys'> & { reports: Reports },
  { release: releaseId, institution, degree, language, code }: ReportRequest & { code: string },
): Promise<QuestionOutcome> {
  const release = await asReportRole(deps.db, async (trx) => selectOptionalRelease(trx, releaseId));
  if (!release) return { kind: 'unknown-release' };
  const found = deps.surveys.find(release.survey, release.version);
  const report = deps.reports.find(release.survey);
  if (!found || !report) throw new Error(`no report on ${release.survey}, version ${release.version}`);
  const survey = withoutPerson(found);
  const question = shownQuestions(survey, report).includes(code) ? survey.questions.get(code) : undefined;
  const items = question ? cellIdsOf(survey, question) : [''];
  const degreeKey = keyIn(release, `degree/${institution}/${degree}`);
  const rows = await asReportRole(deps.db, async (trx) =>
    selectQuestion(trx, { releaseId: release.id, degreeKey, items }),
  );
  if (rows.length === 0) return { kind: 'not-shown' };
  if (!question) return { kind: 'unknown-question' };
  const field = rows.find(({ level }) => level === 'degree')?.field ?? '';
  const divided = await loadDivided(deps, { release: releaseId, institution, field, items });
  const view = toQuestionView({
    survey,
    question,
    divided: dividedUnits(divided, { survey, language }),
    asked: asSentence(askedInWords(survey, conditionsOf(survey, code), language)),
    groups: namedGroups(rows, language),
    language,
    upperHalf: report.upperHalf,
  });
  const place = {
    degree: labelIn(survey, 'degree', degree, language),
    institution: labelIn(survey, 'institution', institution, language),
    round: titleOf(survey, release, language),
  };
  const asked = { survey: release.survey, version: release.version };
  const { invented, pooled } = release;
  return { kind: 'question', view, place, asked, invented, isPooled: pooled !== undefined };
}

function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
