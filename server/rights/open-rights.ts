import type { PageAnswer } from '../http/page-answer.ts';
import type { Opened } from '../responses/reading-page.ts';
import type { Visit, VisitDeps } from '../responses/visit.ts';
import { contactPage } from './contact-page.ts';
import { dataFile, dataPage } from './data-pages.ts';
import { withdrawPage } from './withdraw-page.ts';

export { shownWithdrawal } from './withdraw-page.ts';

type RightsPlace = '/data' | '/data.html' | '/data.json' | '/contact' | '/withdraw';

/** Pages and files of a person's rights. Nothing here writes. */
export function openRights(
  deps: VisitDeps,
  { query }: Pick<Visit, 'query'>,
  { invitation, language, place }: Opened<RightsPlace>,
): Promise<PageAnswer> | PageAnswer {
  const saved = query['saved'] === '1';
  switch (place) {
    case '/data':
      return dataPage(deps, invitation, { language, saved });
    case '/data.html':
      return dataFile(deps, invitation, { language, form: 'html' });
    case '/data.json':
      return dataFile(deps, invitation, { language, form: 'json' });
    case '/contact':
      return contactPage(deps, invitation, { language, done: saved, refused: null });
    case '/withdraw':
      return withdrawPage(invitation, language);
    default:
      return place satisfies never;
  }
}
