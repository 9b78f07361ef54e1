import type { Language } from '../engine/text.ts';
import type { DraftFinding } from './decide-findings.ts';
import { draftCode, type DraftContent } from './draft.ts';
import { inLanguage } from './own-names.ts';
import { ownTexts } from './texts/index.ts';

export type FindingLink = { href: string; text: string };
/** The summary on top of a page: what must be mended, then advice. */
export type FindingsView = { blocking: readonly FindingLink[]; advice: readonly FindingLink[] };
/** What stands at one field. */
export type FieldNote = { text: string; blocking: boolean };

/** A summary whose links lead to the fields, on the page of each question. */
export function toFindingsView(
  findings: readonly DraftFinding[],
  { content, base, language }: { content: DraftContent; base: string; language: Language },
): FindingsView {
  const link = (finding: DraftFinding): FindingLink => {
    const index = content.questions.findIndex((question) => draftCode(question) === finding.question);
    return { href: hrefOf(finding, content, { base, language }), text: textOf(finding, index, language) };
  };
  return {
    blocking: findings.filter(({ blocking }) => blocking).map(link),
    advice: findings.filter(({ blocking }) => !blocking).map(link),
  };
}

/** The same for the page of one question: links within it. */
export function toFieldFindings(findings: readonly DraftFinding[], language: Language): FindingsView {
  const link = (finding: DraftFinding) => ({ href: `#${finding.field}`, text: capital(sentence(finding, language)) });
  return {
    blocking: findings.filter(({ blocking }) => blocking).map(link),
    advice: findings.filter(({ blocking }) => !blocking).map(link),
  };
}

/** What stands at a field. */
export function notesAt(findings: readonly DraftFinding[], field: string, language: Language): FieldNote[] {
  return findings
    .filter((finding) => finding.field === field)
    .map(({ rule, blocking }) => ({ text: ownTexts(language).rules[rule], blocking }));
}

function hrefOf(
  { question, field }: DraftFinding,
  { questions }: DraftContent,
  { base, language }: { base: string; language: Language },
): string {
  if (question === null && field === 'questions') return '#questions';
  if (question === null) return `${inLanguage(`${base}/intro`, language)}#${field}`;
  const isTaken = questions.some((one) => one.is === 'taken' && one.question.code === question);
  return isTaken ? `#q-${question}` : `${inLanguage(`${base}/question/${question}`, language)}#${field}`;
}

function textOf(finding: DraftFinding, index: number, language: Language): string {
  const t = ownTexts(language).findings;
  if (finding.field === 'questions') return sentence(finding, language);
  return `${finding.question === null ? t.atIntro : t.at(index + 1)}, ${sentence(finding, language)}`;
}

/** 'Swedish: Write the text in this language, too.' */
function sentence({ field, rule }: DraftFinding, language: Language): string {
  const t = ownTexts(language);
  const [, option, of] = /^(?:option-(\d+)-|none-|text-|hint-|intro-)(fi|sv|en)$/.exec(field) ?? [];
  const where = [
    ...(option === undefined ? [] : [t.form.option(Number(option) + 1).toLowerCase()]),
    ...(of === 'fi' || of === 'sv' || of === 'en' ? [t.languages[of]] : []),
  ];
  return where.length > 0 ? `${where.join(', ')}: ${t.rules[rule]}` : t.rules[rule];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
