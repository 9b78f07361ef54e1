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
  const validFrom = incoming.validFrom ?? before?.validFrom;
  const validTo = lastDay(before, incoming, { replaced: replacedBy !== undefined, asOf: rules.asOf });
  if (validFrom !== undefined && validTo !== undefined && validTo < validFrom) {
    const reason = `the code "${incoming.code}" would end on ${validTo}, before its first day ${validFrom}; correct one of the two`;
    return { problems: [{ place: incoming.place, reason }] };
  }
  const earlier = earlierNames(before, { incoming, named, asOf: rules.asOf });
  const { label, earlierLabels } = settled(named.label, earlier, { validFrom, validTo });
  const borrowed = named.borrowed.filter((language) => label[language] === named.label[language]);
  const group = incoming.group ?? before?.group;
  const level = incoming.level ?? before?.level;
  return {
    entry: {
      code: incoming.code,
      label,
      ...(group === undefined ? {} : { group }),
      ...(level === undefined ? {} : { level }),
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validTo === undefined ? {} : { validTo }),
      ...(earlierLabels.length === 0 ? {} : { earlierLabels }),
      ...(replacedBy === undefined ? {} : { replacedBy: [...replacedBy] }),
      ...(borrowed.length === 0 ? {} : { borrowed }),
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
  const isOver = before.validTo !== undefined && before.validTo < asOf;
  if (before.own || before.invented || isOver || (before.validTo === undefined && before.replacedBy)) return before;
  const validTo = dayBefore(asOf);
  const { validFrom: first, borrowed = [], earlierLabels: _, ...rest } = before;
  // One that was to begin later never did.
  const validFrom = first !== undefined && first <= validTo ? first : undefined;
  const { label, earlierLabels } = settled(before.label, before.earlierLabels ?? [], { validFrom, validTo });
  const still = borrowed.filter((language) => label[language] === before.label[language]);
  return {
    ...rest,
    label,
    ...(validFrom === undefined ? {} : { validFrom }),
    validTo,
    ...(earlierLabels.length === 0 ? {} : { earlierLabels }),
    ...(still.length === 0 ? {} : { borrowed: still }),
  };
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

function earlierNames(
  before: ListedCode | undefined,
  { incoming, named, asOf }: { incoming: IncomingCode; named: Named; asOf: string },
): Earlier[] {
  const known = before?.earlierLabels ?? [];
  const fromFile = incoming.earlierLabels.flatMap(({ until, label }) => {
    const whole = wholeName(label);
    return whole && until < asOf && !known.some((one) => one.until === until) ? [{ until, label: whole }] : [];
  });
  const yesterday = dayBefore(asOf);
  const all = [...known, ...fromFile];
  const isRenamed = before !== undefined && isOtherName(before, named.label);
  // A second name for one and the same day corrects the first.
  if (isRenamed && !all.some(({ until }) => until >= yesterday)) all.push({ until: yesterday, label: before.label });
  return all.toSorted((a, b) => (a.until < b.until ? -1 : 1));
}

/** Whether the name differs in a language that had one of its own: a translation that arrives renames nothing. */
export function isOtherName({ label, borrowed = [] }: ListedCode, other: Text): boolean {
  return LANGUAGES.some((language) => !borrowed.includes(language) && label[language] !== other[language]);
}

/** Names within the time of the code only: one that is out of use keeps the name it had on its last day. */
function settled(
  label: Text,
  earlier: readonly Earlier[],
  { validFrom, validTo }: { validFrom: string | undefined; validTo: string | undefined },
): { label: Text; earlierLabels: Earlier[] } {
  const begun = earlier.filter(({ until }) => validFrom === undefined || until >= validFrom);
  const last = validTo === undefined ? undefined : begun.find(({ until }) => until >= validTo);
  const name = last?.label ?? label;
  const names = last ? begun.slice(0, begun.indexOf(last)) : begun;
  const told = names.filter(({ label: one }, index) => !isSameText(one, names[index + 1]?.label ?? name));
  return { label: name, earlierLabels: told };
}

function isSameText(one: Text, other: Text): boolean {
  return LANGUAGES.every((language) => one[language] === other[language]);
}
