import type { Language } from '../engine/text.ts';
import { fillTemplate, paragraphsOf } from './fill-template.ts';
import type { TemplateWords } from './plan-schema.ts';
import { TEXTS } from './texts/index.ts';

/** What of a person and a round stands in a message. */
export type MessageFacts = {
  language: Language;
  institution: string;
  degree: string | null;
  year: string | null;
  /** 'sunnuntaina 30.11.' and '30.11.' */
  closes: string;
  closesShort: string;
  minutes: string;
  /** The person's own addresses. */
  link: string;
  privacy: string;
  decline: string;
  /** As printed on paper. */
  code: string;
  isTest: boolean;
};

/** One paragraph of a message: words, or words that end in an address. */
export type Block = { kind: 'text'; text: string } | { kind: 'link'; lead: string; label: string | null; href: string };

export type RenderedMessage = { subject: string; blocks: Block[]; text: string };

/** A mail or a letter: the template's paragraphs, with the locked block where it says {{locked}}. */
export function renderMessage(words: TemplateWords, facts: MessageFacts, channel: 'mail' | 'letter'): RenderedMessage {
  const values = valuesOf(facts);
  const test: Block[] = facts.isTest ? [{ kind: 'text', text: TEXTS[facts.language].test }] : [];
  const blocks = paragraphsOf(words.body).flatMap((paragraph): Block[] => {
    if (/^\{\{\s*locked\s*\}\}$/.test(paragraph)) return lockedBlock(facts, channel);
    return [{ kind: 'text', text: fillTemplate(paragraph, values) }];
  });
  const all = [...test, ...blocks];
  return { subject: oneLine(fillTemplate(words.subject, values)), blocks: all, text: plainText(all) };
}

/** An SMS: one line. */
export function renderSms(words: TemplateWords, facts: MessageFacts): string {
  const text = oneLine(fillTemplate(words.body, valuesOf(facts)));
  return facts.isTest ? `${TEXTS[facts.language].test.split('.')[0]}. ${text}` : text;
}

function valuesOf(facts: MessageFacts) {
  return {
    institution: facts.institution,
    degree: facts.degree ?? '',
    year: facts.year ?? '',
    closes: facts.closes,
    closes_short: facts.closesShort,
    minutes: facts.minutes,
    link: facts.link,
  };
}

/** Who asks, the link, until when, that it is voluntary, privacy, how to say no. Nobody can change it. */
function lockedBlock(facts: MessageFacts, channel: 'mail' | 'letter'): Block[] {
  const t = TEXTS[facts.language];
  const paper: Block[] = channel === 'letter' ? [{ kind: 'text', text: `${t.code} ${facts.code}` }] : [];
  return [
    { kind: 'text', text: t.who(facts) },
    { kind: 'link', lead: t.linkPlain, label: t.link, href: facts.link },
    ...paper,
    { kind: 'text', text: t.until(facts) },
    { kind: 'text', text: t.own },
    { kind: 'text', text: t.voluntary },
    { kind: 'link', lead: t.privacy, label: null, href: facts.privacy },
    { kind: 'link', lead: t.decline, label: null, href: facts.decline },
  ];
}

function plainText(blocks: readonly Block[]): string {
  const paragraphs = blocks.map((block) => (block.kind === 'text' ? block.text : `${block.lead}\n${block.href}`));
  return paragraphs.join('\n\n') + '\n';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
