import type { Deps } from '../deps.ts';
import { EARLIER } from '../earlier/texts/index.ts';
import type { Language } from '../engine/text.ts';
import type { PageAnswer } from '../http/page-answer.ts';
import type { FindDeps, Finding, Invitation } from './find-invitation.ts';
import { entryPage, goneCodePage, roundOverPage } from './public-pages.ts';
import { makeReceipt } from './receipt.ts';
import { receiptPage } from './receipt-page.ts';
import { landingPage, resumePage } from './landing-page.ts';
import { closedPage, notOpenPage, refusedPage, type ClosedFacts } from './respondent-pages.ts';
import { linkTo } from './respondent-frame.ts';
import { resultsPath } from './results-link.ts';

type ShowDeps = FindDeps & Pick<Deps, 'randomBytes'>;

/** The page of a personal link, by where the person stands. */
export async function showState(deps: ShowDeps, invitation: Invitation, language: Language): Promise<PageAnswer> {
  switch (invitation.state) {
    case 'not-open':
      return notOpenPage(invitation, language);
    case 'closed':
    case 'closed-submitted':
      return showClosed(deps, invitation, language, 'nothing');
    case 'refused':
      return refusedPage(invitation, language, null);
    case 'submitted':
      return showReceipt(deps, invitation, language);
    case 'started':
      return resumePage(invitation, language);
    case 'new':
      return landingPage(invitation, language);
    default:
      return invitation.state satisfies never;
  }
}

/** The page of a closed round; `posted` says what became of a page that was posted just now. */
export async function showClosed(
  deps: ShowDeps,
  invitation: Invitation,
  language: Language,
  posted: ClosedFacts['posted'],
): Promise<PageAnswer> {
  const day = invitation.response?.submitted_on ?? null;
  const receipt = day === null ? null : makeReceipt(deps, { kind: 'answered', roundId: invitation.round.id, day });
  const earlier = { href: linkTo(invitation, language, '/earlier'), label: EARLIER[language].link };
  return closedPage(invitation, language, { results: await resultsPath(deps), receipt, posted, earlier });
}

async function showReceipt(deps: ShowDeps, invitation: Invitation, language: Language): Promise<PageAnswer> {
  const sentOn = invitation.response?.submitted_on;
  if (!sentOn) return resumePage(invitation, language);
  const receipt = makeReceipt(deps, { kind: 'answered', roundId: invitation.round.id, day: sentOn });
  return receiptPage(invitation, language, { sentOn, receipt, results: await resultsPath(deps) });
}

/** The page of a code that leads to nobody. */
export async function showStray(
  deps: FindDeps,
  finding: Exclude<Finding, { kind: 'invited' }>,
  { typed, language }: { typed: string; language: Language },
): Promise<PageAnswer> {
  switch (finding.kind) {
    case 'typing-error':
    case 'unknown':
      return entryPage(language, { typed, problem: finding.kind, status: 404 });
    case 'replaced':
    case 'withdrawn':
      return goneCodePage(language, finding.kind);
    case 'round-over':
      return roundOverPage(language, await resultsPath(deps));
    default:
      return finding satisfies never;
  }
}
