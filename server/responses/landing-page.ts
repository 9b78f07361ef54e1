import type { Language } from '../engine/text.ts';
import { hole, keptPage } from '../http/kept-page.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { closing } from './closing-day.ts';
import type { Invitation } from './find-invitation.ts';
import { personNames, travellingFacts } from './person-names.ts';
import { linkTo, respondentFrame } from './respondent-frame.ts';
import { resumeOf } from './resume-view-model.ts';
import { TEXTS } from './texts/index.ts';
import { landingView, resumeView } from './views.ts';

/** The first page: why you, how long, by when. The same for many, but for the texts in its holes. */
export function landingPage(invitation: Invitation, language: Language): PageAnswer {
  const t = TEXTS[language].landing;
  const { survey, person } = invitation;
  const { institution, degree, year } = personNames(survey, person, language);
  const { core } = survey.definition;
  const { from, to } = survey.definition.minutes;
  const graduated = degree && (year ? t.graduated(year, degree) : t.graduatedDegree(degree));
  const nobody = { ...invitation, code: hole(0) };
  const frame = respondentFrame({ invitation: nobody, language, title: t.title, place: '' });
  const link = (place: string) => linkTo(nobody, language, place);
  const model = {
    ...frame,
    institution: institution === null ? null : hole(1),
    t,
    lines: [
      graduated && hole(2),
      t.minutes(from, to),
      core && t.core(core.minutes),
      t.closes(closing(invitation, language).weekday),
    ].filter((line) => typeof line === 'string'),
    start: link(`/part/${resumeFirst(invitation)}`),
    data: t.data(institution === null ? frame.brand : hole(1), travellingFacts(survey, language)),
    links: {
      privacy: link('/privacy'),
      degree: `${link('/help')}#degree`,
      genuine: `/genuine${person.institution ? `/${hole(3)}` : ''}?lang=${language}`,
      decline: link('/decline'),
    },
  };
  const texts = [invitation.code, institution ?? '', graduated ?? '', person.institution ?? ''];
  return keptPage(landingView, model, { texts, pieces: [] });
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
