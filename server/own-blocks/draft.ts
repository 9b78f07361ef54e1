import { z } from 'zod';
import { OWN_KINDS } from '../engine/own-block.ts';
import { codeSchema, optionCodeSchema, questionSchema } from '../engine/question.ts';
import { textSchema, type Text } from '../engine/text.ts';

// A block while it is written: what the form holds, complete or not, sound or not.

/** The most options of one question, "none of these" included. */
export const MAX_OPTIONS = 10;
export const NO_TEXT: Text = { fi: '', sv: '', en: '' };

/** `changed`: the revision of the draft in which the part last changed, so that two editors notice each other. */
const changed = z.int();

const draftOptionSchema = z.strictObject({ code: optionCodeSchema, label: textSchema, exclusive: z.boolean() });
export type DraftOption = z.infer<typeof draftOptionSchema>;

/** What a person types of a question. Parts that its kind has no use for are kept: the kind may change back. */
const typedPartsSchema = z.strictObject({
  kind: z.enum(OWN_KINDS),
  text: textSchema,
  hint: textSchema,
  options: z.array(draftOptionSchema),
  /** The most options that may be chosen, as typed. Blank = any number. */
  most: z.string(),
  scale: z.string(),
  cannotSay: z.boolean(),
  /** The longest open answer, as typed. */
  maxLength: z.string(),
});
export type TypedParts = z.infer<typeof typedPartsSchema>;

const typedQuestionSchema = typedPartsSchema.extend({
  is: z.literal('typed'),
  code: codeSchema,
  changed,
  /** The published question that this one was made from, where its kind or options have become others. */
  replaces: codeSchema.nullable(),
});
export type TypedQuestion = z.infer<typeof typedQuestionSchema>;

/** Another owner's question, word for word, so that the answers can be compared. */
const takenQuestionSchema = z.strictObject({ is: z.literal('taken'), question: questionSchema, changed });
export type TakenQuestion = z.infer<typeof takenQuestionSchema>;
export type DraftQuestion = TypedQuestion | TakenQuestion;

const draftQuestionSchema = z.discriminatedUnion('is', [typedQuestionSchema, takenQuestionSchema]);
export const draftContentSchema = z.strictObject({
  intro: textSchema,
  introChanged: changed,
  questions: z.array(draftQuestionSchema),
  /** Questions that were taken out, the latest first: they can be put back. */
  removed: z.array(draftQuestionSchema),
});
export type DraftContent = z.infer<typeof draftContentSchema>;
/** A draft as it is stored. */
export type Draft = { content: DraftContent; revision: number };

const NO_PARTS: Omit<TypedParts, 'kind'> = {
  text: NO_TEXT,
  hint: NO_TEXT,
  options: [],
  most: '',
  scale: '',
  cannotSay: false,
  maxLength: '2000',
};

/** A block without a word. */
export function emptyContent(revision: number): DraftContent {
  return { intro: NO_TEXT, introChanged: revision, questions: [], removed: [] };
}

/** A question without a word. */
export function emptyQuestion(kind: TypedParts['kind'], code: string, revision: number): TypedQuestion {
  return { ...NO_PARTS, is: 'typed', kind, code, changed: revision, replaces: null };
}

/** The code of a question of a draft. */
export function draftCode(question: DraftQuestion): string {
  return question.is === 'taken' ? question.question.code : question.code;
}

/** Whether a text has no words in any language. */
export function isBlank(text: Text): boolean {
  return [text.fi, text.sv, text.en].every((words) => words.trim() === '');
}

/** Whether nobody has typed anything into a question yet. */
export function isUntouched({ text, hint, options }: TypedParts): boolean {
  return isBlank(text) && isBlank(hint) && options.length === 0;
}

/** Whether two people typed the same. */
export function isSameTyped(one: TypedParts, other: TypedParts): boolean {
  const plain = ({ text, hint, options, ...rest }: TypedParts) =>
    JSON.stringify([
      [text, hint].map(inOrder),
      options.map(({ label, exclusive }) => [inOrder(label), exclusive]),
      [rest.kind, rest.most, rest.scale, rest.cannotSay, rest.maxLength],
    ]);
  return plain(one) === plain(other);
}

/** Whether two texts are the same in every language. */
export function isSameText(one: Text, other: Text): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder({ fi, sv, en }: Text): string[] {
  return [fi, sv, en];
}
