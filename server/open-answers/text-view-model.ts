import type { Language } from '../engine/text.ts';
import { formatsOf } from '../results/format-figures.ts';
import { labelIn } from '../results/view-model.ts';
import { samePerson, type Choice, type ReviewProblem } from './decide-review.ts';
import { redact } from './redact.ts';
import type { PostedReview } from './review-text.ts';
import type { ShownText } from './show-text.ts';
import { openAnswerTexts } from './texts/index.ts';

/** A piece of a text; `mark` says what it is, where it is marked. */
export type Piece = { text: string; mark: string | null };
type Option = { value: string; label: string; checked: boolean };
export type ReviewError = { id: string; message: string };

export type TextView = {
  key: string;
  revision: number;
  writer: string;
  pieces: readonly Piece[];
  standing: string;
  /** What would be shown, once somebody has decided. */
  decided: { intro: string; body: string; reason: string } | null;
  isReleased: boolean;
  canDecide: boolean;
  canUndo: boolean;
  marks: readonly Option[];
  choices: readonly Option[];
  words: string;
  reason: string;
  themes: readonly Option[];
  errors: readonly ReviewError[];
  errorAt: Readonly<Record<string, string>>;
  log: readonly string[];
};

export type Refusal = ReviewProblem | { kind: 'not_in_text'; words: string };
type Facts = { text: ShownText; language: Language; by: string; posted: PostedReview | null; problem: Refusal | null };

/** What the page of one text prints; a posted form stands in it as it was typed. */
export function toTextView({ text, language, by, posted, problem }: Facts): TextView {
  const t = openAnswerTexts(language);
  const { review, survey } = text;
  const isOpen = review.state === 'open' || review.state === 'waiting';
  const error = problem && errorOf(problem, language);
  const themes = posted ? posted.themes : text.themesOfText;
  return {
    key: text.key,
    revision: text.revision,
    writer: `${labelIn(survey, 'degree', text.degree, language)}, ${labelIn(survey, 'institution', text.institution, language)}`,
    pieces: toPieces(text, language),
    standing: t.text.standing[review.state],
    decided: decidedOf(text, language),
    isReleased: text.isReleased,
    canDecide: isOpen && !text.isReleased,
    canUndo: review.state !== 'open' && !text.isReleased,
    marks: text.marks.map(({ span, kinds }, index) => ({
      value: String(index),
      label: `${text.body.slice(...span)} (${kinds.map((kind) => t.kinds[kind]).join(', ')})`,
      checked: posted
        ? posted.ticked.includes(index)
        : review.spans.some(([start, end]) => start <= span[0] && end >= span[1]),
    })),
    choices: choicesFor(text, by).map((choice) => ({
      value: choice,
      label: t.text[choice],
      checked: posted?.choice === choice,
    })),
    words: posted?.words ?? '',
    reason: posted?.reason ?? '',
    themes: text.themes.map((theme) => ({
      value: theme.id,
      label: theme[language],
      checked: themes.includes(theme.id),
    })),
    errors: error ? [error] : [],
    errorAt: error ? { [error.id]: error.message } : {},
    log: text.events.map((event) => logLine(event, language)),
  };
}

function choicesFor({ review }: ShownText, by: string): Exclude<Choice, 'undo'>[] {
  const canAgree = review.state === 'waiting' && !samePerson(review.firstBy, by);
  return [...(canAgree ? (['agree'] as const) : []), 'approve', 'redact', 'reject'];
}

function toPieces({ body, marks }: ShownText, language: Language): Piece[] {
  const t = openAnswerTexts(language);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { span, kinds } of marks) {
    if (span[0] > from) pieces.push({ text: body.slice(from, span[0]), mark: null });
    pieces.push({ text: body.slice(...span), mark: kinds.map((kind) => t.kinds[kind]).join(', ') });
    from = span[1];
  }
  if (from < body.length) pieces.push({ text: body.slice(from), mark: null });
  return pieces;
}

function decidedOf({ review, body }: ShownText, language: Language): TextView['decided'] {
  const t = openAnswerTexts(language);
  if (review.state === 'open' || review.state === 'rejected') return null;
  const intro = review.state === 'waiting' ? t.text.firstDecided(review.firstBy) : t.text.asShown;
  return { intro, body: redact(body, review.spans), reason: review.reason };
}

/** The field that a refusal is about. */
const FIELD: Readonly<Record<ReviewProblem, string>> = {
  no_name: 'choice',
  no_choice: 'choice',
  no_reason: 'reason',
  nothing_to_remove: 'words',
  something_to_remove: 'choice',
  reason_repeats: 'reason',
  same_reviewer: 'choice',
  nothing_to_agree: 'choice',
  decided_already: 'choice',
  nothing_to_undo: 'choice',
  released: 'choice',
};

function errorOf(problem: Refusal, language: Language): ReviewError {
  const t = openAnswerTexts(language);
  return typeof problem === 'string'
    ? { id: FIELD[problem], message: t.problems[problem] }
    : { id: 'words', message: t.problemField[problem.kind](problem.words) };
}

function logLine(event: ShownText['events'][number], language: Language): string {
  const t = openAnswerTexts(language);
  const did: Readonly<Record<string, string>> = t.text.did;
  const parts = event.removed_parts > 0 ? [t.text.logParts(String(event.removed_parts))] : [];
  const line = t.text.logEntry(formatsOf(language).day(event.on_date), event.by_name, did[event.what] ?? event.what);
  return [line, ...parts, ...(event.reason === '' ? [] : [event.reason])].join('. ');
}

/** The first words of a text as it would be shown, for a list. */
export function beginning(body: string): string {
  const short = body.replace(/\s+/g, ' ').trim();
  return short.length <= 160 ? short : `${short.slice(0, 157).replace(/\s\S*$/, '')} …`;
}
