// Products of two numbers below the prime stay below 2^53, so that doubles are exact.
const PRIME = 67_108_859;

/** A sparse vector over atoms: places ascending, with whole or modular coefficients. */
export type Vector = { places: readonly number[]; values: readonly number[] };

type Line = { places: Int32Array; values: Float64Array; from: Map<number, number> | null };

/**
 * The sums and differences of published vectors, by elimination modulo a prime. Columns are taken
 * in the order given: rows whose first column comes late live on the late columns alone, so with
 * large atoms first the last rows are all that can be said of small atoms only.
 */
export class Span {
  readonly #rank: Int32Array;
  readonly #order: readonly number[];
  readonly #lines: (Line | undefined)[];
  readonly #work: Float64Array;
  readonly #tracked: boolean;
  #size = 0;

  /** `tracked`: remember how each row is made, at a price in memory. */
  constructor(order: readonly number[], tracked = false) {
    this.#order = order;
    this.#rank = new Int32Array(Math.max(0, ...order) + 1).fill(-1);
    for (const [rank, column] of order.entries()) this.#rank[column] = rank;
    this.#lines = Array.from({ length: order.length });
    this.#work = new Float64Array(order.length);
    this.#tracked = tracked;
  }

  /** Adds a published vector under a name; false when it says nothing new. */
  add(vector: Vector, name = 0): boolean {
    const from = this.#load(vector, name);
    const pivot = this.#clear(from);
    if (pivot < 0) return false;
    const inverse = power(this.#work[pivot] ?? 1, PRIME - 2);
    const places: number[] = [];
    const values: number[] = [];
    for (let at = pivot; at < this.#work.length; at += 1) {
      const value = this.#work[at] ?? 0;
      if (value === 0) continue;
      places.push(at);
      values.push(times(value, inverse));
      this.#work[at] = 0;
    }
    if (from) for (const [row, factor] of from) from.set(row, times(factor, inverse));
    this.#lines[pivot] = { places: Int32Array.from(places), values: Float64Array.from(values), from };
    this.#size += 1;
    return true;
  }

  get size(): number {
    return this.#size;
  }

  has(vector: Vector): boolean {
    return this.residual(vector).places.length === 0;
  }

  /** What is left of a vector when all that was published has been taken from it. */
  residual(vector: Vector): Vector {
    this.#load(vector, 0);
    this.#reduce(null);
    const places: number[] = [];
    const values: number[] = [];
    for (let at = 0; at < this.#work.length; at += 1) {
      const value = this.#work[at] ?? 0;
      if (value === 0) continue;
      places.push(this.#order[at] ?? 0);
      values.push(value);
      this.#work[at] = 0;
    }
    return { places, values };
  }

  /** λ: by what each published row is multiplied to make the vector (tracked only); null when it cannot be made. */
  combination(vector: Vector): Map<number, Fraction> | null {
    const from = new Map<number, number>();
    this.#load(vector, 0);
    this.#reduce(from);
    const left = this.#work.some((value) => value !== 0);
    this.#work.fill(0);
    if (left) return null;
    return new Map(
      [...from].flatMap(([row, factor]) => {
        const fraction = asFraction((PRIME - factor) % PRIME);
        return fraction.top === 0 ? [] : [[row, fraction] as const];
      }),
    );
  }

  /** The rows that live on the columns from a rank on. */
  tail(rank: number): Vector[] {
    return this.#lines
      .slice(rank)
      .flatMap((line) =>
        line ? [{ places: [...line.places].map((at) => this.#order[at] ?? 0), values: [...line.values] }] : [],
      );
  }

  #load({ places, values }: Vector, name: number): Map<number, number> | null {
    for (const [index, place] of places.entries()) {
      const rank = this.#rank[place] ?? -1;
      if (rank < 0) throw new Error(`column ${place} is not in the system`);
      this.#work[rank] = modulo(values[index] ?? 0);
    }
    return this.#tracked ? new Map([[name, 1]]) : null;
  }

  /** Reduces until the first column without a row of its own; gives that column, or -1. */
  #clear(from: Map<number, number> | null): number {
    for (let at = 0; at < this.#work.length; at += 1) {
      if (this.#work[at] === 0) continue;
      const line = this.#lines[at];
      if (!line) return at;
      this.#subtract(line, this.#work[at] ?? 0, from);
    }
    return -1;
  }

  #reduce(from: Map<number, number> | null): void {
    for (let at = 0; at < this.#work.length; at += 1) {
      const line = this.#work[at] === 0 ? undefined : this.#lines[at];
      if (line) this.#subtract(line, this.#work[at] ?? 0, from);
    }
  }

  #subtract(line: Line, factor: number, from: Map<number, number> | null): void {
    const opposite = PRIME - factor;
    const { places, values } = line;
    for (let index = 0; index < places.length; index += 1) {
      const at = places[index] ?? 0;
      this.#work[at] = modulo((this.#work[at] ?? 0) + opposite * (values[index] ?? 0));
    }
    if (from && line.from) {
      for (const [row, made] of line.from) from.set(row, modulo((from.get(row) ?? 0) + opposite * made));
    }
  }
}

export type Fraction = { top: number; bottom: number };

/** The simplest fraction that a residue stands for. Example: (PRIME + 1) / 2 → 1/2, PRIME − 1 → −1. */
export function asFraction(residue: number): Fraction {
  let [before, now] = [PRIME, residue];
  let [bottomBefore, bottom] = [0, 1];
  while (now > 4096) {
    const quotient = Math.floor(before / now);
    [before, now] = [now, before - quotient * now];
    [bottomBefore, bottom] = [bottom, bottomBefore - quotient * bottom];
  }
  return bottom < 0 ? { top: now === 0 ? 0 : -now, bottom: -bottom } : { top: now, bottom };
}

/** `top / bottom` as a residue. */
export function residueOf(top: number, bottom: number): number {
  return times(modulo(top), power(modulo(bottom), PRIME - 2));
}

/** A residue that is the same for proportional vectors: coefficients by the first one. */
export function proportions({ places, values }: Vector): string {
  const inverse = power(values[0] ?? 1, PRIME - 2);
  return places.map((place, index) => `${place}:${times(values[index] ?? 0, inverse)}`).join(' ');
}

function modulo(value: number): number {
  const rest = value - Math.floor(value / PRIME) * PRIME;
  return rest;
}

function times(a: number, b: number): number {
  return modulo(a * b);
}

function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = times(result, square);
    square = times(square, square);
  }
  return result;
}
