import type { OwnBlock } from '../engine/own-block.ts';
import type { Question } from '../engine/question.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';

/** Words of a question that differ. `what`: 'text', 'hint', 'option', 'length'; `language` null where there is none. */
export type WordChange = {
  what: 'text' | 'hint' | 'option' | 'length';
  language: Language | null;
  before: string;
  after: string;
};
export type Change =
  | { kind: 'new'; question: Question }
  | { kind: 'dropped'; question: Question }
  | { kind: 'changed'; question: Question; words: readonly WordChange[]; reordered: boolean }
  | { kind: 'same'; question: Question };
export type BlockChanges = {
  questions: readonly Change[];
  intro: readonly WordChange[];
  /** Questions that stay come in another order. */
  moved: boolean;
  /** Nothing at all has changed. */
  none: boolean;
};

/** What a new version changes. `before` null: there is no earlier one. */
export function decideChanges(before: OwnBlock | null, after: OwnBlock): BlockChanges {
  const earlier = new Map(before?.questions.map((question) => [question.code, question]));
  const later = new Set(after.questions.map(({ code }) => code));
  const kept = after.questions.map((question) => {
    const old = earlier.get(question.code);
    return old ? compare(old, question) : ({ kind: 'new', question } as const);
  });
  const dropped = [...earlier.values()].filter(({ code }) => !later.has(code));
  const questions: Change[] = [...kept, ...dropped.map((question) => ({ kind: 'dropped', question }) as const)];
  const intro = textChanges('text', before?.intro, after.intro);
  const stayed = (block: OwnBlock | null) =>
    (block?.questions ?? []).map(({ code }) => code).filter((code) => earlier.has(code) && later.has(code));
  const moved = stayed(before).join() !== stayed(after).join();
  const none = before !== null && !moved && intro.length === 0 && questions.every(({ kind }) => kind === 'same');
  return { questions, intro, moved, none };
}

function compare(before: Question, after: Question): Change {
  const words = [
    ...textChanges('text', before.text, after.text),
    ...textChanges('hint', hintOf(before), hintOf(after)),
    ...optionChanges(before, after),
    ...lengthChange(before, after),
  ];
  const reordered = optionCodes(before) !== optionCodes(after);
  if (words.length === 0 && !reordered) return { kind: 'same', question: after };
  return { kind: 'changed', question: after, words, reordered };
}

type OldText = Readonly<Record<Language, string>> | undefined;

function textChanges(what: WordChange['what'], before: OldText, after: OldText): WordChange[] {
  return LANGUAGES.map((language) => ({
    what,
    language,
    before: before?.[language] ?? '',
    after: after?.[language] ?? '',
  })).filter((change) => change.before !== change.after);
}

function optionChanges(before: Question, after: Question): WordChange[] {
  if (!('options' in before) || !('options' in after)) return [];
  return after.options.flatMap(({ code, label }) =>
    textChanges('option', before.options.find((option) => option.code === code)?.label, label),
  );
}

function lengthChange(before: Question, after: Question): WordChange[] {
  if (before.kind !== 'text' || after.kind !== 'text' || before.maxLength === after.maxLength) return [];
  return [{ what: 'length', language: null, before: String(before.maxLength), after: String(after.maxLength) }];
}

function hintOf(question: Question): OldText {
  return question.kind === 'info' ? undefined : question.hint;
}

function optionCodes(question: Question): string {
  return 'options' in question ? question.options.map(({ code }) => code).join() : '';
}
