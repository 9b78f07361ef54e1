import type { AnswerValue, PairValue } from '../engine/answer.ts';
import type { Question } from '../engine/question.ts';
import { typeOf } from '../engine/question-types/index.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import { postedTexts } from '../engine/question-types/read-raw.ts';
import { stepsOf } from '../engine/question-types/scale-steps.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';

/** What a page's fields hold: as typed when the page is shown again, else as stored. */
export type FieldValues = ReadonlyMap<string, readonly string[]>;

/** Id of an element: of one option of a field, or of the field itself. */
export function inputId(field: string, option = 'field'): string {
  return `${field.replaceAll('.', '--')}--${option}`;
}

/** Id of the element that a message leads to: of choices the first. */
export function firstInputId(survey: Survey, question: Question, field: string): string {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return inputId(field, question.options[0]?.code);
    case 'scale':
      return inputId(field, stepsOf(survey, question)[0]);
    case 'pair': {
      const part = field.endsWith('.development') ? question.development : question.importance;
      return inputId(field, stepsOf(survey, part)[0]);
    }
    case 'nps':
      return inputId(field, '0');
    case 'number':
    case 'year_month':
    case 'text':
    case 'codelist':
    case 'info':
      return inputId(field);
    default:
      return question satisfies never;
  }
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
