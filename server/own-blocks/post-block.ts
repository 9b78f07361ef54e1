import type { PageAnswer } from '../http/page-answer.ts';
import { textIn } from '../responses/page-form.ts';
import { chooseAsked } from './choose-asked.ts';
import { editDraft } from './edit-draft.ts';
import { editorPage } from './editor-page.ts';
import { readDeed } from './read-edit.ts';
import { goTo, type OwnDeps, type OwnVisit } from './visit.ts';

const DONE = { move: 'moved', remove: 'removed', restore: 'restored', take: 'taken', copy: 'copied' } as const;

/** A button of a block's page: moves, removes, puts back, takes a question, makes the next version, or chooses for a round. */
export async function postBlock(deps: OwnDeps, visit: OwnVisit): Promise<PageAnswer> {
  const round = textIn(visit.form, 'round');
  if (round !== '') return postRound(deps, visit, round);
  const deed = readDeed(visit.form);
  if (!deed) return goTo(visit, '');
  const outcome = await editDraft(deps, visit.place, deed);
  if (outcome.kind === 'refused') return editorPage(deps, visit, outcome.why);
  return goTo(visit, '', { done: DONE[deed.kind], ...(deed.kind === 'remove' && { code: deed.code }) });
}

async function postRound(deps: OwnDeps, visit: OwnVisit, roundId: string): Promise<PageAnswer> {
  const typed = textIn(visit.form, 'version');
  const version = typed === '' ? null : Number(typed);
  const outcome = await chooseAsked(deps, visit.place, { roundId, version });
  if (outcome.kind === 'chosen') return goTo(visit, '', { done: 'chosen' });
  return editorPage(deps, visit, outcome.kind === 'refused' ? outcome.why : 'unknown');
}
