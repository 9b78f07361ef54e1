import { countedWalk, stepOf } from '../engine/counted-pages.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import { orderedQuestions } from '../engine/question-order.ts';
import type { Question } from '../engine/question.ts';
import { typeOf } from '../engine/question-types/index.ts';
import { pageAt } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import type { QuestionError } from './field-messages.ts';
import type { Invitation } from './find-invitation.ts';
import { LANGUAGE_FIELD, NOTICED_FIELD, REVISION_FIELD, textIn } from './page-form.ts';
import { toQuestionView, type QuestionView } from './question-view-model.ts';
import { TEXTS, type Texts } from './texts/index.ts';

export type PartView = {
  t: Texts['part'];
  common: Texts['common'];
  step: string;
  heading: string;
  /** Of the page, without the prefix of an error. */
  title: string;
  intro: string | null;
  hidden: readonly { name: string; value: string }[];
  elsewhere: string | null;
  errors: readonly QuestionError[];
  /** Sentences of the soft notice; empty without one. */
  notices: readonly string[];
  /** The question whose search was asked for: the page opens there. */
  focus: string | null;
  questions: readonly QuestionView[];
  /** Where questions go that are printed already. */
  printed: string;
  /** Whether a script may send what was changed when the page goes out of sight: not of answers that were sent. */
  keeps: boolean;
};

/** Why the page is shown: opened, or posted and shown again. */
export type Showing =
  | { kind: 'opened'; elsewhere: boolean }
  | { kind: 'invalid'; form: RawForm; errors: readonly QuestionError[] }
  | { kind: 'notice'; form: RawForm; blank: number; implausible: readonly string[] }
  | { kind: 'search'; form: RawForm; question: string | null };

type Facts = Pick<Invitation, 'survey' | 'response'> & {
  background: Parameters<typeof countedWalk>[1]['background'];
  language: Language;
  /** The day of the round, for lists of codes. */
  day: string;
  pageIndex: number;
  showing: Showing;
};

/** What the page of a part prints. */
export function toPartView(facts: Facts): PartView {
  const { survey, response, background, language, pageIndex, showing } = facts;
  const page = pageAt(survey, pageIndex);
  const t = TEXTS[language].part;
  const { answers, pages_saved } = response ?? { answers: {}, pages_saved: [] };
  const { walked, counted } = countedWalk(survey, { answers, background, pages_saved });
  const [step, steps] = [stepOf(counted, pageIndex), counted.length];
  const errors = showing.kind === 'invalid' ? showing.errors : [];
  return {
    t,
    common: TEXTS[language].common,
    step: t.step(step, steps),
    heading: page.title[language],
    title: `${page.title[language]}, ${t.titleStep(step, steps)}`,
    intro: page.intro?.[language] ?? null,
    hidden: [
      ...hiddenFields(String(response?.revision ?? 0), language),
      ...(hasNoticed(showing) ? [{ name: NOTICED_FIELD, value: '1' }] : []),
    ],
    elsewhere: showing.kind === 'opened' && showing.elsewhere ? t.elsewhere : null,
    errors,
    keeps: !response?.submitted_on,
    notices: showing.kind === 'notice' ? noticesOf(facts, showing) : [],
    focus: showing.kind === 'search' ? showing.question : null,
    printed: '',
    questions: shownQuestions(facts, walked.visibleQuestions).map((question) =>
      toQuestionView(question, {
        survey,
        language,
        day: facts.day,
        stored: response?.answers[question.code],
        typed: showing.kind === 'opened' ? null : showing.form,
        errors: errors.filter((error) => error.question === question.code).map((error) => error.message),
      }),
    ),
  };
}

/** What every part posts with its answers: how often the person had saved when it was opened, and its language. */
export function hiddenFields(revision: string, language: Language): PartView['hidden'] {
  return [
    { name: REVISION_FIELD, value: revision },
    { name: LANGUAGE_FIELD, value: language },
  ];
}

function hasNoticed(showing: Showing): boolean {
  return showing.kind === 'notice' || (showing.kind !== 'opened' && textIn(showing.form, NOTICED_FIELD) !== '');
}

function shownQuestions({ survey, response, pageIndex }: Facts, visible: ReadonlySet<string>): Question[] {
  const ordered = orderedQuestions(pageAt(survey, pageIndex), response?.question_order ?? {});
  return ordered.filter(({ code }) => visible.has(code));
}

function noticesOf(
  { survey, response, language }: Facts,
  { blank, implausible }: { blank: number; implausible: readonly string[] },
): string[] {
  const t = TEXTS[language].part;
  const doubts = implausible.flatMap((code) => {
    const question = survey.questions.get(code);
    const answer = response?.answers[code];
    if (!question || answer === undefined) return [];
    return [
      t.implausible(question.text[language], typeOf(question).summary(survey, question, answer, language).join(' ')),
    ];
  });
  return [...doubts, ...(blank > 0 ? [t.blank(blank)] : [])];
}
