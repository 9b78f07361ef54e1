import { randomUUID } from 'node:crypto';
import type { Language } from '../engine/text.ts';
import { messageHtml } from './message-html.ts';
import type { PlanStep, TemplateWords } from './plan-schema.ts';
import type { Outgoing } from './prepare-message.ts';
import { renderMessage, renderSms, type MessageFacts } from './render-message.ts';

/** The message of a step as it is sent to try it: marked, with nobody's link. */
export function testMessage(step: PlanStep, words: TemplateWords, facts: MessageFacts, to: string): Outgoing {
  const { language, code, link, decline } = facts;
  const shared = { id: randomUUID(), personKey: 'TEST', to, language, unsubscribe: decline, code, link };
  if (step.channel === 'sms') return { ...shared, subject: '', text: renderSms(words, facts), html: '' };
  const message = renderMessage(words, facts, step.channel);
  const { subject, text } = message;
  const mark: Readonly<Record<Language, string>> = { fi: 'KOE', sv: 'PROV', en: 'TEST' };
  const marked = { ...message, subject: `${mark[language]}: ${subject}` };
  const html = step.channel === 'mail' ? messageHtml(marked, language) : '';
  return { ...shared, subject: marked.subject, text, html };
}
