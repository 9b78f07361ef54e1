/** What a template may say in double braces. `locked`: the block that every mail and letter has. */
export const VARIABLES = [
  'institution',
  'degree',
  'year',
  'closes',
  'closes_short',
  'minutes',
  'link',
  'locked',
] as const;
export type Variable = (typeof VARIABLES)[number];

const WRITTEN = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The variables of a text as they are written, in their order. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(WRITTEN)].map((match) => match[1] ?? '');
}

/** Whether braces are left that make no variable: '{link}', '{{link}'. */
export function hasStrayBraces(text: string): boolean {
  return /[{}]/.test(text.replace(WRITTEN, ''));
}

/** Puts values in place of variables; one without a value leaves nothing. */
export function fillTemplate(text: string, values: Readonly<Partial<Record<Variable, string>>>): string {
  return text.replace(
    WRITTEN,
    (_, name: string) => VARIABLES.flatMap((one) => (one === name ? (values[one] ?? '') : []))[0] ?? '',
  );
}

/** Paragraphs of a text: an empty line divides them. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
