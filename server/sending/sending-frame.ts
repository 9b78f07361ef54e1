import { languageLinks, publicFrame, type Frame } from '../http/frame.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import type { RoundUnavailable } from '../invitations/open-live-round.ts';
import { linkTo, type SendingVisit } from './visit.ts';
import type { SendingTexts } from './texts/index.ts';

// What every page of sending is made with.
export { defineView, page, type PageAnswer };

/** What is to be mended: where, and what. `href`: the field, or the page that has it. */
export type Fault = { href: string; message: string };
export type Link = { href: string; label: string };

export type SendingFrame = Frame & {
  t: SendingTexts;
  senderName: string;
  senders: readonly { href: string; label: string; current: boolean }[];
  sides: readonly (Link & { current: boolean })[];
  errors: readonly Fault[];
  status: string | null;
};

type Side = 'messages' | 'plan' | 'delivery' | null;
type More = {
  side: Side;
  /** Of the round, '/plan': the address of the page, for its language links. */
  path: string;
  invented?: boolean | null;
  errors?: readonly Fault[];
  status?: string | null;
};

/** What is around every page of sending. */
export function sendingFrame(
  visit: SendingVisit,
  title: string,
  { side, path, invented = false, errors = [], status = null }: More,
): SendingFrame {
  const { language, t, roundId, sender } = visit;
  const sides = (['messages', 'plan', 'delivery'] as const).map((name) => ({
    href: linkTo(visit, `/${name}`),
    label: t.pages[name],
    current: name === side,
  }));
  return {
    ...publicFrame({ language, title: `${errors.length > 0 ? `${t.errorPrefix}: ` : ''}${title} – ${roundId}` }),
    invented: invented === true,
    choices: languageLinks(language, (other) => linkTo({ ...visit, language: other }, path)),
    styles: ['answer.css', 'sending.css'],
    t,
    senderName: visit.senderName,
    senders: visit.choices.map((one) => ({
      href: linkTo({ ...visit, sender: one.sender }, side === null ? '/plan' : `/${side}`),
      label: one.label,
      current: one.sender === sender,
    })),
    sides: [
      { href: linkTo(visit, ''), label: `${t.pages.round} ${roundId}`, current: false },
      ...sides,
      { href: linkTo(visit, '/monitor'), label: t.pages.monitor, current: false },
    ],
    errors,
    status,
  };
}

const noteView = defineView<SendingFrame & { heading: string; lines: readonly string[] }>('sending/views/note');

type Unavailable = RoundUnavailable | { kind: 'unknown_version' };

/** Whether an outcome says that nothing can be done on the round. */
export function isUnavailable<Outcome extends { kind: string }>(
  outcome: Outcome,
): outcome is Extract<Outcome, Unavailable> {
  const kinds = ['unknown_round', 'frozen', 'keys_missing', 'definition_missing', 'unknown_version'];
  return kinds.includes(outcome.kind);
}

/** Why nothing can be done on a round; null = there is no such round. */
export function unavailablePage(
  visit: SendingVisit,
  { kind }: Unavailable,
  { side, path }: { side: Side; path: string },
): PageAnswer | null {
  if (kind === 'unknown_round') return null;
  const { t } = visit;
  const heading = side === null ? t.pages.plan : t.pages[side];
  return page(noteView, { ...sendingFrame(visit, heading, { side, path }), heading, lines: [t.unavailable[kind]] });
}
