import { LANGUAGES, type Language } from '../engine/text.ts';
import { findNames } from '../open-answers/find-names.ts';
import type { Decision } from './action-content.ts';

/** The form of what graduates are told, as it was posted, trimmed. */
export type TellingForm = {
  deed: 'show' | 'take_back';
  texts: Readonly<Record<Language, string>>;
  approvedBy: string;
  /** Ticked: the body that is named approves of telling this to everyone. */
  isApproved: boolean;
  /** Ticked on a page that warned of a name. */
  namesAreFine: boolean;
  /** What the form was opened on; 0: nothing was told yet. */
  revision: number;
};

export type TellingField = Language | 'approvedBy' | 'approved';
export type TellingProblem = { field: TellingField; kind: 'missing' | 'long' | 'person' | 'not_approved' };

export const LONGEST_TELLING = 600;
const LONGEST_NAME = 200;

/** Whether an action in this state may be told of: what is decided or done, nothing that is only thought of. */
export function mayBeTold(decision: Decision): boolean {
  return decision === 'decided' || decision === 'done';
}

/**
 * What keeps a text from being published; empty = nothing. It needs all languages, and the body that
 * approves. What looks like the name of a person is refused once, so that somebody looks again. To take
 * something back needs a body only.
 */
export function decideTelling(form: TellingForm, names: ReadonlySet<string>): TellingProblem[] {
  const { texts, approvedBy } = form;
  const isPerson = (text: string) => !form.namesAreFine && findNames(text, names).some(({ kind }) => kind === 'person');
  const ofBody = problemsOf('approvedBy', approvedBy, { longest: LONGEST_NAME, isPerson });
  if (form.deed === 'take_back') return ofBody;
  return [
    ...LANGUAGES.flatMap((language) => problemsOf(language, texts[language], { longest: LONGEST_TELLING, isPerson })),
    ...ofBody,
    ...(form.isApproved ? [] : [{ field: 'approved', kind: 'not_approved' } as const]),
  ];
}

function problemsOf(
  field: TellingField,
  text: string,
  { longest, isPerson }: { longest: number; isPerson: (text: string) => boolean },
): TellingProblem[] {
  if (text === '') return [{ field, kind: 'missing' }];
  if (text.length > longest) return [{ field, kind: 'long' }];
  return isPerson(text) ? [{ field, kind: 'person' }] : [];
}
