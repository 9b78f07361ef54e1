import type { Page } from './definition.ts';
import { fillPipes, REGISTER_VARIABLES, type Pipe } from './pipe-text.ts';
import type { Question } from './question.ts';
import type { Survey } from './survey.ts';
import { LANGUAGES, type Language, type Text } from './text.ts';

/** Where a variable stands: on which page of the definition, in a text of which language. */
export type PipePlace = { pageIndex: number; language: Language };
/** The words of a variable at its place; undefined where it has none. */
export type WordsOf = (pipe: Pipe, place: PipePlace) => string | undefined;

/** What stands for a variable without a fallback where a text is shown without a person. */
const SIGNS: Readonly<Record<Language, Readonly<Record<(typeof REGISTER_VARIABLES)[number] | 'answer', string>>>> = {
  fi: {
    degree: '[tutkinto]',
    institution: '[korkeakoulu]',
    graduation_year: '[valmistumisvuosi]',
    answer: '[vastaus]',
  },
  sv: { degree: '[examen]', institution: '[högskola]', graduation_year: '[examensår]', answer: '[svar]' },
  en: { degree: '[degree]', institution: '[institution]', graduation_year: '[year of graduation]', answer: '[answer]' },
};

/**
 * A survey with the variables of its texts filled in: of introductions, questions, hints and parts of
 * pairs, which are the texts that may hold variables. Codes and conditions stay, so the result walks and
 * parses as before. A survey without variables comes back as it is.
 *
 * Fill a survey once: words that were put in may hold braces, which a second time would read.
 * Example: fillTexts(survey, () => undefined) // every variable became its fallback
 */
export function fillTexts(survey: Survey, wordsOf: WordsOf): Survey {
  if (!holdsVariables(survey)) return survey;
  const pages = survey.definition.pages.map((page, pageIndex) => filledPage(page, pageIndex, wordsOf));
  return {
    ...survey,
    definition: { ...survey.definition, pages },
    questions: new Map(pages.flatMap((page) => page.questions.map((question) => [question.code, question]))),
  };
}

/**
 * A survey as it is shown where nobody answers it: on paper, in a codebook, in results. A variable becomes
 * its fallback or, without one, a sign such as "[degree]".
 *
 * @example withoutPerson(survey).questions.get('degree_use')?.text.sv // 'Har du haft nytta av [examen]?'
 */
export function withoutPerson(survey: Survey): Survey {
  return fillTexts(survey, signOf);
}

/**
 * One text in one language as it is shown where nobody answers it.
 *
 * @example textWithoutPerson('What did {degree} give you?', 'en') // 'What did [degree] give you?'
 */
export function textWithoutPerson(text: string, language: Language): string {
  return fillPipes(text, (pipe) => signOf(pipe, { language }));
}

function signOf({ name, fallback }: Pipe, { language }: Pick<PipePlace, 'language'>): string | undefined {
  if (fallback !== null) return undefined;
  return SIGNS[language][REGISTER_VARIABLES.find((variable) => variable === name) ?? 'answer'];
}

// A survey never changes, and each page that is shown asks.
const known = new WeakMap<Survey, boolean>();

function holdsVariables(survey: Survey): boolean {
  const answer = known.get(survey) ?? survey.definition.pages.some(hasVariables);
  known.set(survey, answer);
  return answer;
}

function hasVariables(page: Page): boolean {
  const texts = [page.intro, ...page.questions.flatMap(textsOf)];
  return texts.some((text) => text && LANGUAGES.some((language) => text[language].includes('{')));
}

function textsOf(question: Question): (Text | undefined)[] {
  const parts = question.kind === 'pair' ? [question.importance.text, question.development.text] : [];
  return [question.text, question.kind === 'info' ? undefined : question.hint, ...parts];
}

function filledPage(page: Page, pageIndex: number, wordsOf: WordsOf): Page {
  const fill = (text: Text): Text => {
    const inLanguage = (language: Language) =>
      fillPipes(text[language], (pipe) => wordsOf(pipe, { pageIndex, language }));
    return { fi: inLanguage('fi'), sv: inLanguage('sv'), en: inLanguage('en') };
  };
  return {
    ...page,
    ...(page.intro && { intro: fill(page.intro) }),
    questions: page.questions.map((question) => filledQuestion(question, fill)),
  };
}

function filledQuestion(question: Question, fill: (text: Text) => Text): Question {
  const text = fill(question.text);
  if (question.kind === 'info') return { ...question, text };
  const hint = question.hint && { hint: fill(question.hint) };
  if (question.kind !== 'pair') return { ...question, text, ...hint };
  const { importance, development } = question;
  return {
    ...question,
    text,
    ...hint,
    importance: { ...importance, text: fill(importance.text) },
    development: { ...development, text: fill(development.text) },
  };
}
