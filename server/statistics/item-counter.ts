import type { Aggregation } from '../engine/aggregation.ts';
import type { AnswerValue, CANNOT_SAY as CannotSayCode } from '../engine/answer.ts';
import { gapIndexes, gapsOf, type ItemCounts } from './item-counts.ts';

// Figures take the engine's types only; the type holds the two codes together.
const CANNOT_SAY: typeof CannotSayCode = '_dk';

/**
 * How one question's answers are counted in a block of `width` integers that begins at `offset`.
 * `mark` writes the places that an answer adds one to into `marked` from `length` on, and gives
 * the new length (a plain buffer, since this runs for every answer of a nation). `numberOf` gives
 * the number to keep, for questions about numbers.
 */
export type ItemCounter = {
  width: number;
  mark: (value: AnswerValue, marked: Int32Array, length: number, offset: number) => number;
  numberOf: ((value: AnswerValue) => number | null) | null;
  read: (slots: Int32Array, values: ReadonlyMap<number, number>) => ItemCounts;
};

/**
 * The counter of a question, or null for one that stays outside the tables. An answer that the
 * question does not know (no such category, outside every band) is not counted anywhere.
 * Example: itemCounter({ kind: 'options', options: ['a', 'b'] }) has width 3: n, a, b.
 */
export function itemCounter(aggregation: Aggregation): ItemCounter | null {
  switch (aggregation.kind) {
    case 'categories':
      return categoryCounter(aggregation);
    case 'options':
      return optionCounter(aggregation.options);
    case 'pair':
      return pairCounter(aggregation);
    case 'bands':
      return bandCounter(aggregation);
    case 'none':
      return null;
    default:
      return aggregation satisfies never;
  }
}

type Of<K extends Aggregation['kind']> = Extract<Aggregation, { kind: K }>;

function categoryCounter({ categories, categoryOf, cannotSay }: Of<'categories'>): ItemCounter {
  const size = categories.length;
  const places = new Map(categories.map((code, index) => [code, index]));
  // Answers repeat a few values millions of times: each is looked up once.
  const known = new Map<AnswerValue, number>();
  const slotOf = (value: AnswerValue): number => {
    if (value === CANNOT_SAY) return cannotSay ? size : -1;
    const category = categoryOf(value);
    return category === null ? -1 : (places.get(category) ?? -1);
  };
  return {
    width: size + 1,
    numberOf: null,
    mark: (value, marked, length, offset) => {
      let slot = known.get(value);
      if (slot === undefined) {
        slot = slotOf(value);
        if (typeof value !== 'object') known.set(value, slot);
      }
      if (slot < 0) return length;
      marked[length] = offset + slot;
      return length + 1;
    },
    read: (slots) => ({
      kind: 'categories',
      counts: [...slots.subarray(0, size)],
      cannotSay: cannotSay ? (slots[size] ?? 0) : null,
    }),
  };
}

function optionCounter(options: readonly string[]): ItemCounter {
  const places = new Map(options.map((code, index) => [code, index + 1]));
  return {
    width: options.length + 1,
    numberOf: null,
    mark: (value, marked, length, offset) => {
      if (!Array.isArray(value)) return length;
      let next = length;
      for (const [index, code] of value.entries()) {
        const place = places.get(code);
        if (place === undefined || value.indexOf(code) < index) continue;
        if (next === length) marked[next++] = offset;
        marked[next++] = offset + place;
      }
      return next;
    },
    read: (slots) => ({ kind: 'options', n: slots[0] ?? 0, chosen: [...slots.subarray(1)] }),
  };
}

/** Slots: importance, development, gap, then the two "cannot say". Half a pair counts in none of the three. */
function pairCounter({ categories, scores, cannotSay }: Of<'pair'>): ItemCounter {
  const size = categories.length;
  const places = new Map(categories.map((code, index) => [code, index]));
  const gaps = gapIndexes(scores);
  const width = gapsOf(scores).length;
  const end = 2 * size + width;
  return {
    width: end + 2,
    numberOf: null,
    mark: (value, marked, length, offset) => {
      if (typeof value !== 'object' || !('importance' in value || 'development' in value)) return length;
      let next = length;
      if (cannotSay.importance && value.importance === CANNOT_SAY) marked[next++] = offset + end;
      if (cannotSay.development && value.development === CANNOT_SAY) marked[next++] = offset + end + 1;
      const importance = places.get(value.importance ?? '');
      const development = places.get(value.development ?? '');
      if (importance === undefined || development === undefined) return next;
      marked[next++] = offset + importance;
      marked[next++] = offset + size + development;
      marked[next++] = offset + 2 * size + (gaps[importance]?.[development] ?? 0);
      return next;
    },
    read: (slots) => ({
      kind: 'pair',
      importance: [...slots.subarray(0, size)],
      development: [...slots.subarray(size, 2 * size)],
      gap: [...slots.subarray(2 * size, end)],
      cannotSay: {
        importance: cannotSay.importance ? (slots[end] ?? 0) : null,
        development: cannotSay.development ? (slots[end + 1] ?? 0) : null,
      },
    }),
  };
}

function bandCounter({ bands, numberOf }: Of<'bands'>): ItemCounter {
  const bandOf = (number: number): number => bands.findIndex(({ from, below }) => number >= from && number < below);
  return {
    width: bands.length,
    mark: (value, marked, length, offset) => {
      const band = bandOf(numberOf(value));
      if (band < 0) return length;
      marked[length] = offset + band;
      return length + 1;
    },
    numberOf: (value) => {
      const number = numberOf(value);
      return bandOf(number) >= 0 ? number : null;
    },
    read: (slots, values) => ({
      kind: 'bands',
      counts: [...slots],
      values: [...values].toSorted(([a], [b]) => a - b).flatMap(([number, times]) => Array<number>(times).fill(number)),
    }),
  };
}
