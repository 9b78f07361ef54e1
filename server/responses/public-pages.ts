import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { publicFrame } from '../http/frame.ts';
import { page, redirect, type PageAnswer } from '../http/page-answer.ts';
import { normaliseCode } from '../invitations/code.ts';
import { fullDate } from './dates.ts';
import { verifyReceipt } from './receipt.ts';
import { RIGHTS } from '../rights/texts/index.ts';
import { TEXTS } from './texts/index.ts';
import { accessibilityStatement, READING } from './texts/reading.ts';
import type { ReadingPage } from './texts/reading-page.ts';
import { entryView, messageView, readView, type MessagePage, type ReceiptCheck } from './views.ts';

// Pages for someone of whom nothing is known: no code, or one that leads nowhere.

type Entry = { typed: string; problem: 'none' | 'empty' | 'typing-error' | 'unknown'; status: number };

/** The page on which a code is typed; also the answer to a code that is none, or that nobody has. */
export function entryPage(language: Language, { typed, problem, status }: Entry): PageAnswer {
  const { entry: t, common } = TEXTS[language];
  const errors = { none: null, empty: t.empty, 'typing-error': t.typo, unknown: t.unknown };
  const titles = { none: t.title, empty: t.title, 'typing-error': t.typoTitle, unknown: t.unknownTitle };
  const error = errors[problem];
  const heading = titles[problem];
  const model = {
    ...frameOf(language, error ? `${common.errorPrefix}: ${heading}` : heading),
    heading,
    lead: t.lead,
    entry: { t, language, value: typed.slice(0, 40), error },
    links: [
      { href: `/genuine?lang=${language}`, label: t.genuine },
      { href: `/help?lang=${language}`, label: common.helpLink },
    ],
  };
  return page(entryView, model, status);
}

/** The one page of every code that may have belonged to a frozen round. */
export function roundOverPage(language: Language, results: string | null): PageAnswer {
  const { roundOver: t, entry } = TEXTS[language];
  return message(language, 410, {
    heading: t.title,
    lines: [t.text, t.why, t.typed],
    entry: { t: entry, language, value: '', error: null },
    main: results ? { href: `${results}?lang=${language}`, label: t.results } : null,
  });
}

/** A code that a newer one has replaced, or that was sent to the wrong person. */
export function goneCodePage(language: Language, why: 'replaced' | 'withdrawn'): PageAnswer {
  const t = TEXTS[language][why];
  return message(language, 410, { heading: t.title, lines: [t.text, t.help] });
}

/** Too many codes that do not exist were tried from this network. */
export function tooManyPage(language: Language, minutes: number): PageAnswer {
  const { tooMany: t } = TEXTS[language];
  return message(language, 429, { heading: t.title, lines: [t.text(minutes), t.safe] });
}

const STRANGER = { institution: null, variables: null, reference: null };

/** Pages by address that anyone may open. */
type PublicDeps = Pick<Deps, 'config' | 'keys'>;
export const PUBLIC_PAGES: Readonly<Record<string, (language: Language, deps: PublicDeps) => PageAnswer>> = {
  '/': (language) => entryPage(language, { typed: '', problem: 'none', status: 200 }),
  '/privacy': (language) => readPage(language, READING[language].privacy(STRANGER)),
  '/help': (language) => readPage(language, READING[language].help(STRANGER)),
  '/accessibility': (language) => readPage(language, accessibilityStatement(language, null)),
  '/genuine': (language, deps) => genuinePage(language, deps, null),
};

/**
 * A typed code leads to its page; a typing error is told at once and costs no look-up. A language that
 * the person has chosen, other than the browser's, goes along.
 */
export function answerToCode(typed: string, language: Language, accepted: Language): PageAnswer {
  if (typed === '') return entryPage(language, { typed, problem: 'empty', status: 422 });
  const normalised = normaliseCode(typed);
  if (normalised.kind === 'typing-error') return entryPage(language, { typed, problem: normalised.kind, status: 422 });
  return redirect(`/v/${normalised.code}${language === accepted ? '' : `?lang=${language}`}`);
}

/** Whether a message or a receipt is ours. `receipt`: the line to check, when one was posted. */
export function genuinePage(language: Language, { config, keys }: PublicDeps, receipt: string | null): PageAnswer {
  const t = TEXTS[language].receipt;
  const received = receipt === null ? null : verifyReceipt(keys, receipt);
  const rights = { answered: t.right, withdrawn: RIGHTS[language].withdraw.right };
  const said = received ? rights[received.kind](received.roundId, fullDate(received.day, language)) : t.wrong;
  const check = { t, language, value: (receipt ?? '').slice(0, 200), outcome: receipt === null ? null : said };
  return readPage(language, READING[language].genuine(config.baseUrl && `${config.baseUrl}/v/`), check);
}

function readPage(language: Language, content: ReadingPage, check: ReceiptCheck | null = null): PageAnswer {
  const frame = frameOf(language, content.title);
  return page(readView, {
    ...frame,
    content,
    check,
    links: [],
    back: { href: `/?lang=${language}`, label: frame.words.front },
  });
}

type Message = Pick<MessagePage, 'heading' | 'lines'> & Partial<Pick<MessagePage, 'entry' | 'main'>>;

function message(
  language: Language,
  status: number,
  { heading, lines, entry = null, main = null }: Message,
): PageAnswer {
  const links = [{ href: `/help?lang=${language}`, label: TEXTS[language].common.helpLink }];
  const model = { ...frameOf(language, heading), heading, lines, entry, main, links, buttons: [], proof: null };
  return page(messageView, model, status);
}

function frameOf(language: Language, title: string) {
  return { ...publicFrame({ language, title }), styles: ['answer.css'] };
}
