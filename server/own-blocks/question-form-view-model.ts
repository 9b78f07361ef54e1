import { OWN_KINDS } from '../engine/own-block.ts';
import { LANGUAGES, type Language, type Text } from '../engine/text.ts';
import type { DraftFinding } from './decide-findings.ts';
import { isUntouched, MAX_OPTIONS, NO_TEXT, type DraftOption, type TypedQuestion } from './draft.ts';
import { notesAt, toFieldFindings, type FieldNote, type FindingsView } from './findings-view-model.ts';
import type { SurveyParts } from './survey-parts.ts';
import { ownTexts, type OwnTexts } from './texts/index.ts';

/** A field for typing. `notes` stand before it. */
export type TypedField = {
  id: string;
  name: string;
  label: string;
  value: string;
  lang: Language | null;
  notes: readonly FieldNote[];
  /** Whether something at it keeps the block from being published. */
  bad: boolean;
};
/** One text in all languages. */
export type TextGroup = {
  id: string;
  legend: string;
  hint: string | null;
  rows: number;
  fields: readonly TypedField[];
};
export type OptionRow = TextGroup & { codeName: string; code: string };
export type Choice = { value: string; label: string; checked: boolean };
export type QuestionFormView = {
  kinds: readonly Choice[];
  text: TextGroup;
  hint: TextGroup;
  options: readonly OptionRow[] | null;
  optionsHint: string;
  none: OptionRow | null;
  canHaveMore: boolean;
  most: TypedField | null;
  scale: { choices: readonly Choice[]; notes: readonly FieldNote[]; bad: boolean; cannotSay: Choice | null } | null;
  maxLength: TypedField | null;
  findings: FindingsView;
};

/** Rows for options that a new question begins with, and how many are added at a time. */
const FIRST_ROWS = 4;
const MORE_ROWS = 3;

export type QuestionFormFacts = {
  question: TypedQuestion;
  parts: SurveyParts;
  findings: readonly DraftFinding[];
  language: Language;
  /** Whether more empty rows were asked for. */
  more: boolean;
};

/** What the form of one question prints. Nothing is marked as missing before anything is typed. */
export function toQuestionForm(facts: QuestionFormFacts): QuestionFormView {
  const { question, parts, language } = facts;
  const t = ownTexts(language);
  const findings = isUntouched(question) ? [] : facts.findings;
  const { kind } = question;
  const at = { findings, language };
  const hasOptions = kind === 'single' || kind === 'multiple';
  const rows = optionRows(question, facts.more);
  return {
    kinds: OWN_KINDS.filter((one) => one !== 'pair' || parts.pair !== null || kind === 'pair').map((one) => ({
      value: one,
      label: t.kinds[one],
      checked: one === kind,
    })),
    text: textGroup('text', question.text, { ...at, ...legendOf(kind, t), rows: 3 }),
    hint: textGroup('hint', question.hint, { ...at, legend: t.form.hint, hint: null, rows: 2 }),
    options: hasOptions ? rows.map((option, index) => optionRow(option, index, at)) : null,
    optionsHint: t.form.optionsHint(MAX_OPTIONS),
    none: kind === 'multiple' ? noneRow(question, at) : null,
    canHaveMore: hasOptions && rows.length < mostRows(question),
    most: kind === 'multiple' ? simpleField('most', t.form.most, question.most, at) : null,
    scale: kind === 'scale' ? scaleChoice(question, parts, at) : null,
    maxLength: kind === 'text' ? simpleField('maxLength', t.form.maxLength, question.maxLength, at) : null,
    findings: toFieldFindings(findings, language),
  };
}

type At = { findings: readonly DraftFinding[]; language: Language };

/** Three fields for one text. Example: ids text-fi, text-sv, text-en; names text.fi and so on. */
export function textGroup(
  name: string,
  text: Text,
  { findings, language, legend, hint, rows }: At & { legend: string; hint: string | null; rows: number },
): TextGroup {
  const id = name.replaceAll('.', '-');
  const fields = LANGUAGES.map((one) => ({
    ...simpleField(`${name}.${one}`, ownTexts(language).languages[one], text[one], { findings, language }),
    lang: one,
  }));
  return { id, legend, hint, rows, fields };
}

function simpleField(name: string, label: string, value: string, { findings, language }: At): TypedField {
  const id = name.replaceAll('.', '-');
  const notes = notesAt(findings, id, language);
  return { id, name, label, value, lang: null, notes, bad: notes.some(({ blocking }) => blocking) };
}

function legendOf(kind: TypedQuestion['kind'], t: OwnTexts): { legend: string; hint: string | null } {
  if (kind === 'scale') return { legend: t.form.statement, hint: null };
  return kind === 'pair' ? { legend: t.form.skill, hint: t.form.skillHint } : { legend: t.form.text, hint: null };
}

function optionRows(question: TypedQuestion, more: boolean): DraftOption[] {
  const typed = question.options.filter(({ exclusive }) => !exclusive || question.kind === 'single');
  const wanted = Math.max(FIRST_ROWS, typed.length + (more ? MORE_ROWS : 0));
  const count = Math.max(typed.length, Math.min(wanted, mostRows(question)));
  const blank = { code: '', label: NO_TEXT, exclusive: false };
  return Array.from({ length: count }, (_, index) => typed[index] ?? blank);
}

function mostRows({ kind, options }: TypedQuestion): number {
  return kind === 'multiple' && options.some(({ exclusive }) => exclusive) ? MAX_OPTIONS - 1 : MAX_OPTIONS;
}

function optionRow({ code, label }: DraftOption, index: number, at: At): OptionRow {
  const legend = ownTexts(at.language).form.option(index + 1);
  return {
    ...textGroup(`option.${index}`, label, { ...at, legend, hint: null, rows: 1 }),
    codeName: `option.${index}.code`,
    code,
  };
}

function noneRow({ options }: TypedQuestion, at: At): OptionRow {
  const { noneOf, noneHint } = ownTexts(at.language).form;
  const none = options.find(({ exclusive }) => exclusive);
  const group = textGroup('none', none?.label ?? NO_TEXT, { ...at, legend: noneOf, hint: noneHint, rows: 1 });
  return { ...group, codeName: 'none.code', code: none?.code ?? '' };
}

function scaleChoice(question: TypedQuestion, parts: SurveyParts, at: At): QuestionFormView['scale'] {
  const { language } = at;
  const t = ownTexts(language).form;
  const known = parts.scales.map(({ code, options }) => ({
    value: code,
    label: `${options.length}: ${options.at(0)?.label[language]} – ${options.at(-1)?.label[language]}`,
    checked: code === question.scale,
  }));
  const notes = notesAt(at.findings, 'scale', language);
  return {
    choices: [{ value: '', label: t.chooseScale, checked: question.scale === '' }, ...known],
    notes,
    bad: notes.some(({ blocking }) => blocking),
    cannotSay: parts.cannotSay && {
      value: '1',
      label: t.cannotSay(parts.cannotSay[language]),
      checked: question.cannotSay,
    },
  };
}
