import { CANNOT_SAY } from '../engine/answer.ts';
import { composeSurvey, isOwnCode, type BlockOwner, type OwnBlock } from '../engine/own-block.ts';
import { responseColumns } from '../engine/parse-response-row.ts';
import type { Question } from '../engine/question.ts';
import { typeOf } from '../engine/question-types/index.ts';
import { listOf, scaleOf, type Survey } from '../engine/survey.ts';
import type { Text } from '../engine/text.ts';
import { POPULATION_COLUMNS, REQUIRED_COLUMNS, registerOf } from '../invitations/register.ts';
import { PERSON_COLUMNS } from '../responses-import/person-columns.ts';

type Labelled = { code: string; label: Text };
/** One column of responses.csv. `categories` null: not a choice of codes, see `format`. */
export type ItemColumn = { column: string; format: string; categories: readonly Labelled[] | null };
export type FileItem = {
  code: string;
  kind: Question['kind'];
  page: string;
  text: Text;
  columns: readonly ItemColumn[];
  /** Own questions only: whose people are asked. */
  asked_of?: readonly BlockOwner[];
};

/** Everything that population.csv and responses.csv may hold: what a survey asks, and a round's own questions. */
export function fileCodes(survey: Survey, blocks: readonly OwnBlock[] = []) {
  const { definition } = survey;
  const all = composeSurvey(survey, blocks);
  const register = registerOf(survey);
  const required: readonly string[] = REQUIRED_COLUMNS;
  return {
    survey: definition.survey,
    version: definition.version,
    population: POPULATION_COLUMNS.map((column) => ({
      column,
      required: required.includes(column),
      values: register.values.get(column) ?? null,
      format: POPULATION_FORMATS[column],
    })),
    institutions: register.institutionList.codes.map(({ code, label, invented = false }) => ({
      code,
      label,
      invented,
    })),
    fields: register.degreeList.groups ?? [],
    degrees: register.degreeList.codes.map(({ code, label, group, level, own = false }) => ({
      code,
      label,
      field: group ?? null,
      level: level ?? null,
      own,
    })),
    response_columns: [...PERSON_COLUMNS, ...responseColumns(all)],
    items: all.definition.pages.flatMap((page) =>
      page.questions.flatMap((question) => {
        if (question.kind === 'info') return [];
        const item = toItem(survey, question, page.code);
        return [isOwnCode(question.code) ? { ...item, asked_of: ownersOf(blocks, question.code) } : item];
      }),
    ),
  };
}

function ownersOf(blocks: readonly OwnBlock[], code: string): BlockOwner[] {
  return blocks.filter(({ questions }) => questions.some((one) => one.code === code)).map(({ owner }) => owner);
}

const POPULATION_FORMATS: Readonly<Record<(typeof POPULATION_COLUMNS)[number], string>> = {
  person_key: 'at most 64 characters without spaces; one row a person',
  institution: 'a code of institutions; all invented or all real',
  degree: 'a code of degrees',
  graduation_date: 'YYYY-MM-DD',
  gender: 'a code of values',
  birth_year: 'YYYY',
  study_language: 'a code of values',
  contact_language: 'a code of values',
  email: 'an e-mail address',
  phone: 'with its country code: +358401234567',
};

function toItem(survey: Survey, question: Question, page: string): FileItem {
  const columns = typeOf(question)
    .columns(question)
    .map((column, index) => ({ column, ...describe(survey, question, index) }));
  return { code: question.code, kind: question.kind, page, text: question.text, columns };
}

function describe(survey: Survey, question: Question, column: number): Omit<ItemColumn, 'column'> {
  switch (question.kind) {
    case 'single':
      return { format: 'one code', categories: labelled(question.options) };
    case 'multiple':
      return { format: 'codes joined with |', categories: labelled(question.options) };
    case 'scale':
      return onScale(survey, question);
    case 'pair':
      return onScale(survey, column === 0 ? question.importance : question.development);
    case 'number':
      return {
        format: `a number from ${question.min} to ${question.max}, at most ${question.decimals} decimals after a point`,
        categories: null,
      };
    case 'year_month':
      return { format: `YYYY-MM, years ${question.fromYear} to ${question.toYear}`, categories: null };
    case 'text':
      return { format: `text of at most ${question.maxLength} characters`, categories: null };
    case 'codelist':
      return { format: 'one code', categories: labelled(listOf(survey, question.list).codes) };
    case 'nps':
      return { format: 'a whole number from 0 to 10', categories: null };
    case 'info':
      return { format: 'not asked', categories: null };
    default:
      return question satisfies never;
  }
}

function onScale(survey: Survey, on: { scale: string; cannotSay?: Text | undefined }): Omit<ItemColumn, 'column'> {
  const steps = labelled(scaleOf(survey, on.scale).options);
  const categories = on.cannotSay ? [...steps, { code: CANNOT_SAY, label: on.cannotSay }] : steps;
  return { format: 'one code', categories };
}

function labelled(entries: readonly Labelled[]): Labelled[] {
  return entries.map(({ code, label }) => ({ code, label }));
}
