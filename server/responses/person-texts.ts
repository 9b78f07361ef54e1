import { CANNOT_SAY, type Answers, type AnswerValue } from '../engine/answer.ts';
import { fillTexts, type PipePlace } from '../engine/fill-texts.ts';
import type { Pipe } from '../engine/pipe-text.ts';
import type { Question } from '../engine/question.ts';
import { typeOf } from '../engine/question-types/index.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { walk } from '../engine/walk.ts';
import type { Invitation } from './find-invitation.ts';
import { backgroundOf, roundDay } from './invitation-background.ts';
import { listInWords } from './list-in-words.ts';
import { personNames } from './person-names.ts';

type Reader = Pick<Invitation, 'survey' | 'person' | 'response' | 'round'>;
/** `day`: whose codes and names the round uses. */
type Read = Pick<Invitation, 'survey'> & { background: ReturnType<typeof backgroundOf>; day: string };

/**
 * The survey as this person reads it: facts of the register and earlier answers stand in its texts. The
 * words are plain text that templates escape. Call it once for a page: see fillTexts.
 */
export function readBy(reader: Reader): Read {
  const background = backgroundOf(reader);
  let relevant: Answers | undefined;
  const answers = () => (relevant ??= walk(reader.survey, reader.response?.answers ?? {}, background).relevantAnswers);
  return {
    survey: fillTexts(reader.survey, (pipe, place) => wordsOf(reader, answers, pipe, place)),
    background,
    day: roundDay(reader.round),
  };
}

function wordsOf(
  { survey, person }: Reader,
  answers: () => Answers,
  { name }: Pipe,
  { pageIndex, language }: PipePlace,
): string | undefined {
  const names = () => personNames(survey, person, language);
  if (name === 'degree') return names().degree ?? undefined;
  if (name === 'institution') return names().institution ?? undefined;
  if (name === 'graduation_year') return names().year ?? undefined;
  const code = name.startsWith('answer:') ? name.slice('answer:'.length) : '';
  const question = survey.questions.get(code);
  // Of the same and of later pages nothing is known yet, whatever is stored of an earlier visit.
  if (!question || (survey.pageOf.get(code) ?? pageIndex) >= pageIndex) return undefined;
  const answer = answers()[code];
  return answer === undefined ? undefined : answerInLine(survey, question, answer, language);
}

/** An answer within a sentence; undefined for "cannot say", which is no answer. */
function answerInLine(survey: Survey, question: Question, answer: AnswerValue, language: Language): string | undefined {
  if (answer === CANNOT_SAY) return undefined;
  const lines = typeOf(question).summary(survey, question, answer, language);
  return question.kind === 'text' ? inOneLine(lines.join(' ')) : listInWords(lines, language);
}

const CONTROLS = /[\p{Cc}\s]+/gu;
/** Characters that turn the direction of all that follows, and those that end such a turn. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * What somebody wrote, as a part of our sentence: on one line, and with a direction of its own (U+2068 to
 * U+2069), so that Arabic or Hebrew words leave the words around them in their order.
 */
function inOneLine(written: string): string {
  const line = written.replaceAll(TURNS, '').replaceAll(CONTROLS, ' ').trim();
  return line === '' ? '' : `\u2068${line}\u2069`;
}
