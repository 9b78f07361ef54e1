/** What a page is made of that many people share. An object is told apart by what it is, not by what it holds. */
export type Fact = string | number | boolean | null | object;

/** Where a run of facts has led so far. */
type Step<Value> = { next: Map<Fact, Step<Value>>; kept: { value: Value } | null };

/**
 * What was made of some facts, kept under all of them. Nothing is put together to look it up: they are followed one by
 * one, so that two lists have one place only when they are the same, in the same order. Of at most so many: when half
 * of them are new, those go that nobody has asked for since.
 */
export class KeptByFacts<Value> {
  readonly #half: number;
  #count = 0;
  #young: Step<Value> = newStep();
  #old: Step<Value> = newStep();

  constructor(most: number) {
    this.#half = Math.ceil(most / 2);
  }

  get(facts: readonly Fact[], make: () => Value): Value {
    const young = follow(this.#young, facts);
    if (young.kept) return young.kept.value;
    const kept = follow(this.#old, facts).kept ?? { value: make() };
    young.kept = kept;
    this.#count += 1;
    if (this.#count >= this.#half) [this.#old, this.#young, this.#count] = [this.#young, newStep(), 0];
    return kept.value;
  }
}

function newStep<Value>(): Step<Value> {
  return { next: new Map(), kept: null };
}

function follow<Value>(from: Step<Value>, facts: readonly Fact[]): Step<Value> {
  let at = from;
  for (const fact of facts) at = at.next.get(fact) ?? addStep(at, fact);
  return at;
}

function addStep<Value>(at: Step<Value>, fact: Fact): Step<Value> {
  const made = newStep<Value>();
  at.next.set(fact, made);
  return made;
}
