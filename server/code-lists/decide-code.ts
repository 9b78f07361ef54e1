import type { ListedCode } from '../engine/code-list.ts';
import { dayBefore, isOffered } from '../engine/codes-in-time.ts';
import { LANGUAGES, type Language, type Text } from '../engine/text.ts';
import { hasWords, wholeName, type FileProblem, type IncomingCode } from './incoming-code.ts';

export type ImportRules = {
  /** The day on which the file was true. */
  asOf: string;
  /** The language whose name stands in for a missing one; null: a missing name is refused. */
  fallback: Language | null;
};
type Earlier = { until: string; label: Text };
type Named = { label: Text; borrowed: Language[] };

/** What a code of the file makes of the code as it is; problems where it cannot. */
export function decideCode(
  before: ListedCode | undefined,
  incoming: IncomingCode,
  rules: ImportRules,
): { entry: ListedCode } | { problems: FileProblem[] } {
  const named = nameOf(before, incoming, rules.fallback);
  if ('missing' in named) {
    const reason = `the code "${incoming.code}" has no name in ${named.missing.join(' and ')}; write it, or import with --fallback fi to let the Finnish name stand in`;
    return { problems: [{ place: incoming.place, reason }] };
  }
  const replacedBy = incoming.replacedBy ?? before?.replacedBy;
  const validFrom = firstDay(before, incoming);
  const validTo = lastDay(before, incoming, { replaced: replacedBy !== undefined, asOf: rules.asOf });
  const first = incoming.validFrom ?? validFrom;
  if (first !== undefined && validTo !== undefined && validTo < first) {
    const reason = `the code "${incoming.code}" would end on ${validTo}, before its first day ${first}; correct one of the two`;
    return { problems: [{ place: incoming.place, reason }] };
  }
  const earlierLabels = earlierNames(before, { incoming, label: named.label, asOf: rules.asOf });
  const group = incoming.group ?? before?.group;
  const level = incoming.level ?? before?.level;
  return {
    entry: {
      code: incoming.code,
      label: named.label,
      ...(group === undefined ? {} : { group }),
      ...(level === undefined ? {} : { level }),
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validTo === undefined ? {} : { validTo }),
      ...(earlierLabels.length === 0 ? {} : { earlierLabels }),
      ...(replacedBy === undefined ? {} : { replacedBy: [...replacedBy] }),
      ...(named.borrowed.length === 0 ? {} : { borrowed: named.borrowed }),
      ...(before?.own || (!before && incoming.code.startsWith('own-')) ? { own: true as const } : {}),
      ...(before?.invented ? { invented: true as const } : {}),
    },
  };
}

/**
 * A code that the file no longer holds. An official one that was in force ends the day before the file's day;
 * keys of ours and invented codes are none of the file's business.
 */
export function decideMissing(before: ListedCode, asOf: string): ListedCode {
  const isOver = before.validTo === undefined ? before.replacedBy !== undefined : before.validTo < asOf;
  if (before.own || before.invented || isOver) return before;
  const validTo = dayBefore(asOf);
  const { validFrom, ...rest } = before;
  // One that was to begin later never did.
  return validFrom === undefined || validFrom > validTo ? { ...rest, validTo } : { ...rest, validFrom, validTo };
}

/** The name in every language. A translation that we have stays as long as the names that the file has are ours. */
function nameOf(
  before: ListedCode | undefined,
  { label }: IncomingCode,
  fallback: Language | null,
): Named | { missing: Language[] } {
  const own = before?.borrowed ?? [];
  const isSame =
    before !== undefined &&
    LANGUAGES.every(
      (language) => !hasWords(label, language) || own.includes(language) || label[language] === before.label[language],
    ) &&
    LANGUAGES.some((language) => hasWords(label, language) && !own.includes(language));
  const name: Text = { fi: '', sv: '', en: '' };
  const borrowed: Language[] = [];
  const missing: Language[] = [];
  for (const language of LANGUAGES) {
    const given = label[language] ?? '';
    const lent = fallback ? (label[fallback] ?? '') : '';
    if (given !== '') name[language] = given;
    else if (isSame) {
      name[language] = before.label[language];
      if (own.includes(language)) borrowed.push(language);
    } else if (lent !== '') {
      name[language] = lent;
      borrowed.push(language);
    } else missing.push(language);
  }
  return missing.length > 0 ? { missing } : { label: name, borrowed };
}

/**
 * A first day moves to an earlier one at most, and a code that we knew without one keeps none: a service that tells
 * the days of the latest version of a code alone must not make the code younger than the answers that hold it.
 */
function firstDay(before: ListedCode | undefined, { validFrom }: IncomingCode): string | undefined {
  if (!before) return validFrom ?? undefined;
  const known = before.validFrom;
  return known !== undefined && validFrom !== null && validFrom < known ? validFrom : known;
}

function lastDay(
  before: ListedCode | undefined,
  { validTo, inForce }: IncomingCode,
  { replaced, asOf }: { replaced: boolean; asOf: string },
): string | undefined {
  if (validTo !== null) return validTo;
  const known = before?.validTo;
  if (inForce) return replaced ? known : undefined;
  if (known !== undefined && known < asOf) return known;
  // Of a code that was in force until now the day is known; of one that is new to us it is not.
  return before && isOffered(before, dayBefore(asOf)) ? dayBefore(asOf) : replaced ? known : dayBefore(asOf);
}

/** The names of before, each with its last day: those we know, those the file knows, and the name that goes now. */
function earlierNames(
  before: ListedCode | undefined,
  { incoming, label, asOf }: { incoming: IncomingCode; label: Text; asOf: string },
): Earlier[] {
  const known = before?.earlierLabels ?? [];
  const yesterday = dayBefore(asOf);
  const fromFile = incoming.earlierLabels.flatMap(({ until, label: part }) => {
    const whole = wholeName(part);
    const isNew = until < (before ? yesterday : asOf) && !known.some((one) => one.until === until);
    return whole && isNew ? [{ until, label: whole }] : [];
  });
  // A second name for one and the same day corrects the first.
  const goes = before !== undefined && isOtherName(before, label) && !known.some(({ until }) => until >= yesterday);
  const all = [...known, ...fromFile, ...(goes ? [{ until: yesterday, label: before.label }] : [])];
  const ordered = all.toSorted((a, b) => (a.until < b.until ? -1 : 1));
  return ordered.filter((one, index) => !isSameText(one.label, ordered[index + 1]?.label ?? label));
}

/** Whether the name differs in a language that had one of its own: a translation that arrives renames nothing. */
export function isOtherName({ label, borrowed = [] }: ListedCode, other: Text): boolean {
  return LANGUAGES.some((language) => !borrowed.includes(language) && label[language] !== other[language]);
}

function isSameText(one: Text, other: Text): boolean {
  return LANGUAGES.every((language) => one[language] === other[language]);
}
