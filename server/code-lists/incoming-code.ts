import type { Language, Text } from '../engine/text.ts';

export type PartOfText = Partial<Record<Language, string>>;

/** A code as a file gives it. null: the file says nothing about it. */
export type IncomingCode = {
  /** Where it stands in the file, for messages: 'line 3', 'entry 12'. */
  place: string;
  code: string;
  label: PartOfText;
  validFrom: string | null;
  validTo: string | null;
  /** false: the file says that the code is out of use, whatever its days. */
  inForce: boolean;
  /** Names that the file gives for earlier times, in order. */
  earlierLabels: readonly { until: string; label: PartOfText }[];
  replacedBy: readonly string[] | null;
  group: string | null;
  level: string | null;
};

/** Something in a file that keeps it from being imported, or that a list would not bear. */
export type FileProblem = { place: string; reason: string };
export type ReadCodes =
  /** `notices`: what was left out of the file, and why, in sentences. */
  | { kind: 'codes'; codes: readonly IncomingCode[]; notices: readonly string[]; source: string }
  | { kind: 'unusable'; problems: readonly FileProblem[] };

/** A name without what does not show: spaces around it and double ones in it. Example: tidyName(' a  b ') → 'a b'. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Cf}\s]+/gu, ' ')
    .trim();
}

/** Whether a text has words in a language. */
export function hasWords(label: PartOfText, language: Language): boolean {
  return (label[language] ?? '') !== '';
}

/** A name in all languages: where one is missing, the first there is. null without any. */
export function wholeName(label: PartOfText): Text | null {
  const any = label.fi || label.sv || label.en;
  if (!any) return null;
  return { fi: label.fi || any, sv: label.sv || any, en: label.en || any };
}
