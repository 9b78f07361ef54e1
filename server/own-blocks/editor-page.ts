import { page, type PageAnswer } from '../http/page-answer.ts';
import { textIn } from '../responses/page-form.ts';
import { decideFindings } from './decide-findings.ts';
import { draftCode } from './draft.ts';
import { toEditorView } from './editor-view-model.ts';
import { loadBlock } from './load-block.ts';
import { ownFrame } from './own-frame.ts';
import type { OwnTexts } from './texts/index.ts';
import { editorView } from './views.ts';
import { statusOf, type OwnDeps, type OwnVisit } from './visit.ts';

/** The page of a block: its questions, what must be mended, versions, what rounds ask. */
export async function editorPage(
  deps: OwnDeps,
  visit: OwnVisit,
  refused: keyof OwnTexts['refused'] | null = null,
): Promise<PageAnswer> {
  const { place, language, query, t } = visit;
  const facts = await loadBlock(deps.db, place);
  const { content } = facts.start;
  const findings = facts.draft ? decideFindings(content, place.survey, place.owner) : [];
  const editor = toEditorView({ ...facts, language, findings, now: deps.now() });
  const removed = textIn(query, 'code');
  const model = {
    ...ownFrame(language, refused ? `${t.errorPrefix}: ${editor.heading}` : editor.heading),
    editor,
    status: refused ? null : statusOf(visit),
    undo: content.removed.some((question) => draftCode(question) === removed) ? removed : null,
    refused: refused && t.refused[refused],
  };
  return page(editorView, model, refused ? 422 : 200);
}
