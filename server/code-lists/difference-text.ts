import type { ListedCode } from '../engine/code-list.ts';
import { CHANGES, type ChangeKind, type CodeChange } from './decide-import.ts';

const FIRST_LINES = 5;
const WORDS: Readonly<Record<ChangeKind, string>> = {
  new: 'new',
  replaced: 'replaced by other codes',
  ended: 'ended',
  reopened: 'in force again',
  renamed: 'renamed',
  translated: 'with another translation',
  regrouped: 'in another group or level',
  redated: 'with other days',
};

/** What an import does, in lines: a count for each kind of change, and the first codes of each. */
export function differenceLines(changes: readonly CodeChange[], unchanged: number): string[] {
  const lines = CHANGES.flatMap((kind) => {
    const ofKind = changes.filter((change) => change.kind === kind);
    if (ofKind.length === 0) return [];
    const more =
      ofKind.length > FIRST_LINES ? [`    … and ${ofKind.length - FIRST_LINES} more (all of them with --json)`] : [];
    return [
      `  ${ofKind.length} ${WORDS[kind]}`,
      ...ofKind.slice(0, FIRST_LINES).map((change) => `    ${changeText(change)}`),
      ...more,
    ];
  });
  return [...lines, `  ${unchanged} unchanged`];
}

function changeText({ kind, code, before, after }: CodeChange): string {
  const name = after.label.fi;
  switch (kind) {
    case 'new':
    case 'reopened':
    case 'redated':
      return `${code} ${name}${daysText(after)}`;
    case 'translated':
      return `${code} ${name} / ${after.label.sv} / ${after.label.en}`;
    case 'ended':
      return `${code} ${name}, last day ${after.validTo ?? ''}`;
    case 'replaced':
      return `${code} ${name} → ${after.replacedBy?.join(', ') ?? 'nothing'}${daysText(after)}`;
    case 'renamed':
      return renamedText(code, before, after);
    case 'regrouped':
      return `${code} ${name}: ${groupText(before)} → ${groupText(after)}`;
    default:
      return kind satisfies never;
  }
}

function renamedText(code: string, before: ListedCode | null, after: ListedCode): string {
  const languages = (['fi', 'sv', 'en'] as const).filter(
    (language) => before?.label[language] !== after.label[language],
  );
  return `${code} ${languages.map((language) => `${language}: ${before?.label[language]} → ${after.label[language]}`).join('; ')}`;
}

function groupText(entry: ListedCode | null): string {
  return [entry?.group, entry?.level].filter(Boolean).join(', level ') || 'none';
}

/** The days of a code in words. Example: daysText({ validTo: '2019-12-31', … }) → ', until 2019-12-31'. */
export function daysText({ validFrom, validTo }: ListedCode): string {
  return `${validFrom === undefined ? '' : `, from ${validFrom}`}${validTo === undefined ? '' : `, until ${validTo}`}`;
}
