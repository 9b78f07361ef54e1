import { fileCodes, type ItemColumn } from '../definitions/file-codes.ts';
import { CANNOT_SAY } from '../engine/answer.ts';
import { questionsOf, type Condition } from '../engine/condition.ts';
import type { Question, QuestionOf } from '../engine/question.ts';
import { scaleOf, type Survey } from '../engine/survey.ts';
import type { Language, Text } from '../engine/text.ts';
import { conditionInWords, type Naming } from './condition-words.ts';
import { inLanguages } from './in-languages.ts';
import { optionsOf, type LabelledOption } from './question-options.ts';
import { placedQuestions, together, type PlacedQuestion } from './question-numbers.ts';
import { CODEBOOK_TEXTS } from './texts/codebook-texts.ts';
import { element, type XmlElement } from './xml.ts';

/** The id of a variable in the document, and of the question it comes from. */
export const variableId = (column: string): string => `V.${column}`;
const questionId = (column: string): string => `Q.${column}`;

/** One `var` for each column of responses.csv that holds an answer, in the order of the columns. */
export function answerVariables(survey: Survey): XmlElement[] {
  const items = new Map(fileCodes(survey).items.map((item) => [item.code, item.columns]));
  return placedQuestions(survey).flatMap((placed) =>
    (items.get(placed.question.code) ?? []).map((column, part) => variable(survey, placed, column, part)),
  );
}

function variable(survey: Survey, placed: PlacedQuestion, { column, categories }: ItemColumn, part: number) {
  const { question } = placed;
  const condition = together(placed.conditions);
  const asked = question.kind === 'pair' ? [question.importance, question.development][part] : undefined;
  const options = categories ?? optionsOf(survey, question);
  const attributes = {
    ID: variableId(column),
    name: column,
    ...representation(question),
    ...(question.kind === 'number' ? { dcml: String(question.decimals), measUnit: question.unit.en } : {}),
  };
  return element(
    'var',
    attributes,
    [
      ...inLanguages('labl', (language) => labelOf(survey, placed, asked?.text, language), { level: 'variable' }),
      askedQuestion(survey, placed, column, asked?.text),
      ...valueRange(question),
      ...inLanguages('universe', (language) => universe(survey, condition, language)),
      ...options.map((option) => category(option, choosesWith(question, option.code))),
      ...codingInstructions(survey, question, asked?.scale),
      inLanguages('concept', placed.page.title),
      element('varFormat', formatOf(question)),
    ].flat(),
  );
}

/** Of a page that is asked several times, the page's title tells the times apart. */
function labelOf(
  survey: Survey,
  { question, page }: PlacedQuestion,
  part: Text | undefined,
  language: Language,
): string {
  const text = question.text[language];
  const isAsked = ({ code, text: other }: Question) => code !== question.code && other[language] === text;
  const isRepeated = [...survey.questions.values()].some(isAsked);
  return [...(isRepeated ? [page.title[language]] : []), text, ...(part ? [part[language]] : [])].join(': ');
}

function askedQuestion(survey: Survey, placed: PlacedQuestion, column: string, part: Text | undefined): XmlElement {
  const { question, number, conditions } = placed;
  const condition = together(conditions);
  const hint = question.kind === 'info' ? undefined : question.hint;
  const attributes = { ID: questionId(column), seqNo: String(number), responseDomainType: domainOf(question) };
  return element('qstn', attributes, [
    ...(part ? inLanguages('preQTxt', question.text) : []),
    ...inLanguages('qstnLit', part ?? question.text),
    ...(hint ? inLanguages('postQTxt', hint) : []),
    ...(condition ? backward(survey, condition) : []),
    ...(condition ? inLanguages('ivuInstr', (language) => onlyIf(survey, condition, language)) : []),
  ]);
}

/** Routing for machines: the questions whose answers decide whether this one is asked. */
function backward(survey: Survey, condition: Condition): XmlElement[] {
  const ids = questionsOf(condition).flatMap((code) =>
    survey.questions.get(code)?.kind === 'pair' ? [questionId(`${code}.importance`)] : [questionId(code)],
  );
  return ids.length > 0 ? [element('backward', { qstn: ids.join(' ') })] : [];
}

function onlyIf(survey: Survey, condition: Condition, language: Language): string {
  return CODEBOOK_TEXTS[language].onlyIf(conditionInWords(survey, condition, language, byCode(language)));
}

function universe(survey: Survey, condition: Condition | undefined, language: Language): string {
  const texts = CODEBOOK_TEXTS[language];
  if (!condition) return texts.everyone;
  return texts.personsFor(conditionInWords(survey, condition, language, byCode(language)));
}

/** A codebook names questions by their codes, as its variables are, and options by code and label. */
function byCode(language: Language): Naming {
  return {
    question: (code) => code,
    options: (survey, question, codes) =>
      optionsOf(survey, question)
        .filter(({ code }) => codes.includes(code))
        .map(({ code, label }) => `${code} (${label[language]})`),
  };
}

/** Whether a category rules out every other one: told of several choices only, since it goes without saying elsewhere. */
function choosesWith(question: Question, code: string): 'others' | 'alone' | undefined {
  if (question.kind !== 'multiple') return undefined;
  return question.options.some((option) => option.code === code && option.exclusive) ? 'alone' : 'others';
}

/** A category; "cannot say" counts as missing. */
export function category({ code, label }: LabelledOption, chosenWith?: 'others' | 'alone'): XmlElement {
  const excls = chosenWith === undefined ? undefined : String(chosenWith === 'alone');
  const attributes = { missing: code === CANNOT_SAY ? 'Y' : undefined, excls };
  return element('catgry', attributes, [element('catValu', {}, [code]), ...inLanguages('labl', label)]);
}

function codingInstructions(survey: Survey, question: Question, partScale: string | undefined): XmlElement[] {
  const scale = question.kind === 'scale' ? question.scale : partScale;
  if (scale !== undefined) {
    const pairs = scaleOf(survey, scale).options.map(({ code, score }) => `${code} = ${score}`);
    return inLanguages('codInstr', (language) => CODEBOOK_TEXTS[language].scores(pairs.join(', ')));
  }
  if (question.kind !== 'multiple') return [];
  return inLanguages('codInstr', (language) => CODEBOOK_TEXTS[language].several(question.max));
}

function valueRange(question: Question): XmlElement[] {
  if (question.kind === 'number') return [element('valrng', {}, [numberRange(question)])];
  if (question.kind !== 'year_month') return [];
  const ends = { min: `${question.fromYear}-01`, max: `${question.toYear}-12` };
  return [element('valrng', {}, [element('range', ends)])];
}

function numberRange({ decimals, min, max }: QuestionOf<'number'>): XmlElement {
  return element('range', { UNITS: decimals === 0 ? 'INT' : 'REAL', min: String(min), max: String(max) });
}

function representation(question: Question) {
  switch (question.kind) {
    case 'single':
    case 'codelist':
    case 'multiple':
      return { intrvl: 'discrete', nature: 'nominal', representationType: 'code' };
    case 'scale':
    case 'pair':
    case 'nps':
      return { intrvl: 'discrete', nature: 'ordinal', representationType: 'code' };
    case 'number':
      return { intrvl: 'contin', nature: 'ratio', representationType: 'numeric' };
    case 'year_month':
      return { intrvl: 'discrete', nature: 'interval', temporal: 'Y', representationType: 'datetime' };
    case 'text':
    case 'info':
      return { intrvl: 'discrete', representationType: 'text' };
    default:
      return question satisfies never;
  }
}

function domainOf(question: Question): string {
  if (question.kind === 'multiple') return 'multiple';
  const type = representation(question).representationType;
  return type === 'code' ? 'category' : type;
}

function formatOf(question: Question) {
  switch (question.kind) {
    case 'number':
    case 'nps':
      return { type: 'numeric' };
    case 'year_month':
      return { type: 'character', category: 'date', formatname: 'YYYY-MM' };
    case 'single':
    case 'multiple':
    case 'scale':
    case 'pair':
    case 'codelist':
    case 'text':
    case 'info':
      return { type: 'character' };
    default:
      return question satisfies never;
  }
}
