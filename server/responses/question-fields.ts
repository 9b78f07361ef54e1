import type { AnswerValue, PairValue } from '../engine/answer.ts';
import type { Question } from '../engine/question.ts';
import { typeOf } from '../engine/question-types/index.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import { postedTexts } from '../engine/question-types/read-raw.ts';
import type { Language } from '../engine/text.ts';

/** What a page's fields hold: as typed when the page is shown again, else as stored. */
export type FieldValues = ReadonlyMap<string, readonly string[]>;

/** Id of an element: of one option of a field, or of the field itself. */
export function inputId(field: string, option = 'field'): string {
  return `${field.replaceAll('.', '--')}--${option}`;
}

/** Id of the element that a message leads to. Several choices lead to the first box. */
export function firstInputId(question: Question, field: string): string {
  return question.kind === 'multiple' ? inputId(field, question.options[0]?.code) : inputId(field);
}

/** Id of the card of a question. */
export function cardId(question: string): string {
  return `card-${question}`;
}

/** What was typed into a question's fields. */
export function typedValues(question: Question, form: RawForm): FieldValues {
  const fields = typeOf(question).fields(question);
  return new Map(
    fields.map((field) => [field, postedTexts(form, field).map((text) => text.replaceAll('\0', '').toWellFormed())]),
  );
}

/** What the fields of a question hold for its stored answer. */
export function storedValues(question: Question, answer: AnswerValue | undefined, language: Language): FieldValues {
  if (answer === undefined) return new Map();
  const one = (value: AnswerValue) => new Map([[question.code, [String(value)]]]);
  switch (question.kind) {
    case 'single':
    case 'scale':
    case 'nps':
    case 'codelist':
    case 'text':
      return one(answer);
    case 'multiple':
      return new Map([[question.code, Array.isArray(answer) ? answer.map(String) : []]]);
    case 'number':
      return one(language === 'en' ? String(answer) : String(answer).replace('.', ','));
    case 'pair':
      // The stored schema has made sure of the shape.
      return new Map(Object.entries(answer as PairValue).map(([part, code]) => [`${question.code}.${part}`, [code]]));
    case 'year_month': {
      const [year = '', month = ''] = String(answer).split('-');
      return new Map([
        [`${question.code}.year`, [year]],
        [`${question.code}.month`, [String(Number(month))]],
      ]);
    }
    case 'info':
      return new Map();
    default:
      return question satisfies never;
  }
}
