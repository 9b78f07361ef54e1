import { redirect } from '../http/page-answer.ts';
import { partPage } from './part-page.ts';
import { decidePart } from './decide-part.ts';
import { backgroundOf } from './invitation-background.ts';
import { linkTo } from './respondent-frame.ts';
import { answerInvited, type Answered, type Visit, type VisitDeps } from './visit.ts';

/** A part of the questions, or the first that the person is asked. */
export function openPart(deps: VisitDeps, visit: Visit, part: string): Promise<Answered> {
  return answerInvited(deps, visit, (invitation, language) => {
    const { survey, response, state } = invitation;
    if (state !== 'new' && state !== 'started' && state !== 'submitted')
      return redirect(linkTo(invitation, language, ''));
    const { pageIndex, isAsked } = decidePart({ survey, response, background: backgroundOf(invitation), part });
    if (!isAsked) return redirect(linkTo(invitation, language, `/part/${pageIndex + 1}`));
    const elsewhere = visit.query['elsewhere'] === '1';
    return partPage({ invitation, language, pageIndex, showing: { kind: 'opened', elsewhere } });
  });
}
