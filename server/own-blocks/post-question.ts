import type { PageAnswer } from '../http/page-answer.ts';
import { languageIn, textIn } from '../responses/page-form.ts';
import type { DraftQuestion } from './draft.ts';
import { editDraft } from './edit-draft.ts';
import { editorPage } from './editor-page.ts';
import { loadBlock } from './load-block.ts';
import { showQuestion } from './question-page.ts';
import { readQuestion } from './read-edit.ts';
import { surveyParts } from './survey-parts.ts';
import { theirWords } from './their-words.ts';
import { goTo, type OwnDeps, type OwnVisit } from './visit.ts';

/** Saves whatever was typed into the form of a question, complete or not. */
export async function postQuestion(deps: OwnDeps, visit: OwnVisit, code: string): Promise<PageAnswer> {
  const { place, form } = visit;
  const outcome = await editDraft(deps, place, readQuestion(form, code));
  if (outcome.kind === 'refused') return editorPage(deps, visit, outcome.why);
  if (outcome.kind === 'question_conflict') return showBoth(deps, visit, outcome);
  const saved = (outcome.kind !== 'intro_conflict' && outcome.code) || code;
  const done = outcome.kind === 'nothing' ? 'same' : saved === code ? 'saved' : 'newcode';
  const language = languageIn(form, 'lang');
  const nav = textIn(form, 'nav');
  if (language === null && nav !== 'stay' && nav !== 'more') return goTo(visit, '', { done });
  const more = nav === 'more' ? { more: '1' } : {};
  return goTo({ place, language: language ?? visit.language }, `/question/${saved}`, { done, ...more });
}

type Both = { mine: DraftQuestion; theirs: DraftQuestion };

async function showBoth(deps: OwnDeps, visit: OwnVisit, { mine, theirs }: Both): Promise<PageAnswer> {
  if (mine.is !== 'typed' || theirs.is !== 'typed') return editorPage(deps, visit, 'locked');
  const facts = await loadBlock(deps.db, visit.place);
  const words = theirWords(theirs, mine, { language: visit.language, parts: surveyParts(visit.place.survey) });
  return showQuestion(visit, { facts, question: mine, theirs: words, status: null });
}
