import type { Language } from '../engine/text.ts';
import { NOTHING, redirect, type PageAnswer } from '../http/page-answer.ts';
import { afterSave } from './answer-pages.ts';
import type { Invitation } from './find-invitation.ts';
import { partPage } from './part-page.ts';
import { linkTo } from './respondent-frame.ts';
import { savePage, type SaveOutcome } from './save-page.ts';
import { showClosed, showState } from './show-state.ts';
import { showingOf } from './showing.ts';
import { submitResponse } from './submit-response.ts';
import { answerFound, type Answered, type Visit, type VisitDeps } from './visit.ts';

// What a post is answered with, outcome by outcome.

type Known<Outcome> = Extract<Outcome, { invitation: Invitation }>;

/** Saves a part. */
export async function postPart(deps: VisitDeps, visit: Visit, part: string): Promise<Answered> {
  const outcome = await savePage(deps, { typed: visit.typed, part, form: visit.form });
  return answerFound(deps, visit, outcome, (saved, language) => answerToSave(deps, { saved, language }));
}

type Saved = { saved: Known<SaveOutcome>; language: Language };

function answerToSave(deps: VisitDeps, { saved, language }: Saved): Promise<PageAnswer> | PageAnswer {
  const { invitation } = saved;
  switch (saved.kind) {
    case 'not-taken':
      return answerToLate(deps, invitation, language);
    case 'not-asked':
      return redirect(linkTo(invitation, language, saved.firstPage === null ? '' : `/part/${saved.firstPage + 1}`));
    case 'saved-late':
      return showClosed(deps, invitation, language, 'saved');
    case 'left':
      return saved.outcome.kind === 'kept' ? NOTHING : afterSave(invitation, saved.outcome);
    case 'stays': {
      const { pageIndex, form, outcome } = saved;
      const showing = showingOf(invitation, saved.language, { form, outcome });
      return partPage({ invitation, language: saved.language, pageIndex, showing });
    }
    default:
      return saved satisfies never;
  }
}

/** Sends the answers. */
export async function postSend(deps: VisitDeps, visit: Visit): Promise<Answered> {
  const outcome = await submitResponse(deps, { typed: visit.typed });
  return answerFound(deps, visit, outcome, ({ kind, invitation }, language) => {
    switch (kind) {
      case 'sent':
      case 'already-sent':
        return redirect(linkTo(invitation, language, '/receipt'));
      case 'nothing':
        return redirect(linkTo(invitation, language, invitation.response ? '/review' : ''));
      case 'not-taken':
        return answerToLate(deps, invitation, language);
      default:
        return kind satisfies never;
    }
  });
}

/** A post that came when nothing is taken: too late, too early, or from someone who has refused. */
function answerToLate(deps: VisitDeps, invitation: Invitation, language: Language): Promise<PageAnswer> {
  const isClosed = invitation.state === 'closed' || invitation.state === 'closed-submitted';
  return isClosed ? showClosed(deps, invitation, language, 'not-saved') : showState(deps, invitation, language);
}
