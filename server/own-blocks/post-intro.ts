import type { PageAnswer } from '../http/page-answer.ts';
import { languageIn, textIn } from '../responses/page-form.ts';
import { editDraft } from './edit-draft.ts';
import { showIntro } from './intro-page.ts';
import { loadBlock } from './load-block.ts';
import { readIntro } from './read-edit.ts';
import { textWords } from './their-words.ts';
import { goTo, type OwnDeps, type OwnVisit } from './visit.ts';

/** Saves whatever was typed into the form of the introduction, complete or not. */
export async function postIntro(deps: OwnDeps, visit: OwnVisit): Promise<PageAnswer> {
  const { place, form } = visit;
  const outcome = await editDraft(deps, place, readIntro(form));
  if (outcome.kind === 'intro_conflict') {
    const { mine, theirs } = outcome;
    const facts = await loadBlock(deps.db, place);
    return showIntro(visit, {
      facts,
      intro: mine,
      theirs: textWords(visit.t.form.introTitle, theirs, mine, visit.language),
    });
  }
  const done = outcome.kind === 'nothing' ? 'same' : 'saved';
  const language = languageIn(form, 'lang');
  if (language === null && textIn(form, 'nav') !== 'stay') return goTo(visit, '', { done });
  return goTo({ place, language: language ?? visit.language }, '/intro', { done });
}
