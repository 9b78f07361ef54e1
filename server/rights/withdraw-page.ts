import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import type { Invitation } from '../responses/find-invitation.ts';
import { verifyReceipt } from '../responses/receipt.ts';
import { linkTo, respondentFrame } from '../responses/respondent-frame.ts';
import { RIGHTS } from './texts/index.ts';
import { withdrawView } from './views.ts';

/** What withdrawing does, and the button that does it. */
export function withdrawPage(invitation: Invitation, language: Language): PageAnswer {
  const { withdraw: t, data } = RIGHTS[language];
  const isThere = invitation.response !== null;
  return page(withdrawView, {
    ...respondentFrame({ invitation, language, title: t.title, place: '/withdraw' }),
    t,
    lines: isThere ? [t.what, t.messages, t.back] : [t.nothing],
    action: isThere ? linkTo(invitation, language, '/decline') : null,
    back: { href: linkTo(invitation, language, '/data'), label: data.link },
  });
}

/** The line that shows a withdrawal, if this service has signed it for this round. */
export function shownWithdrawal(keys: Deps['keys'], invitation: Invitation, line: unknown): string | null {
  if (typeof line !== 'string' || invitation.response !== null) return null;
  const received = verifyReceipt(keys, line);
  return received?.kind === 'withdrawn' && received.roundId === invitation.round.id ? line : null;
}
