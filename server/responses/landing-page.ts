import type { Language } from '../engine/text.ts';
import { hole, keptPage } from '../http/kept-page.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { closing } from './closing-day.ts';
import type { Invitation } from './find-invitation.ts';
import { personNames, travellingFacts } from './person-names.ts';
import { frameOf, linkOf, linkTo, respondentFrame, sharedFacts, type FrameFacts } from './respondent-frame.ts';
import { resumeOf } from './resume-view-model.ts';
import { TEXTS } from './texts/index.ts';
import { landingView, resumeView, type LandingPage } from './views.ts';

/** The first page: why you, how long, by when. The same for many, but for the texts in its holes. */
export function landingPage(invitation: Invitation, language: Language): PageAnswer {
  const t = TEXTS[language].landing;
  const { survey, person } = invitation;
  const { degree, year } = personNames(survey, person, language);
  const graduated = degree && (year ? t.graduated(year, degree) : t.graduatedDegree(degree));
  const shared = sharedFacts(invitation, language);
  const facts = {
    ...shared.facts,
    first: resumeFirst(invitation),
    closes: closing(invitation, language).weekday,
    graduated: graduated && hole(2),
    institutionCode: person.institution ? hole(3) : null,
  };
  const own = { texts: [...shared.texts, graduated ?? '', person.institution ?? ''], pieces: [] };
  return keptPage(landingView, { facts, modelOf: landingModel, own });
}

type LandingFacts = FrameFacts & {
  /** Number of the part where the questions begin. */
  first: number;
  closes: string;
  graduated: string | null;
  institutionCode: string | null;
};

function landingModel(facts: LandingFacts): LandingPage {
  const { survey, language, graduated, closes, institution, institutionCode } = facts;
  const t = TEXTS[language].landing;
  const { core, minutes } = survey.definition;
  const frame = frameOf(facts, { title: t.title, place: '' });
  return {
    ...frame,
    t,
    lines: [graduated, t.minutes(minutes.from, minutes.to), core && t.core(core.minutes), t.closes(closes)].filter(
      (line) => typeof line === 'string',
    ),
    start: linkOf(facts, `/part/${facts.first}`),
    data: t.data(institution ?? frame.brand, travellingFacts(survey, language)),
    links: {
      privacy: linkOf(facts, '/privacy'),
      degree: `${linkOf(facts, '/help')}#degree`,
      genuine: `/genuine${institutionCode ? `/${institutionCode}` : ''}?lang=${language}`,
      decline: linkOf(facts, '/decline'),
    },
  };
}

/** Saved answers, not sent: where to go on. */
export function resumePage(invitation: Invitation, language: Language): PageAnswer {
  const { resume: t, landing } = TEXTS[language];
  const { survey, response } = invitation;
  if (!response) return landingPage(invitation, language);
  const { next, first, done, total } = resumeOf(survey, response);
  const to = (place: string) => linkTo(invitation, language, place);
  return page(resumeView, {
    ...respondentFrame({ invitation, language, title: t.title, place: '' }),
    t,
    saved: done ? t.saved(t.parts(done.from, done.to)) : t.started,
    main:
      next === null
        ? { href: to('/review'), label: t.ready }
        : { href: to(`/part/${next.place}`), label: t.next(next.step, total) },
    first: { href: to(`/part/${first}`), label: t.first },
    closes: landing.closes(closing(invitation, language).weekday),
  });
}

function resumeFirst({ survey, response }: Invitation): number {
  return response ? resumeOf(survey, response).first : 1;
}
