import type { Answers, AnswerValue } from '../engine/answer.ts';
import type { Background } from '../engine/condition.ts';
import { parsePage, type ParsedPage } from '../engine/parse-page.ts';
import type { Question } from '../engine/question.ts';
import type { AnswerProblem, RawForm } from '../engine/question-types/question-type.ts';
import { listOf, pageAt, type Survey } from '../engine/survey.ts';
import { endOfCore } from '../engine/core.ts';
import { nextPage, previousPage, visibleQuestionsOf, walk } from '../engine/walk.ts';
import type { StoredResponse } from './decide-state.ts';
import {
  NOTICED_FIELD,
  numberIn,
  pressOf,
  REVISION_FIELD,
  searchedField,
  searchField,
  textIn,
  type Press,
} from './page-form.ts';
import { isSearched } from './search-list.ts';
import { withTypedNames } from './typed-names.ts';

export type PageFacts = {
  survey: Survey;
  background: Background;
  response: Pick<StoredResponse, 'answers' | 'pages_saved' | 'revision' | 'submitted_on'> | null;
  /** Index in the definition, whatever the address said. */
  pageIndex: number;
  /** The day of the round, for lists of codes. */
  day: string;
  form: RawForm;
};

/** Where a person goes after a save. */
export type Destination =
  | { kind: 'part'; pageIndex: number; question: string | null }
  | { kind: 'review' }
  /** The core is done for the first time: send now, or go on. */
  | { kind: 'core' }
  | { kind: 'paused' }
  | { kind: 'landing' };

export type PageOutcome =
  /** Fields that cannot be read. The others are saved, and the page stays with what was typed. */
  | { kind: 'invalid'; problems: readonly AnswerProblem[] }
  /** Asked once a page: is it meant to be blank, is the number right. */
  | { kind: 'notice'; blank: number; implausible: readonly string[] }
  /** The page stays, with the hits of a search. */
  | { kind: 'search' }
  /** Nobody waits for an answer: the page is out of sight. */
  | { kind: 'kept' }
  /** `elsewhere`: the person's answers were changed in another tab or device since the page was opened. */
  | { kind: 'go'; to: Destination; elsewhere: boolean };

export type PageDecision =
  /** No such page, or none for this person. */
  | { kind: 'not-asked'; firstPage: number | null }
  | {
      kind: 'save';
      press: Press;
      set: Answers;
      cleared: readonly string[];
      /** The person is done with the page: where they resume lies after it. */
      done: boolean;
      /** The page as it was read: with the code of each whole name that was typed. */
      form: RawForm;
      outcome: PageOutcome;
    };

/**
 * What a posted page changes and where it leads. Everything that can be read is saved, whatever else
 * happens. Of a response that was sent, answers that no longer apply are dropped with the save, as
 * sending itself does; a draft keeps them, so that going back brings them back.
 */
export function decidePageSave(facts: PageFacts): PageDecision {
  const { survey, background, response, pageIndex } = facts;
  const stored = response?.answers ?? {};
  const before = walk(survey, stored, background);
  if (!before.pages.includes(pageIndex)) return { kind: 'not-asked', firstPage: before.pages[0] ?? null };
  const questions = visibleQuestionsOf(before, survey, pageIndex);
  const form = withTypedNames(survey, questions, facts.form, facts.day);
  const press = pressOf(form);
  const parsed = withCleared(parsePage(survey, pageIndex, questions, form), questions, press);
  const answers = merged(stored, parsed);
  const after = walk(survey, answers, background);
  const dropped = response?.submitted_on ? Object.keys(answers).filter((code) => !(code in after.relevantAnswers)) : [];
  const blank = questions.filter((question) => isBlank(question, answers)).length;
  const to = isCoreEnd({ survey, after, pageIndex, press, response }) ? CORE : destinationOf(press, pageIndex, after);
  const outcome = outcomeOf({ facts: { ...facts, form }, press, parsed, questions, blank, stored, to });
  const hasMovedOn = press.kind === 'next' && outcome.kind === 'go';
  const done = hasMovedOn || (parsed.problems.length === 0 && blank === 0);
  return { kind: 'save', press, set: parsed.answers, cleared: [...parsed.cleared, ...dropped], done, form, outcome };
}

type Judged = {
  facts: PageFacts;
  press: Press;
  parsed: ParsedPage;
  questions: readonly Question[];
  blank: number;
  stored: Answers;
  to: Destination;
};

function outcomeOf({ facts, press, parsed, questions, blank, stored, to }: Judged): PageOutcome {
  const { survey, response, form } = facts;
  if (press.kind === 'keep') return { kind: 'kept' };
  const isNewSearch = questions.some((question) => isSearchTyped(survey, question, form));
  if (press.kind === 'search' || (press.kind === 'next' && isNewSearch)) return { kind: 'search' };
  if (parsed.problems.length > 0) return { kind: 'invalid', problems: parsed.problems };
  const asks = press.kind === 'next' && (blank > 0 || parsed.implausible.length > 0);
  if (asks && textIn(form, NOTICED_FIELD) === '') return { kind: 'notice', blank, implausible: parsed.implausible };
  const saysRevision = textIn(form, REVISION_FIELD) !== '';
  const isOlder = saysRevision && response !== null && numberIn(form, REVISION_FIELD) < response.revision;
  // A repeated POST is older, too, but changes nothing.
  return { kind: 'go', to, elsewhere: isOlder && changes(stored, parsed) };
}

const CORE: Destination = { kind: 'core' };

/** Whether going on leaves the core for the first time: who has sent, or been further, is not asked again. */
function isCoreEnd({
  survey,
  after,
  pageIndex,
  press,
  response,
}: Pick<PageFacts, 'survey' | 'pageIndex' | 'response'> & { after: ReturnType<typeof walk>; press: Press }): boolean {
  if (press.kind !== 'next' || response?.submitted_on || endOfCore(survey, after) !== pageIndex) return false;
  return !after.pages.some((page) => page > pageIndex && response?.pages_saved.includes(pageAt(survey, page).code));
}

function destinationOf(press: Press, pageIndex: number, after: ReturnType<typeof walk>): Destination {
  switch (press.kind) {
    case 'next': {
      const next = nextPage(after, pageIndex);
      return next === null ? { kind: 'review' } : { kind: 'part', pageIndex: next, question: null };
    }
    case 'prev': {
      const previous = previousPage(after, pageIndex);
      return previous === null ? { kind: 'landing' } : { kind: 'part', pageIndex: previous, question: null };
    }
    case 'pause':
      return { kind: 'paused' };
    case 'clear':
      return { kind: 'part', pageIndex, question: press.question };
    case 'language':
    case 'search':
    case 'keep':
      return { kind: 'part', pageIndex, question: null };
    default:
      return press satisfies never;
  }
}

/** Takes the answer away that its own button clears, if the question is on this page. */
function withCleared(parsed: ParsedPage, questions: readonly Question[], press: Press): ParsedPage {
  if (press.kind !== 'clear' || !questions.some(({ code }) => code === press.question)) return parsed;
  const { [press.question]: _gone, ...answers } = parsed.answers;
  return {
    answers,
    cleared: [...new Set([...parsed.cleared, press.question])],
    problems: parsed.problems.filter(({ question }) => question !== press.question),
    implausible: parsed.implausible.filter((question) => question !== press.question),
  };
}

function merged(stored: Answers, parsed: ParsedPage): Answers {
  if (!parsed.cleared.some((code) => stored[code] !== undefined)) return { ...stored, ...parsed.answers };
  const kept = Object.entries(stored).filter(([code]) => !parsed.cleared.includes(code));
  return { ...Object.fromEntries(kept), ...parsed.answers };
}

/**
 * Whether the page asks once about a question without an answer: those that everyone can answer with
 * one touch. Numbers, texts, lists and sensitive questions may stay blank without a word.
 */
function isBlank(question: Question, answers: Answers): boolean {
  if (question.kind === 'info' || question.sensitive) return false;
  const answer = answers[question.code];
  switch (question.kind) {
    case 'single':
    case 'scale':
    case 'nps':
      return answer === undefined;
    case 'multiple':
      return answer === undefined && question.options.some((option) => option.exclusive);
    case 'pair':
      return Object.keys(answer ?? {}).length < 2;
    case 'number':
    case 'year_month':
    case 'text':
    case 'codelist':
      return false;
    default:
      return question satisfies never;
  }
}

function isSearchTyped(survey: Survey, question: Question, form: RawForm): boolean {
  if (question.kind !== 'codelist' || !isSearched(listOf(survey, question.list))) return false;
  const typed = textIn(form, searchField(question.code));
  return typed !== '' && typed !== textIn(form, searchedField(question.code));
}

function changes(stored: Answers, parsed: ParsedPage): boolean {
  return (
    parsed.cleared.some((code) => stored[code] !== undefined) ||
    Object.entries(parsed.answers).some(([code, answer]) => sameText(answer) !== sameText(stored[code]))
  );
}

function sameText(answer: AnswerValue | undefined): string | undefined {
  const isParts = typeof answer === 'object' && !Array.isArray(answer);
  return JSON.stringify(isParts ? Object.entries(answer).sort() : answer);
}

/** The part that an address names, as an index of the definition; null for anything else. */
export function pageIndexOf(survey: Survey, part: string): number | null {
  if (!/^[1-9]\d{0,2}$/.test(part)) return null;
  const index = Number(part) - 1;
  return index < survey.definition.pages.length ? index : null;
}

/** Code of the page at an index. */
export function pageCodeOf(survey: Survey, pageIndex: number): string {
  return pageAt(survey, pageIndex).code;
}
