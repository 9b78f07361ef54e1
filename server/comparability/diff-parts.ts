import type { OptionFacts, OptionSet, Setting } from './item-facts.ts';
import { LANGUAGES, type Language, type Text } from '../engine/text.ts';

/**
 * What a difference is, from the gravest on. `routing`: other people are asked. `translation`: only a
 * translation changed, the Finnish text did not.
 */
export const VERDICTS = ['routing', 'scale', 'options', 'wording', 'translation', 'same', 'new', 'dropped'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A text of both versions, with the verdict of the whole and of each language. null: not there. */
export type TextDiff = {
  part: string;
  verdict: Verdict;
  from: Text | null;
  to: Text | null;
  languages: Readonly<Record<Language, Verdict>>;
};
/** `moved`: it stands in another place among the options that both versions have. */
export type OptionDiff = { part: string; code: string; verdict: Verdict; label: TextDiff; moved: boolean };
export type SettingDiff = { name: string; verdict: Verdict; from: unknown; to: unknown };

type PartText = { part: string; text: Text };

/**
 * Each text of either version by the name of its part, in the order of the later version.
 *
 * @example diffTexts([{ part: 'text', text: a }], [{ part: 'text', text: b }])[0].languages.sv // 'translation'
 */
export function diffTexts(from: readonly PartText[], to: readonly PartText[]): TextDiff[] {
  return inOrder(from, to, ({ part }) => part).map(([before, after]) =>
    diffText(after?.part ?? before?.part ?? '', before?.text ?? null, after?.text ?? null),
  );
}

/** One text of both versions. Finnish is the language in which surveys are written: the others are translations. */
export function diffText(part: string, from: Text | null, to: Text | null): TextDiff {
  const whole = verdictOf(from, to);
  const one = (language: Language): Verdict => (from && to && from[language] === to[language] ? 'same' : whole);
  return { part, verdict: whole, from, to, languages: { fi: one('fi'), sv: one('sv'), en: one('en') } };
}

function verdictOf(from: Text | null, to: Text | null): Verdict {
  if (!from || !to) return from ? 'dropped' : to ? 'new' : 'same';
  if (LANGUAGES.every((language) => from[language] === to[language])) return 'same';
  return from.fi === to.fi ? 'translation' : 'wording';
}

/**
 * Each option of either version by its code, in the order of the later version. `graver` is the verdict for an
 * option that now stands for something else: 'scale' for steps, 'options' for choices. An option stands for
 * something else when its score changed, or when it took over the words of another option in any language.
 */
export function diffOptions(
  from: readonly OptionSet[],
  to: readonly OptionSet[],
  graver: 'scale' | 'options',
): OptionDiff[] {
  return inOrder(from, to, ({ part }) => part).flatMap(([before, after]) => {
    const [old, young] = [before?.options ?? [], after?.options ?? []];
    const movedCodes = moved(old, young);
    return inOrder(old, young, ({ code }) => code).map(([option, next]): OptionDiff => {
      const code = next?.code ?? option?.code ?? '';
      const label = diffText('label', option?.label ?? null, next?.label ?? null);
      const verdict = !option ? 'new' : !next ? 'dropped' : other(option, next, old) ? graver : label.verdict;
      return { part: after?.part ?? before?.part ?? '', code, verdict, label, moved: movedCodes.has(code) };
    });
  });
}

function other(option: OptionFacts, next: OptionFacts, old: readonly OptionFacts[]): boolean {
  if (option.score !== next.score) return true;
  return LANGUAGES.some((language) => {
    const words = next.label && plain(next.label[language]);
    return (
      words !== null &&
      (!option.label || plain(option.label[language]) !== words) &&
      old.some(({ code, label }) => code !== option.code && label && plain(label[language]) === words)
    );
  });
}

function plain(words: string): string {
  return words.replace(/\s+/gu, ' ').trim().toLowerCase();
}

function moved(old: readonly OptionFacts[], young: readonly OptionFacts[]): Set<string> {
  const kept = old.map(({ code }) => code).filter((code) => young.some((option) => option.code === code));
  const now = young.map(({ code }) => code).filter((code) => kept.includes(code));
  return new Set(now.filter((code, index) => kept[index] !== code));
}

/** Each setting of either version by its name. */
export function diffSettings(from: readonly Setting[], to: readonly Setting[]): SettingDiff[] {
  return inOrder(from, to, ({ name }) => name).map(([before, after]) => {
    const [old, young] = [before?.value ?? null, after?.value ?? null];
    const weight = after?.weight ?? before?.weight ?? 'none';
    const verdict = weight === 'none' || canonical(old) === canonical(young) ? 'same' : weight;
    return { name: after?.name ?? before?.name ?? '', verdict, from: old, to: young };
  });
}

/** JSON that does not depend on the order of keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/**
 * The entries of both sides by key: those of the later version in their order, each followed by the dropped
 * ones that stood after it.
 *
 * @example inOrder(['a', 'x', 'b'], ['b', 'a'], (key) => key) // [['b','b'], ['a','a'], ['x', undefined]]
 */
export function inOrder<T>(
  from: readonly T[],
  to: readonly T[],
  keyOf: (entry: T) => string,
): [T | undefined, T | undefined][] {
  const left = new Map(from.map((entry) => [keyOf(entry), entry]));
  const right = new Set(to.map(keyOf));
  const followers = new Map<string, T[]>();
  let anchor = '';
  for (const entry of from) {
    if (right.has(keyOf(entry))) anchor = keyOf(entry);
    else followers.set(anchor, [...(followers.get(anchor) ?? []), entry]);
  }
  const droppedAfter = (key: string): [T | undefined, undefined][] =>
    (followers.get(key) ?? []).map((entry) => [entry, undefined]);
  return [
    ...droppedAfter(''),
    ...to.flatMap((entry): [T | undefined, T | undefined][] => [
      [left.get(keyOf(entry)), entry],
      ...droppedAfter(keyOf(entry)),
    ]),
  ];
}
