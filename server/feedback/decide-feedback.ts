import { normaliseCode } from '../invitations/code.ts';
import { readEmail } from '../invitations/population-file.ts';

/** What somebody typed, as it goes back to them when something is wrong. */
export type TypedFeedback = { institution: string; place: string; message: string; email: string };
export type FeedbackField = keyof TypedFeedback;
export type FeedbackProblem = { field: FeedbackField; why: 'blank' | 'too_long' | 'unknown_institution' | 'bad_email' };
export type Feedback = Omit<TypedFeedback, 'email'> & { email: string | null };

export const LONGEST_MESSAGE = 4_000;
export const LONGEST_PLACE = 200;

/**
 * Reads the form of feedback. Nothing of a personal link is kept: see `withoutCodes`.
 *
 * @example decideFeedback({ institution: '', place: '', message: ' ', email: '' }, []).problems // [{ field: 'message', why: 'blank' }]
 */
export function decideFeedback(
  typed: TypedFeedback,
  institutions: readonly string[],
): { feedback: Feedback; problems: readonly FeedbackProblem[] } {
  const email = typed.email.trim() === '' ? null : readEmail(typed.email.trim());
  const problems: FeedbackProblem[] = [
    ...(typed.message.trim() === '' ? [{ field: 'message', why: 'blank' } as const] : []),
    ...(typed.message.length > LONGEST_MESSAGE ? [{ field: 'message', why: 'too_long' } as const] : []),
    ...(typed.place.length > LONGEST_PLACE ? [{ field: 'place', why: 'too_long' } as const] : []),
    ...(typed.institution !== '' && !institutions.includes(typed.institution)
      ? [{ field: 'institution', why: 'unknown_institution' } as const]
      : []),
    ...(email !== null && typeof email !== 'string' ? [{ field: 'email', why: 'bad_email' } as const] : []),
  ];
  const feedback = {
    institution: typed.institution,
    place: withoutCodes(typed.place.trim()),
    message: withoutCodes(typed.message.trim()),
    email: typeof email === 'string' ? email : null,
  };
  return { feedback, problems };
}

/** Stands where a personal link or code was. */
export const CODE_GONE = '[…]';
const LINK = /\S*\/v\/\S*/gi;
const CODE =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]{4}[\s\-–—.]?[\p{L}\p{N}]{4}[\s\-–—.]?[\p{L}\p{N}]{4}[\s\-–—.]?[\p{L}\p{N}](?![\p{L}\p{N}])/gu;

/**
 * A text without personal links and codes, however they are written: with one of them the text could be laid
 * beside the answers of whoever wrote it. A word that is no code stays.
 *
 * @example withoutCodes('The page https://x.fi/v/K7QF2M9TXR4C8/part/1 is too wide') // 'The page […] is too wide'
 */
export function withoutCodes(text: string): string {
  return text.replace(LINK, CODE_GONE).replace(CODE, (words) => (isCode(words) ? CODE_GONE : words));
}

/** Words of everyday language seldom pass: a code has a digit, or is written in capitals. */
function isCode(words: string): boolean {
  const looksLikeOne = /\d/.test(words) || words === words.toUpperCase();
  return looksLikeOne && normaliseCode(words).kind === 'code';
}
