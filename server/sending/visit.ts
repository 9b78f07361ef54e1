import type { RawForm } from '../engine/question-types/question-type.ts';
import type { Language } from '../engine/text.ts';
import type { Deps } from '../deps.ts';
import type { Sender } from '../messages/sender.ts';
import { redirect, type PageAnswer } from '../http/page-answer.ts';
import { sendingTexts, type SendingTexts } from './texts/index.ts';

export type SendingDeps = Pick<Deps, 'db' | 'ownerDb' | 'keys' | 'surveys' | 'config' | 'now' | 'randomBytes'>;

/** A sender that somebody may act for, in words. */
export type SenderChoice = { sender: Sender; label: string };

/** Somebody at a page of a round's messages: whose messages they look at, and who they are. */
export type SendingVisit = {
  roundId: string;
  /** '' = the network. */
  sender: Sender;
  senderName: string;
  /** For whom else they may act. */
  choices: readonly SenderChoice[];
  language: Language;
  t: SendingTexts;
  query: RawForm;
  form: RawForm;
  params: RawForm;
  /** Id of their account; null = the machine of a demonstration. */
  by: string | null;
  /** Where a test message goes: their own address alone. */
  email: string | null;
  /** Whether they may see who is asked. */
  seesPeople: boolean;
};

/** A page of sending; null = there is no such page. */
export type SendingPage = (deps: SendingDeps, visit: SendingVisit) => Promise<PageAnswer | null>;

/** The words of a visit's language. */
export function textsOf(language: Language): SendingTexts {
  return sendingTexts(language);
}

/** The address of a page of this round: '/plan', with whose messages it is about. */
export function linkTo(
  { roundId, sender, language }: Pick<SendingVisit, 'roundId' | 'sender' | 'language'>,
  page: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const [path = '', fragment] = page.split('#');
  const query = new URLSearchParams({ lang: language, ...(sender !== '' && { institution: sender }), ...more });
  return `/rounds/${encodeURIComponent(roundId)}${path}?${query.toString()}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** On to a page of this round, which says what was done. */
export function goTo(visit: SendingVisit, page: string, more: Readonly<Record<string, string>> = {}): PageAnswer {
  return redirect(linkTo(visit, page, more));
}

/** A text of a form, query or address; '' where there is none. */
export function wordIn(source: RawForm, name: string, most = 200): string {
  const text = source[name];
  return typeof text === 'string' ? text.slice(0, most) : '';
}
