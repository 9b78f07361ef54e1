import { OWN_KINDS, type OwnKind } from '../engine/own-block.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import type { Text } from '../engine/text.ts';
import { numberIn, textIn } from '../responses/page-form.ts';
import type { Edit, TypedPartsPosted } from './decide-edit.ts';
import { isBlank, type DraftOption } from './draft.ts';

/** More rows than a page ever has are not read. */
const MOST_ROWS = 30;

/** What a button of a block's page does. */
type Deed = Extract<Edit, { kind: 'move' | 'remove' | 'restore' | 'take' | 'copy' }>;

/** The button that a form was sent with, or null where it has none of ours. */
export function readDeed(form: RawForm): Deed | null {
  const [up, down, remove, restore] = ['up', 'down', 'remove', 'restore'].map((name) => textIn(form, name));
  if (up) return { kind: 'move', code: up, by: -1 };
  if (down) return { kind: 'move', code: down, by: 1 };
  if (remove) return { kind: 'remove', code: remove };
  if (restore) return { kind: 'restore', code: restore };
  if (textIn(form, 'take')) return { kind: 'take', code: textIn(form, 'take') };
  return textIn(form, 'copy') ? { kind: 'copy' } : null;
}

/** The kind that a form names, or null. */
export function readKind(form: RawForm): OwnKind | null {
  const typed = textIn(form, 'kind');
  return OWN_KINDS.find((kind) => kind === typed) ?? null;
}

/** What was typed into the form of a question. Fields that the page did not have keep what is stored. */
export function readQuestion(form: RawForm, code: string): Extract<Edit, { kind: 'question' }> {
  const kind = readKind(form);
  const one = (name: 'most' | 'maxLength') => (has(form, name) ? { [name]: textIn(form, name) } : {});
  const typed: TypedPartsPosted = {
    ...(kind && { kind }),
    ...(has(form, 'text.fi') && { text: readText(form, 'text') }),
    ...(has(form, 'hint.fi') && { hint: readText(form, 'hint') }),
    ...(has(form, 'option.0.fi') && { options: readOptions(form) }),
    ...one('most'),
    ...one('maxLength'),
    ...(has(form, 'scale') && { scale: textIn(form, 'scale'), cannotSay: textIn(form, 'cannotSay') !== '' }),
  };
  return { kind: 'question', code, typed, revision: numberIn(form, 'revision') };
}

/** What was typed into the form of the introduction. */
export function readIntro(form: RawForm): Extract<Edit, { kind: 'intro' }> {
  return { kind: 'intro', typed: readText(form, 'intro'), revision: numberIn(form, 'revision') };
}

function readOptions(form: RawForm): DraftOption[] {
  const rows = Array.from({ length: MOST_ROWS }, (_, index) => readOption(form, `option.${index}`, false));
  return [...rows, readOption(form, 'none', true)].filter(({ label }) => !isBlank(label));
}

function readOption(form: RawForm, name: string, exclusive: boolean): DraftOption {
  return { code: textIn(form, `${name}.code`), label: readText(form, name), exclusive };
}

function readText(form: RawForm, name: string): Text {
  const words = (language: string) => textIn(form, `${name}.${language}`).replace(/\r\n?/g, '\n');
  return { fi: words('fi'), sv: words('sv'), en: words('en') };
}

function has(form: RawForm, name: string): boolean {
  return Object.hasOwn(form, name);
}
