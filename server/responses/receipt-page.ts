import { EARLIER } from '../earlier/texts/index.ts';
import type { Language } from '../engine/text.ts';
import { hole, keptPage } from '../http/kept-page.ts';
import type { PageAnswer } from '../http/page-answer.ts';
import { RIGHTS } from '../rights/texts/index.ts';
import { dayAndMonth, fullDate, lastMoment } from './dates.ts';
import type { Invitation } from './find-invitation.ts';
import { linkTo, respondentFrame } from './respondent-frame.ts';
import { TEXTS } from './texts/index.ts';
import { receiptView } from './views.ts';

type ReceiptFacts = { sentOn: string; receipt: string; results: string | null };

/** The answers have arrived: what happens next, and what the person still can do. */
export function receiptPage(invitation: Invitation, language: Language, facts: ReceiptFacts): PageAnswer {
  const { receipt: t, common } = TEXTS[language];
  const { data: rights } = RIGHTS[language];
  const { round, response } = invitation;
  const last = dayAndMonth(lastMoment(round.closes_at), round.time_zone, language);
  const nobody = { ...invitation, code: hole(0) };
  const frame = respondentFrame({ invitation: nobody, language, title: t.title, place: '/receipt' });
  const link = (place: string) => linkTo(nobody, language, place);
  const model = {
    ...frame,
    institution: frame.institution === null ? null : hole(1),
    t,
    lines: [t.sentOn(fullDate(facts.sentOn, language)), t.change(last), ...(response?.late ? [t.late] : [])],
    edit: link('/review'),
    links: [
      { href: link('/earlier'), label: EARLIER[language].link },
      { href: link('/data'), label: rights.link },
      { href: link('/contact'), label: rights.contact },
      { href: link('/withdraw'), label: t.remove },
    ],
    results: facts.results ? { href: `${facts.results}?lang=${language}`, label: common.results } : null,
    proof: { t, line: hole(2) },
  };
  return keptPage(receiptView, model, { texts: [invitation.code, frame.institution ?? '', facts.receipt], pieces: [] });
}
