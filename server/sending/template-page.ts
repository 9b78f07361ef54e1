import { LANGUAGES, type Language } from '../engine/text.ts';
import { checkTemplate } from '../messages/check-template.ts';
import { findingText } from '../messages/finding-text.ts';
import { longestFacts } from '../messages/longest-facts.ts';
import type { Channel, TemplateWords } from '../messages/plan-schema.ts';
import { renderMessage, renderSms, type MessageFacts } from '../messages/render-message.ts';
import { findPlan, type FoundPlan } from '../messages/save-plan.ts';
import { saveTemplate } from '../messages/save-template.ts';
import { smsLength } from '../messages/sms-segments.ts';
import { kindName } from './plan-words.ts';
import {
  defineView,
  page,
  sendingFrame,
  type PageAnswer,
  isUnavailable,
  unavailablePage,
  type Fault,
  type SendingFrame,
} from './sending-frame.ts';
import { goTo, linkTo, wordIn, type SendingDeps, type SendingPage, type SendingVisit } from './visit.ts';

type TemplateModel = SendingFrame & {
  heading: string;
  errorsTitle: string;
  action: string;
  back: string;
  version: string;
  typed: TemplateWords;
  textLanguage: Language;
  isSms: boolean;
  faults: { subject: readonly string[]; body: readonly string[] };
  variables: readonly { name: string; words: string }[];
  locked: string;
  preview: { subject: string; text: string };
  length: { words: string; foreign: string | null } | null;
  others: readonly { href: string; label: string; current: boolean }[];
  theirs: TemplateWords | null;
};
const templateView = defineView<TemplateModel>('sending/views/template');
const LONGEST_TEXT = 10_000;

/** Which text of which message; null = there is none of that name. */
type Place = { template: string; language: Language; path: string };

function placeOf({ params }: SendingVisit, plan: FoundPlan['plan']): Place | null {
  const template = wordIn(params, 'template');
  const language = LANGUAGES.find((one) => one === wordIn(params, 'words'));
  if (!language || !Object.hasOwn(plan.templates, template)) return null;
  return { template, language, path: `/messages/${template}/${language}` };
}

/** One text of one message, with what is wrong with it and how it arrives. */
export const templatePage: SendingPage = async (deps, visit) => {
  const found = await findPlan(deps, visit);
  if (found.kind !== 'plan') return unavailablePage(visit, found, { side: 'messages', path: '/messages' });
  const place = placeOf(visit, found.plan);
  if (!place) return null;
  const words = found.plan.templates[place.template]?.[place.language] ?? { subject: '', body: '' };
  const saved = wordIn(visit.query, 'saved');
  const status = /^\d+$/.test(saved) ? visit.t.template.saved(saved) : null;
  return showText(deps, visit, { found, place, words, status, isSaved: true });
};

/** A posted text: shown as it would arrive, or saved. What is wrong with it is told, and keeps it from being sent. */
export const postTemplate: SendingPage = async (deps, visit) => {
  const found = await findPlan(deps, visit);
  if (found.kind !== 'plan') return unavailablePage(visit, found, { side: 'messages', path: '/messages' });
  const place = placeOf(visit, found.plan);
  if (!place) return null;
  const text = (name: string) => wordIn(visit.form, name, LONGEST_TEXT).replace(/\r\n?/g, '\n');
  const words = { subject: text('subject').trim(), body: text('body') };
  if (wordIn(visit.form, 'nav') !== 'save') return showText(deps, visit, { found, place, words });
  const version = wordIn(visit.form, 'version');
  const basedOn = /^\d{1,9}$/.test(version) ? Number(version) : null;
  const { roundId, sender, by } = visit;
  const outcome = await saveTemplate(deps, { roundId, sender, by, words, basedOn, ...place });
  if (isUnavailable(outcome)) return unavailablePage(visit, outcome, { side: 'messages', path: '/messages' });
  switch (outcome.kind) {
    case 'saved':
    case 'unchanged':
      return goTo(visit, place.path, { saved: String(outcome.version) });
    case 'unknown_template':
      return null;
    case 'conflict':
      return showText(deps, visit, { found, place, words, theirs: outcome.theirs });
    default:
      return outcome satisfies never;
  }
};

type Shown = {
  found: FoundPlan;
  place: Place;
  words: TemplateWords;
  status?: string | null;
  /** The text stands in the plan as it is shown. */
  isSaved?: boolean;
  theirs?: TemplateWords;
};

async function showText(deps: SendingDeps, visit: SendingVisit, shown: Shown): Promise<PageAnswer> {
  const { found, place, words, theirs = null, status = null, isSaved = false } = shown;
  const { t } = visit;
  const channels = channelsOf(found, place.template);
  const isSms = channels.includes('sms');
  const longest = await longestFacts(deps, found.round);
  const facts = longest(place.language);
  const findings = channels.flatMap((channel) =>
    checkTemplate('x', { template: { [place.language]: words }, channel, longest }).filter(({ place: at }) =>
      `${at}.`.startsWith(`templates.x.${place.language}.`),
    ),
  );
  const faults = findings.map((finding): Fault => ({
    href: finding.place.endsWith('.subject') ? '#subject' : '#body',
    message: findingText(finding, visit.language),
  }));
  const conflict = theirs ? [{ href: '#theirs', message: t.template.conflict }] : [];
  const of = (field: string) => faults.filter(({ href }) => href === field).map(({ message }) => message);
  const heading = t.template.title(kindName(t, place.template), t.languages[place.language]);
  const frame = { side: 'messages', path: place.path, invented: found.round.invented, status } as const;
  const model: TemplateModel = {
    ...sendingFrame(visit, heading, { ...frame, errors: [...conflict, ...faults] }),
    heading,
    errorsTitle: isSaved ? t.template.savedWithFaults : t.errorTitle,
    action: linkTo(visit, place.path),
    back: linkTo(visit, '/messages'),
    version: found.version === null ? 'none' : String(found.version),
    typed: words,
    textLanguage: place.language,
    isSms,
    faults: { subject: of('#subject'), body: of('#body') },
    variables: Object.entries(t.template.variableList).map(([name, what]) => ({ name: `{{${name}}}`, words: what })),
    locked: isSms ? '' : renderMessage({ subject: '', body: '{{locked}}' }, facts, mailOrLetter(channels)).text,
    preview: isSms
      ? { subject: '', text: renderSms(words, facts) }
      : renderMessage(words, facts, mailOrLetter(channels)),
    length: isSms ? lengthOf(visit, words, facts) : null,
    others: LANGUAGES.map((language) => ({
      href: linkTo(visit, `/messages/${place.template}/${language}`),
      label: t.languages[language],
      current: language === place.language,
    })),
    theirs,
  };
  return page(templateView, model, theirs ? 409 : faults.length > 0 && !isSaved ? 422 : 200);
}

function channelsOf({ plan }: FoundPlan, template: string): Channel[] {
  const used = [...new Set(plan.steps.filter((one) => one.template === template).map(({ channel }) => channel))];
  if (used.length > 0) return used;
  return [template.startsWith('sms') ? 'sms' : template.startsWith('letter') ? 'letter' : 'mail'];
}

function mailOrLetter(channels: readonly Channel[]): 'mail' | 'letter' {
  return channels.includes('mail') ? 'mail' : 'letter';
}

function lengthOf({ t }: SendingVisit, words: TemplateWords, facts: MessageFacts) {
  const { units, room, segments, foreign } = smsLength(renderSms(words, facts));
  return {
    words: t.template.sms(String(units), String(room * segments), t.template.parts(segments)),
    foreign: foreign.length > 0 ? t.template.foreign(foreign.join(' ')) : null,
  };
}
