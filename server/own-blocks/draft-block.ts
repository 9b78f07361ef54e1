import type { BlockOwner, OwnBlock } from '../engine/own-block.ts';
import type { Option, Question } from '../engine/question.ts';
import {
  emptyQuestion,
  isBlank,
  NO_TEXT,
  type DraftContent,
  type DraftQuestion,
  type TypedParts,
  type TypedQuestion,
} from './draft.ts';
import { isCodeOf } from './own-code.ts';
import type { SurveyParts } from './survey-parts.ts';

const LONGEST_TEXT = 2000;

type Of = { survey: string; owner: BlockOwner; version: number; parts: SurveyParts };

/** The block that a draft would be. It need not be sound: blank texts stay blank, and scales may not exist. */
export function toOwnBlock(content: DraftContent, { survey, owner, version, parts }: Of): OwnBlock {
  return {
    format: 1,
    survey,
    owner,
    version,
    ...(!isBlank(content.intro) && { intro: content.intro }),
    questions: content.questions.map((question) => toQuestion(question, parts)),
  };
}

/** The question that a question of a draft would be. */
export function toQuestion(draft: DraftQuestion, parts: SurveyParts): Question {
  if (draft.is === 'taken') return draft.question;
  const { code, text, hint, kind } = draft;
  const base = { code, text, ...(!isBlank(hint) && { hint }) };
  switch (kind) {
    case 'single':
      return { kind, ...base, options: optionsOf(kind, draft.options) };
    case 'multiple': {
      const max = wholeNumber(draft.most);
      return {
        kind,
        ...base,
        options: optionsOf(kind, draft.options),
        ...(max !== null && max >= 2 && { max }),
      };
    }
    case 'scale':
      return {
        kind,
        ...base,
        scale: draft.scale,
        ...(draft.cannotSay && parts.cannotSay && { cannotSay: parts.cannotSay }),
      };
    case 'pair': {
      const none = { text: NO_TEXT, scale: '' };
      return { kind, ...base, ...(parts.pair ?? { importance: none, development: none }) };
    }
    case 'text':
      return { kind, ...base, maxLength: wholeNumber(draft.maxLength) ?? LONGEST_TEXT };
    default:
      return kind satisfies never;
  }
}

/** A published block as a draft of the next version. Questions of other owners stay as they are. */
export function draftOf(block: OwnBlock, revision: number): DraftContent {
  const questions = block.questions.map((question): DraftQuestion => {
    const typed = isCodeOf(block.owner, question.code) ? typedQuestion(question, revision) : null;
    return typed ?? { is: 'taken', question, changed: revision };
  });
  return { intro: block.intro ?? NO_TEXT, introChanged: revision, questions, removed: [] };
}

/** A whole number as typed, or null. */
export function wholeNumber(typed: string): number | null {
  return /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null;
}

/** Several choices may have an option that excludes the rest; a single choice has no use for it. */
function optionsOf(kind: 'single' | 'multiple', options: TypedParts['options']): Option[] {
  return options.map(({ code, label, exclusive }) => ({
    code,
    label,
    ...(exclusive && kind === 'multiple' && { exclusive: true as const }),
  }));
}

function typedQuestion(question: Question, revision: number): TypedQuestion | null {
  const base = (kind: TypedParts['kind'], hint = NO_TEXT) => ({
    ...emptyQuestion(kind, question.code, revision),
    text: question.text,
    hint,
  });
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const options = question.options.map(({ code, label, exclusive }) => ({
        code,
        label,
        exclusive: exclusive === true,
      }));
      const most = question.kind === 'multiple' ? String(question.max ?? '') : '';
      return { ...base(question.kind, question.hint), options, most };
    }
    case 'scale': {
      const { scale, cannotSay } = question;
      return { ...base('scale', question.hint), scale, cannotSay: cannotSay !== undefined };
    }
    case 'pair':
      return base('pair', question.hint);
    case 'text':
      return { ...base('text', question.hint), maxLength: String(question.maxLength) };
    case 'number':
    case 'year_month':
    case 'codelist':
    case 'nps':
    case 'info':
      return null;
    default:
      return question satisfies never;
  }
}
