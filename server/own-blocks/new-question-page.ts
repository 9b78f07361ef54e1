import { OWN_KINDS } from '../engine/own-block.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { editDraft } from './edit-draft.ts';
import { editorPage } from './editor-page.ts';
import { ownFrame } from './own-frame.ts';
import { readKind } from './read-edit.ts';
import { surveyParts } from './survey-parts.ts';
import { newQuestionView } from './views.ts';
import { backLink, goTo, linkTo, type OwnDeps, type OwnVisit } from './visit.ts';

/** The page on which a kind is chosen for a new question. */
export function newQuestionPage(visit: OwnVisit, isMissing = false): PageAnswer {
  const { place, language, t } = visit;
  const { pair } = surveyParts(place.survey);
  const kinds = OWN_KINDS.filter((kind) => kind !== 'pair' || pair !== null);
  const model = {
    ...ownFrame(language, isMissing ? `${t.errorPrefix}: ${t.form.newTitle}` : t.form.newTitle),
    action: linkTo(visit, '/question/new'),
    back: backLink(visit),
    kinds: kinds.map((value) => ({ value, label: t.kinds[value], help: t.kindHelp[value] })),
    problem: isMissing ? t.form.kindMissing : null,
  };
  return page(newQuestionView, model, isMissing ? 422 : 200);
}

/** Adds a question of the chosen kind and goes to its page. */
export async function postNewQuestion(deps: OwnDeps, visit: OwnVisit): Promise<PageAnswer> {
  const kind = readKind(visit.form);
  if (!kind) return newQuestionPage(visit, true);
  const outcome = await editDraft(deps, visit.place, { kind: 'add', question: kind });
  if (outcome.kind === 'refused') return editorPage(deps, visit, outcome.why);
  const code = outcome.kind === 'save' || outcome.kind === 'nothing' ? outcome.code : null;
  return goTo(visit, code === null ? '' : `/question/${code}`);
}
