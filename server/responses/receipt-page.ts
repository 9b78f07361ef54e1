import { EARLIER } from '../earlier/texts/index.ts';
import type { Language } from '../engine/text.ts';
import { hole, keptPage } from '../http/kept-page.ts';
import type { PageAnswer } from '../http/page-answer.ts';
import { RIGHTS } from '../rights/texts/index.ts';
import { dayAndMonth, fullDate, lastMoment } from './dates.ts';
import type { Invitation } from './find-invitation.ts';
import { frameOf, linkOf, sharedFacts, type FrameFacts } from './respondent-frame.ts';
import { TEXTS } from './texts/index.ts';
import { receiptView, type ReceiptPage } from './views.ts';

/** `results`: where those of earlier years are, if there are any. */
type Arrived = { sentOn: string; receipt: string; results: string | null };

/** The answers have arrived: what happens next, and what the person still can do. */
export function receiptPage(invitation: Invitation, language: Language, arrived: Arrived): PageAnswer {
  const { round, response } = invitation;
  const shared = sharedFacts(invitation, language);
  const facts = {
    ...shared.facts,
    sentOn: fullDate(arrived.sentOn, language),
    last: dayAndMonth(lastMoment(round.closes_at), round.time_zone, language),
    late: response?.late ?? false,
    results: arrived.results,
  };
  const own = { texts: [...shared.texts, arrived.receipt], pieces: [] };
  return keptPage(receiptView, { facts, modelOf: receiptModel, own });
}

type ReceiptFacts = FrameFacts & { sentOn: string; last: string; late: boolean; results: string | null };

function receiptModel(facts: ReceiptFacts): ReceiptPage {
  const { language, results } = facts;
  const { receipt: t, common } = TEXTS[language];
  const { data: rights } = RIGHTS[language];
  return {
    ...frameOf(facts, { title: t.title, place: '/receipt' }),
    t,
    lines: [t.sentOn(facts.sentOn), t.change(facts.last), ...(facts.late ? [t.late] : [])],
    edit: linkOf(facts, '/review'),
    links: [
      { href: linkOf(facts, '/earlier'), label: EARLIER[language].link },
      { href: linkOf(facts, '/data'), label: rights.link },
      { href: linkOf(facts, '/contact'), label: rights.contact },
      { href: linkOf(facts, '/withdraw'), label: t.remove },
    ],
    results: results ? { href: `${results}?lang=${language}`, label: common.results } : null,
    proof: { t, line: hole(2) },
  };
}
