import type { Question } from '../question.ts';
import { pageAt, type Survey } from '../survey.ts';
import { LANGUAGES, type Language } from '../text.ts';
import { readTexts, type ReadText } from './read-texts.ts';

/**
 * Characters read a minute, spaces not counted, by adults reading a text of plain prose: means of the
 * International Reading Speed Texts (Trauzettel-Klosinski and Dietz 2012).
 */
const CHARACTERS_A_MINUTE: Readonly<Record<Language, number>> = { fi: 1078, sv: 917, en: 987 };

/** Seconds to find and give an answer once its question is read. Our own reckoning, to be replaced by measured times. */
const SECONDS_TO_ANSWER: Readonly<Record<Question['kind'], number>> = {
  single: 4,
  multiple: 7,
  scale: 5,
  pair: 10,
  number: 10,
  year_month: 9,
  text: 25,
  codelist: 9,
  nps: 5,
  info: 0,
};

/** Minutes of one path: `reading` alone, and in `all`. */
export type PathMinutes = { reading: number; all: number };

/**
 * A function that estimates how long a path takes, by the questions on it: reading of everything that
 * stands on their pages in the slowest of the languages, a text that stands twice on a page counted once,
 * and the time to answer by kind of question. Minutes; an estimate for comparing paths and finding a
 * promise on the first page that cannot be kept, not a measurement.
 *
 * @example pathMinutes(survey)(new Set(['main_activity'])) // { reading: 0.6, all: 0.7 }
 */
export function pathMinutes(survey: Survey): (questions: ReadonlySet<string>) => PathMinutes {
  const texts = textsByQuestion(survey);
  return (questions) => {
    const asked = [...questions].flatMap((code) => survey.questions.get(code) ?? []);
    const pages = new Set(asked.map(({ code }) => survey.pageOf.get(code) ?? 0));
    const reading = Math.max(
      ...LANGUAGES.map((language) => {
        const read = [...pages].flatMap((page) => {
          const { intro, title } = pageAt(survey, page);
          const words = asked
            .filter(({ code }) => survey.pageOf.get(code) === page)
            .flatMap(({ code }) => (texts.get(code) ?? []).map((text) => text[language]));
          return [...new Set([title[language], intro?.[language] ?? '', ...words])];
        });
        return read.join('').replaceAll(/\s/gu, '').length / CHARACTERS_A_MINUTE[language];
      }),
    );
    const answering = asked.reduce((sum, { kind }) => sum + SECONDS_TO_ANSWER[kind], 0) / 60;
    return { reading, all: reading + answering };
  };
}

/** Everything to be read at a question, the words of its scales included. */
function textsByQuestion(survey: Survey): ReadonlyMap<string, ReadText['text'][]> {
  const byCode = new Map<string, ReadText['text'][]>();
  for (const { question, text } of readTexts(survey.definition)) {
    if (question) byCode.set(question.code, [...(byCode.get(question.code) ?? []), text]);
  }
  for (const [code, question] of survey.questions) {
    const steps = scalesOf(question).flatMap((scale) => survey.scales.get(scale)?.options ?? []);
    byCode.set(code, [...(byCode.get(code) ?? []), ...steps.map(({ label }) => label)]);
  }
  return byCode;
}

function scalesOf(question: Question): string[] {
  if (question.kind === 'scale') return [question.scale];
  return question.kind === 'pair' ? [question.importance.scale, question.development.scale] : [];
}
