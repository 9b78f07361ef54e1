import { messagesById, type Refused } from '../accounts/staff-frame.ts';
import type { Language } from '../engine/text.ts';
import { languageLinks, publicFrame, type Frame } from '../http/frame.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { LONGEST_MESSAGE, LONGEST_PLACE, type FeedbackProblem, type TypedFeedback } from './decide-feedback.ts';
import { feedbackPath } from './feedback-path.ts';
import type { InstitutionChoice } from './institutions.ts';
import { FEEDBACK, type FeedbackTexts } from './texts/index.ts';

type FormModel = Frame & {
  t: FeedbackTexts;
  errors: readonly Refused[];
  refused: Readonly<Record<string, string>>;
  notice: string | null;
  action: string;
  typed: TypedFeedback;
  institutions: readonly InstitutionChoice[];
  most: number;
  back: string;
};
const formView = defineView<FormModel>('feedback/views/form');

type Shown = {
  typed: TypedFeedback;
  institutions: readonly InstitutionChoice[];
  problems?: readonly FeedbackProblem[];
  /** Why nothing was taken: minutes to wait, or a day that is full. */
  refused?: { minutes: number } | 'full';
};

/** The form, with what was typed. */
export function feedbackPage(language: Language, { typed, institutions, problems = [], refused }: Shown): PageAnswer {
  const t = FEEDBACK[language];
  const errors = problems.map((problem): Refused => ({ id: problem.field, message: problemWords(t, problem) }));
  const notice = refused === undefined ? null : refused === 'full' ? t.full : t.many(refused.minutes);
  const isRefused = errors.length > 0 || notice !== null;
  const kept = institutions.some(({ value }) => value === typed.institution) ? typed.institution : '';
  const model: FormModel = {
    ...publicFrame({ language, title: isRefused ? `${t.errorPrefix}: ${t.title}` : t.title }),
    choices: languageLinks(language, (other) => feedbackPath(other, kept)),
    styles: ['answer.css'],
    t,
    errors,
    refused: messagesById(errors),
    notice,
    action: `/accessibility/feedback?lang=${language}`,
    typed,
    institutions,
    most: LONGEST_MESSAGE,
    back: `/accessibility?lang=${language}`,
  };
  return page(formView, model, errors.length > 0 ? 422 : notice !== null ? 429 : 200);
}

function problemWords({ problems: t }: FeedbackTexts, { field, why }: FeedbackProblem): string {
  switch (field) {
    case 'message':
      return why === 'blank' ? t.message.blank : t.message.too_long(LONGEST_MESSAGE);
    case 'place':
      return t.place.too_long(LONGEST_PLACE);
    case 'institution':
      return t.institution;
    case 'email':
      return t.email;
    default:
      return field satisfies never;
  }
}
