import { loadReports } from '../../reports/index.ts';
import { publicChanges } from '../actions/tell-change.ts';
import type { Deps } from '../deps.ts';
import { registerList } from '../engine/register-lists.ts';
import { findCode } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import type { Invitation } from '../responses/find-invitation.ts';
import { linkTo, respondentFrame } from '../responses/respondent-frame.ts';
import { loadEarlierCells } from '../results/earlier-cells.ts';
import type { Among } from './decide-standing.ts';
import { toStandings } from './earlier-view-model.ts';
import { EARLIER } from './texts/index.ts';
import { earlierView } from './views.ts';

type EarlierDeps = Pick<Deps, 'db' | 'surveys'>;

/**
 * What comes back to someone who has sent their answers: how those who graduated before them answered three
 * questions, and where their own answer stands. It is made of published figures alone, and stored nowhere.
 */
export async function earlierPage(deps: EarlierDeps, invitation: Invitation, language: Language): Promise<PageAnswer> {
  const t = EARLIER[language];
  const { survey, round, person, response } = invitation;
  const items = itemsOf(deps, survey.definition.survey);
  const keys = keysOf(invitation);
  const earlier = await loadEarlierCells(deps, {
    survey,
    round,
    year: person.graduation_date === null ? null : Number(person.graduation_date.slice(0, 4)),
    keys: Object.values(keys),
    items,
  });
  const cellOf = (among: Among, item: string) => {
    const key = keys[among];
    return key === undefined ? undefined : earlier?.cellOf(key, item);
  };
  return page(earlierView, {
    ...respondentFrame({ invitation, language, title: t.title, place: '/earlier' }),
    t,
    lines: earlier ? [leadOf(earlier.period, language), t.how] : [t.nothing, t.later],
    questions: earlier ? toStandings(items, { survey, language, answers: response?.answers ?? {}, cellOf }) : [],
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

/** Names of the populations that a person belongs to, as releases know them. */
function keysOf({ survey, person }: Invitation): Partial<Record<Among, string>> {
  const { institution, degree } = person;
  const field = degree === null ? undefined : findCode(registerList(survey, 'degree'), degree)?.group;
  return {
    ...(institution && degree ? { degree: `degree/${institution}/${degree}` } : {}),
    ...(field ? { field: `field/${field}` } : {}),
    nation: 'nation',
  };
}

function leadOf(period: string, language: Language): string {
  const t = EARLIER[language];
  return period.includes('-') ? t.leadYears(period.replaceAll('-', '–')) : t.lead(period);
}

// Read once: reports are files of the product.
const reports = new WeakMap<EarlierDeps['surveys'], ReturnType<typeof loadReports>>();

function itemsOf({ surveys }: EarlierDeps, survey: string): readonly string[] {
  const known = reports.get(surveys) ?? loadReports(surveys);
  reports.set(surveys, known);
  return known.find(survey)?.forGraduates ?? [];
}
