import { nearest } from '../csv/nearest.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import { hasStrayBraces, paragraphsOf, variablesIn, VARIABLES } from './fill-template.ts';
import type { Finding, FindingKind } from './finding.ts';
import type { Channel, Template, TemplateWords } from './plan-schema.ts';
import { renderSms, type MessageFacts } from './render-message.ts';
import { smsLength } from './sms-segments.ts';

const LONGEST_SUBJECT = 60;
const MOST_SEGMENTS = 2;

/** Words that tell people what to answer, or what hangs on it. */
const LEADING: Readonly<Record<Language, readonly RegExp[]>> = {
  fi: [
    /hyvää palautetta/i,
    /rahoitus (riippuu|perustuu)/i,
    /vastaa(thal)?\s[^.]*\b[56] tai [56]\b/i,
    /parhaat arvosanat/i,
  ],
  sv: [
    /god (respons|feedback)/i,
    /finansieringen (beror|grundar)/i,
    /svara\s[^.]*\b[56] eller [56]\b/i,
    /högsta betyg/i,
  ],
  en: [/good feedback/i, /funding (depends|is based)/i, /answer\s[^.]*\b[56] or [56]\b/i, /highest marks/i],
};

/** The longest values that a message of this round may get, by language: an SMS is measured with them. */
export type LongestFacts = (language: Language) => MessageFacts;

/** Everything that is wrong with a template, in each language. */
export function checkTemplate(
  name: string,
  { template, channel, longest }: { template: Template; channel: Channel; longest: LongestFacts },
): Finding[] {
  return LANGUAGES.flatMap((language) => {
    const words = template[language];
    const place = `templates.${name}.${language}`;
    if (!words || words.body.trim() === '') {
      return [{ place, blocking: true, kind: 'language_missing', language } satisfies Finding];
    }
    const found = [
      ...checkSubject(words, channel),
      ...checkVariables(words, channel),
      ...checkWords(words, language),
      ...(channel === 'sms' ? checkSms(words, longest(language)) : []),
    ];
    return found.map(({ field, ...finding }): Finding => ({ place: `${place}.${field}`, blocking: true, ...finding }));
  });
}

type Found = FindingKind & { field: 'subject' | 'body' };

function checkSubject({ subject }: TemplateWords, channel: Channel): Found[] {
  const found: Found[] = [];
  if (channel === 'sms') return found;
  const length = [...subject.trim()].length;
  if (length === 0) found.push({ field: 'subject', kind: 'subject_missing' });
  if (length > LONGEST_SUBJECT) found.push({ field: 'subject', kind: 'subject_long', length, most: LONGEST_SUBJECT });
  for (const variable of variablesIn(subject).filter((one) => one !== 'institution')) {
    found.push({ field: 'subject', kind: 'subject_variable', variable });
  }
  return found;
}

function checkVariables({ body }: TemplateWords, channel: Channel): Found[] {
  const found: Found[] = [];
  const used = variablesIn(body);
  const [wanted, other] = channel === 'sms' ? (['link', 'locked'] as const) : (['locked', 'link'] as const);
  const times = used.filter((one) => one === wanted).length;
  if (times === 0) found.push({ field: 'body', kind: 'link_missing', variable: wanted });
  if (times > 1) found.push({ field: 'body', kind: 'link_twice', variable: wanted });
  if (used.includes(other)) found.push({ field: 'body', kind: 'link_wrong_place', variable: other, wanted });
  if (wanted === 'locked' && times === 1 && !paragraphsOf(body).some((one) => /^\{\{\s*locked\s*\}\}$/.test(one))) {
    found.push({ field: 'body', kind: 'locked_in_paragraph' });
  }
  const known: readonly string[] = VARIABLES;
  for (const variable of new Set(used.filter((one) => !known.includes(one)))) {
    found.push({ field: 'body', kind: 'unknown_variable', variable, meant: nearest(variable, known) });
  }
  if (hasStrayBraces(body)) found.push({ field: 'body', kind: 'stray_braces' });
  return found;
}

function checkWords({ subject, body }: TemplateWords, language: Language): Found[] {
  const found: Found[] = [];
  for (const [field, text] of [['subject', subject] as const, ['body', body] as const]) {
    if (/<\/?[a-z][^>]*>/i.test(text)) found.push({ field, kind: 'markup' });
    for (const pattern of LEADING[language]) {
      const phrase = pattern.exec(text)?.[0];
      if (phrase !== undefined) found.push({ field, kind: 'leading', phrase });
    }
  }
  return found;
}

function checkSms(words: TemplateWords, facts: MessageFacts): Found[] {
  const { segments, units, foreign } = smsLength(renderSms(words, facts));
  if (segments <= MOST_SEGMENTS) return [];
  return [{ field: 'body', kind: 'sms_long', segments, units, most: MOST_SEGMENTS, foreign: foreign.join(' ') }];
}
