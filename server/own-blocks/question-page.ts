import { page, type PageAnswer } from '../http/page-answer.ts';
import { textIn } from '../responses/page-form.ts';
import { decideFindings, type DraftFinding } from './decide-findings.ts';
import { draftCode, type DraftContent, type TypedQuestion } from './draft.ts';
import { editorPage } from './editor-page.ts';
import { loadBlock, type BlockFacts } from './load-block.ts';
import { formFrame } from './own-frame.ts';
import { toQuestionForm } from './question-form-view-model.ts';
import { surveyParts } from './survey-parts.ts';
import { questionView, type Theirs } from './views.ts';
import { backLink, linkTo, statusOf, type OwnDeps, type OwnVisit } from './visit.ts';

/** The page of one question, or that of the block where there is no such question to edit. */
export async function questionPage(deps: OwnDeps, visit: OwnVisit, code: string): Promise<PageAnswer> {
  const facts = await loadBlock(deps.db, visit.place);
  const { questions, removed } = facts.start.content;
  const found = [...questions, ...removed].find(
    (one) => draftCode(one) === code || (one.is === 'typed' && one.replaces === code),
  );
  if (found?.is !== 'typed') return editorPage(deps, visit, found ? 'locked' : 'gone');
  return showQuestion(visit, { facts, question: found, theirs: [], status: statusOf(visit) });
}

type Shown = { facts: BlockFacts; question: TypedQuestion; theirs: readonly Theirs[]; status: string | null };

/** The form of a question; with what someone else saved meanwhile, where the two differ. */
export function showQuestion(visit: OwnVisit, { facts, question, theirs, status }: Shown): PageAnswer {
  const { language, place, t } = visit;
  const { content, revision } = facts.start;
  const index = content.questions.findIndex((one) => draftCode(one) === question.code);
  const heading = index < 0 ? t.form.removedTitle : t.form.title(index + 1);
  const isConflict = theirs.length > 0;
  const more = textIn(visit.query, 'more') !== '' || textIn(visit.form, 'nav') === 'more';
  const findings = findingsOf(question, content, facts);
  const action = linkTo(visit, `/question/${question.code}`);
  const title = isConflict ? `${t.errorPrefix}: ${heading}` : heading;
  const model = {
    ...formFrame(language, title, { action, enterLabel: t.form.saveAndBack }),
    heading,
    status,
    revision: String(revision),
    back: backLink(visit),
    theirs,
    question: toQuestionForm({ question, parts: surveyParts(place.survey), findings, language, more }),
    code: question.code,
    note: facts.published.has(question.replaces ?? question.code) ? t.form.published : null,
  };
  return page(questionView, model, isConflict ? 409 : 200);
}

/** Findings of the question as the form shows it, which may differ from what is stored. */
function findingsOf(question: TypedQuestion, content: DraftContent, { survey, owner }: BlockFacts): DraftFinding[] {
  const isAsked = content.questions.some((one) => draftCode(one) === question.code);
  const questions = isAsked
    ? content.questions.map((one) => (draftCode(one) === question.code ? question : one))
    : [question];
  return decideFindings({ ...content, questions }, survey, owner).filter((one) => one.question === question.code);
}
