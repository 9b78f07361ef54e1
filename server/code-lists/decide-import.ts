import type { CodeList, ListedCode } from '../engine/code-list.ts';
import { checkList } from '../engine/checks/check-lists.ts';
import { isOffered } from '../engine/codes-in-time.ts';
import { LANGUAGES } from '../engine/text.ts';
import { decideCode, decideMissing, isOtherName, type ImportRules } from './decide-code.ts';
import type { FileProblem, IncomingCode } from './incoming-code.ts';

/** What an import does to a code; the first that fits, in this order. */
export const CHANGES = [
  'new',
  'replaced',
  'ended',
  'reopened',
  'renamed',
  'translated',
  'regrouped',
  'redated',
] as const;
export type ChangeKind = (typeof CHANGES)[number];
export type CodeChange = { kind: ChangeKind; code: string; before: ListedCode | null; after: ListedCode };

export type ImportDecision =
  | { kind: 'refused'; problems: readonly FileProblem[] }
  | {
      kind: 'decided';
      /** The list as it will be; the very list of before where nothing changes. */
      list: CodeList;
      changes: readonly CodeChange[];
      unchanged: number;
      /** Codes that the file lacks and that stay as they are: keys of ours, and invented ones. */
      kept: number;
    };

export type ImportFacts = {
  name: string;
  current: CodeList | undefined;
  codes: readonly IncomingCode[];
  rules: ImportRules;
  source: string;
};

/**
 * What a file of codes makes of a list. No code is ever lost: one that the file lacks ends, and stays readable.
 * The order of the file does not matter, and a file that was imported already changes nothing.
 */
export function decideImport(facts: ImportFacts): ImportDecision {
  const { name, current, codes, rules } = facts;
  if (current?.asOf !== undefined && rules.asOf < current.asOf) {
    const reason = `the list "${name}" stands as of ${current.asOf}; a file of ${rules.asOf} is older. Give the day of the file with --as-of`;
    return { kind: 'refused', problems: [{ place: 'the file', reason }] };
  }
  const before = new Map(current?.codes.map((entry) => [entry.code, entry]));
  const problems: FileProblem[] = [];
  const entries = new Map<string, ListedCode>();
  for (const incoming of codes.toSorted((a, b) => order(a.code, b.code))) {
    const decided = decideCode(before.get(incoming.code), incoming, rules);
    if ('problems' in decided) problems.push(...decided.problems);
    else entries.set(incoming.code, decided.entry);
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  for (const entry of before.values()) {
    if (!entries.has(entry.code)) entries.set(entry.code, decideMissing(entry, rules.asOf));
  }
  const after = [...entries.values()].toSorted((a, b) => order(a.code, b.code));
  const changes = after.flatMap((entry) => changeOf(before.get(entry.code) ?? null, entry, rules.asOf));
  const list = changes.length === 0 && current ? current : listOf(facts, after);
  const faults = changes.length === 0 ? [] : checkList(list);
  if (faults.length > 0)
    return { kind: 'refused', problems: faults.map(({ place, message }) => ({ place, reason: message })) };
  const inFile = new Set(codes.map(({ code }) => code));
  const kept = after.filter(({ code, own, invented }) => (own || invented) && !inFile.has(code)).length;
  return { kind: 'decided', list, changes, unchanged: after.length - changes.length, kept };
}

function listOf({ name, current, rules, source }: ImportFacts, codes: ListedCode[]): CodeList {
  const notes = LANGUAGES.flatMap((language) => {
    const borrowed = codes.filter((entry) => entry.borrowed?.includes(language)).length;
    return borrowed > 0
      ? [`${language}: ${borrowed} of ${codes.length} names stand in from another language, for want of a translation.`]
      : [];
  });
  return {
    name,
    version: (current?.version ?? 0) + 1,
    asOf: rules.asOf,
    source,
    ...(notes.length > 0 ? { notes } : {}),
    codes,
    ...(current?.groups ? { groups: current.groups } : {}),
  };
}

function changeOf(before: ListedCode | null, after: ListedCode, asOf: string): CodeChange[] {
  const kind = kindOf(before, after, asOf);
  return kind === null ? [] : [{ kind, code: after.code, before, after }];
}

function kindOf(before: ListedCode | null, after: ListedCode, asOf: string): ChangeKind | null {
  if (!before) return 'new';
  if (text(before.replacedBy) !== text(after.replacedBy)) return 'replaced';
  const [was, is] = [isOffered(before, asOf), isOffered(after, asOf)];
  if (after.validTo !== undefined && after.validTo !== before.validTo && was) return 'ended';
  if (!was && is) return 'reopened';
  if (isOtherName(before, after.label)) return 'renamed';
  if (text([before.label, before.borrowed]) !== text([after.label, after.borrowed])) return 'translated';
  if (before.group !== after.group || before.level !== after.level) return 'regrouped';
  const days = ({ validFrom, validTo, earlierLabels }: ListedCode) => text([validFrom, validTo, earlierLabels]);
  return days(before) === days(after) ? null : 'redated';
}

// Labels are built with their languages in one order, so that equal things have equal texts.
function text(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted())
        : part,
    ) ?? ''
  );
}

/** Order of code points: the same on every machine, whatever its language. */
function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
