/** Sum of factor × unknown, known to lie between two whole numbers. Factors are 1 where none are given. */
export type Fact = { unknowns: readonly number[]; factors?: readonly number[]; low: number; high: number };

type Kept = { unknowns: Int32Array; factors: Float64Array | null; low: number; high: number };

/**
 * What is known of whole, non-negative unknowns, tightened until no fact says more. What is assumed
 * for a while (an insider's answer) can be taken back.
 */
export class Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly #facts: Kept[];
  readonly #of: Int32Array[];
  /** Of each fact: the least and most that its sum can be. */
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  /** At least the widest range of an unknown of the fact: a fact with more room than that says nothing. */
  readonly #widest: Float64Array;
  #trail: { unknown: number; low: number; high: number }[] | null = null;
  #waiting: number[] = [];
  readonly #isWaiting: Uint8Array;
  #contradiction = false;

  constructor(high: readonly number[], facts: readonly Fact[]) {
    this.low = new Float64Array(high.length);
    this.high = Float64Array.from(high);
    this.#facts = facts.map(({ unknowns, factors, low, high: most }) => ({
      unknowns: Int32Array.from(unknowns),
      factors: factors ? Float64Array.from(factors) : null,
      low,
      high: most,
    }));
    const of: number[][] = high.map(() => []);
    for (const [index, { unknowns }] of this.#facts.entries()) for (const unknown of unknowns) of[unknown]?.push(index);
    this.#of = of.map((list) => Int32Array.from(list));
    this.#least = new Float64Array(facts.length);
    this.#most = new Float64Array(facts.length);
    this.#widest = new Float64Array(facts.length).fill(Number.POSITIVE_INFINITY);
    this.#isWaiting = new Uint8Array(facts.length);
    for (const [index, fact] of this.#facts.entries()) {
      for (const [place, unknown] of fact.unknowns.entries()) {
        const [from, to] = ends(fact.factors?.[place] ?? 1, 0, this.high[unknown] ?? 0);
        this.#least[index] = (this.#least[index] ?? 0) + from;
        this.#most[index] = (this.#most[index] ?? 0) + to;
      }
      this.#wake(index);
    }
    this.#settle();
  }

  /** Whether the facts cannot all be true: then the attack has misread something. */
  get contradiction(): boolean {
    return this.#contradiction;
  }

  /** What follows when these unknowns are at least so many. Calls `look` with what changed, then forgets it all. */
  assume(
    least: readonly (readonly [unknown: number, low: number])[],
    look: (changed: ReadonlySet<number>) => void,
  ): void {
    this.#trail = [];
    for (const [unknown, low] of least)
      this.#tighten(unknown, Math.max(low, this.low[unknown] ?? 0), this.high[unknown] ?? 0);
    this.#settle();
    if (!this.#contradiction) look(new Set(this.#trail.map(({ unknown }) => unknown)));
    const trail = this.#trail;
    this.#trail = null;
    this.#contradiction = false;
    for (const { unknown, low, high } of trail.toReversed()) this.#set(unknown, low, high);
  }

  #wake(fact: number): void {
    if (this.#isWaiting[fact]) return;
    this.#isWaiting[fact] = 1;
    this.#waiting.push(fact);
  }

  #settle(): void {
    for (let fact = this.#waiting.pop(); fact !== undefined; fact = this.#waiting.pop()) {
      this.#isWaiting[fact] = 0;
      if (!this.#contradiction) this.#use(fact);
    }
  }

  #use(index: number): void {
    const fact = this.#facts[index];
    if (!fact) return;
    const above = fact.high - (this.#least[index] ?? 0);
    const below = (this.#most[index] ?? 0) - fact.low;
    if (above < 0 || below < 0) this.#contradiction = true;
    const widest = this.#widest[index] ?? 0;
    if (above >= widest && below >= widest) return;
    let wide = 0;
    for (const [place, unknown] of fact.unknowns.entries()) {
      const factor = fact.factors?.[place] ?? 1;
      const [low, high] = [this.low[unknown] ?? 0, this.high[unknown] ?? 0];
      if (low < high) {
        const [upBy, downBy] = factor > 0 ? [above / factor, below / factor] : [below / -factor, above / -factor];
        this.#tighten(
          unknown,
          Math.max(low, Math.ceil(high - downBy - 1e-9)),
          Math.min(high, Math.floor(low + upBy + 1e-9)),
        );
      }
      wide = Math.max(wide, Math.abs(factor) * ((this.high[unknown] ?? 0) - (this.low[unknown] ?? 0)));
    }
    if (!this.#trail) this.#widest[index] = wide;
  }

  #tighten(unknown: number, low: number, high: number): void {
    const [before, after] = [this.low[unknown] ?? 0, this.high[unknown] ?? 0];
    if (low === before && high === after) return;
    if (low > high) {
      this.#contradiction = true;
      return;
    }
    this.#trail?.push({ unknown, low: before, high: after });
    this.#set(unknown, low, high);
    for (const fact of this.#of[unknown] ?? []) this.#wake(fact);
  }

  #set(unknown: number, low: number, high: number): void {
    const [before, after] = [this.low[unknown] ?? 0, this.high[unknown] ?? 0];
    this.low[unknown] = low;
    this.high[unknown] = high;
    for (const index of this.#of[unknown] ?? []) {
      const fact = this.#facts[index];
      const factor = fact?.factors ? (fact.factors[fact.unknowns.indexOf(unknown)] ?? 1) : 1;
      const [from, to] = ends(factor, low, high);
      const [fromBefore, toBefore] = ends(factor, before, after);
      this.#least[index] = (this.#least[index] ?? 0) + from - fromBefore;
      this.#most[index] = (this.#most[index] ?? 0) + to - toBefore;
    }
  }
}

function ends(factor: number, low: number, high: number): [number, number] {
  return factor >= 0 ? [factor * low, factor * high] : [factor * high, factor * low];
}
