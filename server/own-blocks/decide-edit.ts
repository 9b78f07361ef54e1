import { MAX_OWN_QUESTIONS, type BlockOwner } from '../engine/own-block.ts';
import type { Question } from '../engine/question.ts';
import type { Text } from '../engine/text.ts';
import {
  draftCode,
  emptyQuestion,
  isSameText,
  isSameTyped,
  isUntouched,
  type Draft,
  type DraftContent,
  type DraftOption,
  type DraftQuestion,
  type TypedParts,
  type TypedQuestion,
} from './draft.ts';
import { decideCode } from './decide-code.ts';
import { newOwnCode } from './own-code.ts';
import type { SurveyParts } from './survey-parts.ts';

/** What a form had of a question; an option that is new has no code yet. */
export type TypedPartsPosted = Partial<TypedParts>;

/** What an editor does. `revision`: of the draft as the page showed it. */
export type Edit =
  | { kind: 'add'; question: TypedParts['kind'] }
  | { kind: 'take'; code: string }
  | { kind: 'move'; code: string; by: -1 | 1 }
  | { kind: 'remove' | 'restore'; code: string }
  | { kind: 'question'; code: string; typed: TypedPartsPosted; revision: number }
  | { kind: 'intro'; typed: Text; revision: number }
  | { kind: 'copy' };

export type EditFacts = {
  draft: Draft;
  owner: BlockOwner;
  parts: SurveyParts;
  /** Every published question of the survey, as it was last published. */
  published: ReadonlyMap<string, Question>;
  /** Codes that any draft or published block of the survey has. */
  usedCodes: ReadonlySet<string>;
  /** Questions of other owners that this block may ask. */
  takeable: ReadonlyMap<string, Question>;
};

export type EditDecision =
  /** `code`: the question that the page goes on with. */
  | { kind: 'save'; content: DraftContent; code: string | null }
  | { kind: 'nothing'; code: string | null }
  /** Someone else has saved the same part since the page was shown. */
  | { kind: 'question_conflict'; mine: DraftQuestion; theirs: DraftQuestion }
  | { kind: 'intro_conflict'; mine: Text; theirs: Text }
  | { kind: 'refused'; why: 'full' | 'gone' | 'locked' };

/** What becomes of a draft by an edit. Nothing that anyone typed is ever thrown away. */
export function decideEdit(facts: EditFacts, edit: Edit): EditDecision {
  const { content } = facts.draft;
  switch (edit.kind) {
    case 'add':
      return add(facts, edit.question);
    case 'take':
      return take(facts, edit.code);
    case 'move':
      return move(content, edit);
    case 'remove':
      return remove(content, edit.code);
    case 'restore':
      return restore(content, edit.code);
    case 'question':
      return saveQuestion(facts, edit);
    case 'intro':
      return saveIntro(facts, edit);
    case 'copy':
      return { kind: 'save', content, code: null };
    default:
      return edit satisfies never;
  }
}

function add({ draft, owner, usedCodes }: EditFacts, kind: TypedParts['kind']): EditDecision {
  const { content, revision } = draft;
  const last = content.questions.at(-1);
  // A button pressed twice adds one question.
  if (last?.is === 'typed' && last.kind === kind && isUntouched(last)) return { kind: 'nothing', code: last.code };
  if (content.questions.length >= MAX_OWN_QUESTIONS) return { kind: 'refused', why: 'full' };
  const code = newOwnCode(owner, usedCodes);
  const questions = [...content.questions, emptyQuestion(kind, code, revision + 1)];
  return { kind: 'save', content: { ...content, questions }, code };
}

function take({ draft, takeable }: EditFacts, code: string): EditDecision {
  const { content, revision } = draft;
  if (content.questions.some((question) => draftCode(question) === code)) return { kind: 'nothing', code: null };
  const question = takeable.get(code);
  if (!question) return { kind: 'refused', why: 'gone' };
  if (content.questions.length >= MAX_OWN_QUESTIONS) return { kind: 'refused', why: 'full' };
  const taken: DraftQuestion = { is: 'taken', question, changed: revision + 1 };
  const removed = content.removed.filter((one) => draftCode(one) !== code);
  return { kind: 'save', content: { ...content, questions: [...content.questions, taken], removed }, code: null };
}

function move(content: DraftContent, { code, by }: { code: string; by: -1 | 1 }): EditDecision {
  const from = content.questions.findIndex((question) => draftCode(question) === code);
  const [moved, other] = [content.questions[from], content.questions[from + by]];
  if (!moved || !other) return { kind: 'nothing', code: null };
  const questions = content.questions.with(from, other).with(from + by, moved);
  return { kind: 'save', content: { ...content, questions }, code: null };
}

function remove(content: DraftContent, code: string): EditDecision {
  const found = content.questions.find((question) => draftCode(question) === code);
  if (!found) return { kind: 'nothing', code: null };
  const questions = content.questions.filter((question) => question !== found);
  const isEmpty = found.is === 'typed' && isUntouched(found);
  const removed = isEmpty ? content.removed : [found, ...content.removed];
  return { kind: 'save', content: { ...content, questions, removed }, code: null };
}

function restore(content: DraftContent, code: string): EditDecision {
  const found = content.removed.find((question) => draftCode(question) === code);
  if (!found) return { kind: 'nothing', code: null };
  if (content.questions.length >= MAX_OWN_QUESTIONS) return { kind: 'refused', why: 'full' };
  const removed = content.removed.filter((question) => question !== found);
  return { kind: 'save', content: { ...content, questions: [...content.questions, found], removed }, code: null };
}

function saveQuestion(facts: EditFacts, edit: Extract<Edit, { kind: 'question' }>): EditDecision {
  const { content, revision } = facts.draft;
  const isIt = (question: DraftQuestion) =>
    draftCode(question) === edit.code || (question.is === 'typed' && question.replaces === edit.code);
  const stored = content.questions.find(isIt) ?? content.removed.find(isIt);
  if (!stored) return { kind: 'refused', why: 'gone' };
  if (stored.is === 'taken') return { kind: 'refused', why: 'locked' };
  const mine: TypedQuestion = { ...stored, ...edit.typed, changed: revision + 1 };
  const coded = {
    ...mine,
    options: withCodes(mine.options, stored, facts.published.get(stored.replaces ?? stored.code)),
  };
  if (isSameTyped(stored, coded)) return { kind: 'nothing', code: stored.code };
  if (stored.changed > edit.revision) return { kind: 'question_conflict', mine: coded, theirs: stored };
  const saved = decideCode(coded, { ...facts, newCode: () => newOwnCode(facts.owner, facts.usedCodes) });
  const put = (questions: readonly DraftQuestion[]) => questions.map((one) => (one === stored ? saved : one));
  const next = { ...content, questions: put(content.questions), removed: put(content.removed) };
  return { kind: 'save', content: next, code: saved.code };
}

function saveIntro({ draft }: EditFacts, { typed, revision }: Extract<Edit, { kind: 'intro' }>): EditDecision {
  const { content } = draft;
  if (isSameText(content.intro, typed)) return { kind: 'nothing', code: null };
  if (content.introChanged > revision) return { kind: 'intro_conflict', mine: typed, theirs: content.intro };
  return { kind: 'save', content: { ...content, intro: typed, introChanged: draft.revision + 1 }, code: null };
}

/** Options with codes, "none of these" last. A new one gets a number that no option of the question ever had. */
function withCodes(
  options: readonly DraftOption[],
  stored: TypedParts,
  published: Question | undefined,
): DraftOption[] {
  const earlier = published && 'options' in published ? published.options : [];
  const used = [...options, ...stored.options, ...earlier].map(({ code }) => Number(code) || 0);
  let last = Math.max(0, ...used);
  const seen = new Set<string>();
  const coded = options.map((option) => {
    const isKnown = /^\d{1,4}$/.test(option.code) && option.code !== '0' && !seen.has(option.code);
    const code = isKnown ? option.code : String((last += 1));
    seen.add(code);
    return { ...option, code };
  });
  return coded.toSorted((a, b) => Number(a.exclusive) - Number(b.exclusive));
}
