import type { Condition } from '../engine/condition.ts';
import type { Question } from '../engine/question.ts';
import { listOf, type Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { optionsOf } from './question-options.ts';
import { CONDITION_TEXTS, type ConditionTexts } from './texts/condition-texts.ts';

/** How a document names questions and options: a codebook by codes and labels, a paper form by numbers and letters. */
export type Naming = {
  question: (code: string) => string;
  /** Names of the options of a question that has them, in its order. */
  options: (survey: Survey, question: Question, codes: readonly string[]) => string[];
};
type Words = { survey: Survey; texts: ConditionTexts; language: Language; naming: Naming };

/**
 * A condition as a clause that follows "if". What is negated is said of each part, so that no sentence
 * has to be turned round by its reader: not (A and B) is written as not A or not B.
 *
 * @example conditionInWords(survey, working, 'en', byNumber) // 'in question 1 you chose one of these: a–g'
 */
export function conditionInWords(survey: Survey, condition: Condition, language: Language, naming: Naming): string {
  return clause({ survey, texts: CONDITION_TEXTS[language], language, naming }, condition, true);
}

function clause(words: Words, condition: Condition, holds: boolean): string {
  const { texts, naming } = words;
  switch (condition.kind) {
    case 'answered':
      return texts.answered(naming.question(condition.question), holds);
    case 'any_of':
      return chosen(words, condition.question, condition.options, holds);
    case 'at_least':
      return compared(words, condition, holds, (number) => number >= condition.value);
    case 'at_most':
      return compared(words, condition, holds, (number) => number <= condition.value);
    case 'background':
      return background(words, condition, holds);
    case 'not':
      return clause(words, condition.condition, !holds);
    case 'all':
    case 'any': {
      const parts = condition.conditions.map((part) => ({ part, text: clause(words, part, holds) }));
      const joiner = (condition.kind === 'all') === holds ? texts.and : texts.or;
      const bracketed = parts.map(({ part, text }) => (parts.length > 1 && isCompound(part) ? `(${text})` : text));
      return bracketed.join(` ${joiner} `);
    }
    default:
      return condition satisfies never;
  }
}

function isCompound(condition: Condition): boolean {
  if (condition.kind === 'not') return isCompound(condition.condition);
  return (condition.kind === 'all' || condition.kind === 'any') && condition.conditions.length > 1;
}

function chosen(words: Words, code: string, codes: readonly string[], holds: boolean): string {
  const { survey, texts, naming } = words;
  const question = survey.questions.get(code);
  const inOrder = question ? optionsOf(survey, question).filter((option) => codes.includes(option.code)) : [];
  const known = inOrder.map((option) => option.code);
  const names = question && known.length > 0 ? naming.options(survey, question, known) : codes;
  return texts.chosen(naming.question(code), names.join(', '), known.length > 1, holds);
}

/** Where the answer is one of a few steps, the steps are named instead of a limit. */
function compared(
  words: Words,
  condition: Extract<Condition, { kind: 'at_least' | 'at_most' }>,
  holds: boolean,
  fits: (number: number) => boolean,
): string {
  const { survey, texts, naming, language } = words;
  const question = survey.questions.get(condition.question);
  const options = question ? optionsOf(survey, question) : [];
  const steps = options.map(({ code }) => code).filter((code) => Number.isFinite(Number(code)) && fits(Number(code)));
  if (steps.length > 0) return chosen(words, condition.question, steps, holds);
  const limit = `${condition.value.toLocaleString(language)}${question?.kind === 'number' ? ` ${question.unit[language]}` : ''}`;
  const name = naming.question(condition.question);
  return condition.kind === 'at_least' ? texts.atLeast(name, limit, holds) : texts.atMost(name, limit, holds);
}

function background(words: Words, condition: Extract<Condition, { kind: 'background' }>, holds: boolean): string {
  const { survey, texts, language } = words;
  const variable = survey.definition.background.find(({ code }) => code === condition.variable);
  const categories = variable ? categoriesOf(survey, variable) : [];
  const values = condition.values.map((value) => {
    const label = categories.find(({ code }) => code === value)?.label[language];
    return label ?? value;
  });
  return texts.background(variable?.label[language] ?? condition.variable, values.join(` ${texts.or} `), holds);
}

function categoriesOf(survey: Survey, variable: Survey['definition']['background'][number]) {
  switch (variable.kind) {
    case 'codelist': {
      const list = listOf(survey, variable.list);
      return [...list.codes, ...(list.groups ?? [])];
    }
    case 'category':
      return variable.categories;
    case 'age_band':
      return variable.bands;
    default:
      return variable satisfies never;
  }
}
