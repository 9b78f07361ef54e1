import type { Config } from '../config.ts';
import type { Language } from '../engine/text.ts';
import { formatCode } from '../invitations/code.ts';
import { linkOf } from '../invitations/link.ts';
import type { LiveRound } from '../invitations/open-live-round.ts';
import { personLanguage } from '../invitations/person-language.ts';
import { dayAndMonth, lastMoment, onWeekday } from '../responses/dates.ts';
import { personNames } from '../responses/person-names.ts';
import { messageHtml } from './message-html.ts';
import { wordsOf, type Channel, type MessagePlan } from './plan-schema.ts';
import type { FoundRecipient } from './read-recipients.ts';
import { renderMessage, renderSms, type MessageFacts } from './render-message.ts';

/** A message as a channel hands it over. `to` is an address; nothing here goes into a log. */
export type Outgoing = {
  /** The same at every try: a receiver may drop doubles by it. */
  id: string;
  personKey: string;
  to: string;
  language: Language;
  subject: string;
  text: string;
  /** '' where the channel has no HTML. */
  html: string;
  /** The address that takes a mail program's one-click refusal. */
  unsubscribe: string;
  code: string;
  link: string;
  /** Under which name it leaves, and who reads answers to it; '' or nothing = as the service is set up. */
  sender?: { name: string; reply_to: string };
};

type Part = { id: string; channel: Channel; template: string; plan: MessagePlan };
type Place = { config: Pick<Config, 'baseUrl' | 'host' | 'port'>; round: LiveRound };

/** Makes a person's message in their language; null when the plan has no words in it. */
export function prepareMessage(place: Place, part: Part, found: FoundRecipient): Outgoing | null {
  const language = personLanguage(found.row);
  const words = wordsOf(part.plan, part.template, language);
  if (!words) return null;
  const facts = factsOf(place, found, language);
  const shared = {
    id: part.id,
    personKey: found.row.person_key,
    language,
    unsubscribe: facts.decline,
    code: facts.code,
    link: facts.link,
  };
  if (part.channel === 'sms') {
    return { ...shared, to: found.row.phone ?? '', subject: '', text: renderSms(words, facts), html: '' };
  }
  const message = renderMessage(words, facts, part.channel);
  const { subject, text } = message;
  if (part.channel === 'letter') return { ...shared, to: '', subject, text, html: '' };
  return { ...shared, to: found.row.email ?? '', subject, text, html: messageHtml(message, language) };
}

function factsOf({ config, round }: Place, { row, code }: FoundRecipient, language: Language): MessageFacts {
  const { institution, degree, year } = personNames(round.survey, row, language);
  const link = linkOf(config, code);
  return {
    ...roundFacts(round, language),
    institution: institution ?? '',
    degree,
    year,
    ...addresses(link),
    code: formatCode(code),
    isTest: false,
  };
}

/** What a message says of its round. */
export function roundFacts(round: Pick<LiveRound, 'survey' | 'closes_at' | 'time_zone'>, language: Language) {
  const last = lastMoment(round.closes_at);
  const { from, to } = round.survey.definition.minutes;
  return {
    language,
    closes: onWeekday(last, round.time_zone, language),
    closesShort: dayAndMonth(last, round.time_zone, language),
    minutes: from === to ? String(from) : `${from}–${to}`,
  };
}

/** The person's own addresses, by their link. */
export function addresses(link: string): Pick<MessageFacts, 'link' | 'privacy' | 'decline'> {
  return { link, privacy: `${link}/privacy`, decline: `${link}/decline` };
}
