import { tokenHash } from '../accounts/secrets.ts';
import { todayOf } from '../accounts/sessions.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { publicFrame, type Frame } from '../http/frame.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { fullDate } from '../responses/dates.ts';
import { selectByReceipt } from './store.ts';
import { FEEDBACK, type FeedbackTexts } from './texts/index.ts';

type ReceiptModel = Frame & {
  t: FeedbackTexts;
  heading: string;
  lines: readonly string[];
  reply: { when: string; text: string } | null;
  after: string | null;
  back: string;
};
const receiptView = defineView<ReceiptModel>('feedback/views/receipt');

/** What has become of feedback, for whoever holds its receipt; a page that says so where there is none. */
export async function receiptPage(
  deps: Pick<Deps, 'db' | 'now'>,
  language: Language,
  receipt: string,
): Promise<{ answer: PageAnswer; isMiss: boolean }> {
  const t = FEEDBACK[language];
  const found = await selectByReceipt(deps.db, tokenHash(receipt));
  const common = { t, back: `/accessibility?lang=${language}` };
  if (!found) {
    const frame = { ...publicFrame({ language, title: t.gone.title }), styles: ['answer.css'] };
    const model = { ...frame, ...common, heading: t.gone.title, lines: [t.gone.text], reply: null, after: null };
    return { answer: page(receiptView, model, 404), isMiss: true };
  }
  const { received_on, due_on, answered_on, reply } = found;
  const words = t.receipt;
  const heading = answered_on === null ? words.title : words.answeredTitle;
  const isLate = answered_on === null && due_on < todayOf(deps);
  const waiting = [words.due(fullDate(due_on, language)), ...(isLate ? [words.late] : []), words.keep];
  const model: ReceiptModel = {
    ...publicFrame({ language, title: heading }),
    styles: ['answer.css'],
    ...common,
    heading,
    lines: [words.received(fullDate(received_on, language)), ...(answered_on === null ? waiting : [])],
    reply: answered_on === null ? null : { when: words.answered(fullDate(answered_on, language)), text: reply ?? '' },
    after: words.kept,
  };
  return { answer: page(receiptView, model), isMiss: false };
}
