import type { Aggregation } from '../engine/aggregation.ts';
import type { Answers } from '../engine/answer.ts';
import { itemCounter, type ItemCounter } from './item-counter.ts';
import type { ItemCounts } from './item-counts.ts';

export type Tally = {
  /** Counts one person's answers in each population that the person belongs to. */
  add: (populations: readonly string[], answers: Answers) => void;
  /** How many people were added to a population; 0 for one that never was named. */
  respondents: (population: string) => number;
  /** Counts of a question in a population. Throws for a question outside the tables. */
  item: (population: string, question: string) => ItemCounts;
};

type Place = { code: string; counter: ItemCounter; offset: number };
type Numbers = Map<number, number>;
type Block = { respondents: number; slots: Int32Array; numbers: ReadonlyMap<string, Numbers> };

/**
 * Counts the answers of a whole release in one pass. It keeps integers and how often each number
 * was given, nothing else, so that neither the order of the responses nor any one response can be
 * told from it. `aggregations`: by question code, as the question types declare them.
 *
 * Example: after `tally.add(['nation', 'field/7'], { status: 'work' })` both populations have one
 * respondent, and `tally.item('field/7', 'status')` counts one 'work'.
 */
export function createTally(aggregations: ReadonlyMap<string, Aggregation>): Tally {
  const { places, width } = layOut(aggregations);
  const byCode = new Map(places.map((place) => [place.code, place]));
  const blocks = new Map<string, Block>();
  const empty = newBlock(places, width);
  const marked = new Int32Array(width);

  return {
    add: (populations, answers) => {
      const target = populations.map((key) => existingOr(blocks, key, () => newBlock(places, width)));
      for (const block of target) block.respondents += 1;
      let length = 0;
      for (const { code, counter, offset } of places) {
        const value = answers[code];
        if (value === undefined) continue;
        length = counter.mark(value, marked, length, offset);
        if (counter.numberOf) keepNumber(target, code, counter.numberOf(value));
      }
      for (const { slots } of target) increment(slots, marked, length);
    },
    respondents: (population) => blocks.get(population)?.respondents ?? 0,
    item: (population, question) => {
      const place = byCode.get(question);
      if (!place) throw new Error(`"${question}" is not counted`);
      const block = blocks.get(population) ?? empty;
      const slots = block.slots.subarray(place.offset, place.offset + place.counter.width);
      return place.counter.read(slots, block.numbers.get(question) ?? new Map());
    },
  };
}

function layOut(aggregations: ReadonlyMap<string, Aggregation>): { places: Place[]; width: number } {
  const places: Place[] = [];
  let width = 0;
  for (const [code, aggregation] of aggregations) {
    const counter = itemCounter(aggregation);
    if (!counter) continue;
    places.push({ code, counter, offset: width });
    width += counter.width;
  }
  return { places, width };
}

function newBlock(places: readonly Place[], width: number): Block {
  const asked = places.filter(({ counter }) => counter.numberOf !== null);
  return {
    respondents: 0,
    slots: new Int32Array(width),
    numbers: new Map(asked.map(({ code }): [string, Numbers] => [code, new Map()])),
  };
}

function existingOr(blocks: Map<string, Block>, key: string, make: () => Block): Block {
  const existing = blocks.get(key);
  if (existing) return existing;
  const made = make();
  blocks.set(key, made);
  return made;
}

function increment(slots: Int32Array, marked: Int32Array, length: number): void {
  for (let index = 0; index < length; index += 1) {
    const slot = marked[index] ?? 0;
    slots[slot] = (slots[slot] ?? 0) + 1;
  }
}

function keepNumber(target: readonly Block[], code: string, number: number | null): void {
  if (number === null) return;
  for (const { numbers } of target) {
    const times = numbers.get(code);
    times?.set(number, (times.get(number) ?? 0) + 1);
  }
}
