import { publicChanges } from '../actions/tell-change.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import type { Invitation } from '../responses/find-invitation.ts';
import { linkTo, respondentFrame } from '../responses/respondent-frame.ts';
import { loadEarlier, type EarlierDeps } from './load-earlier.ts';
import { toStandings } from './earlier-view-model.ts';
import { EARLIER } from './texts/index.ts';
import { earlierView } from './views.ts';

/**
 * What comes back to someone who has sent their answers: how those who graduated before them answered three
 * questions, and where their own answer stands. It is made of published figures alone, and stored nowhere.
 */
export async function earlierPage(deps: EarlierDeps, invitation: Invitation, language: Language): Promise<PageAnswer> {
  const t = EARLIER[language];
  const { survey, response } = invitation;
  const { items, published } = await loadEarlier(deps, invitation);
  return page(earlierView, {
    ...respondentFrame({ invitation, language, title: t.title, place: '/earlier' }),
    t,
    lines: published ? [leadOf(published.period, language), t.how] : [t.nothing, t.later],
    questions: published
      ? toStandings(items, { survey, language, answers: response?.answers ?? {}, cellOf: published.cellOf })
      : [],
    changes: await changesLink(deps, invitation, language),
    back: { href: linkTo(invitation, language, '/receipt'), label: t.back },
  });
}

/** Where the programme tells what it changed because of answers; null where it has told nothing. */
async function changesLink(deps: EarlierDeps, { person }: Invitation, language: Language) {
  const { institution, degree } = person;
  if (!institution || !degree) return null;
  const told = await publicChanges(deps, { institution, degree });
  if (told.length === 0) return null;
  return { href: `/changes/${institution}/${degree}?lang=${language}`, label: EARLIER[language].changes };
}

function leadOf(period: string, language: Language): string {
  const t = EARLIER[language];
  return period.includes('-') ? t.leadYears(period.replaceAll('-', '–')) : t.lead(period);
}
