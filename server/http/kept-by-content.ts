/** Catalogues of texts never change: they are told apart by what they are. All else is told by its content. */
const CATALOGUES = new Set(['words', 't', 'common']);

const LIST = Symbol('list');
const RECORD = Symbol('record');
const END = Symbol('end');

/** Where a run of tokens has led so far. */
type Step<Value> = { next: Map<unknown, Step<Value>>; kept: { value: Value } | null };

/**
 * What was made of a record of plain data, kept under all that the record holds. Nothing is put together to look
 * it up: names and values are followed one by one, so that two records have one place only when they are the
 * same. Of at most so many: when half of them are new, those go that nobody has asked for since.
 */
export class KeptByContent<Value> {
  readonly #half: number;
  #count = 0;
  #young: Step<Value> = newStep();
  #old: Step<Value> = newStep();

  constructor(most: number) {
    this.#half = Math.ceil(most / 2);
  }

  get(content: object, make: () => Value): Value {
    const young = follow(this.#young, content);
    if (young.kept) return young.kept.value;
    const kept = follow(this.#old, content).kept ?? { value: make() };
    young.kept = kept;
    this.#count += 1;
    if (this.#count >= this.#half) [this.#old, this.#young, this.#count] = [this.#young, newStep(), 0];
    return kept.value;
  }
}

function newStep<Value>(): Step<Value> {
  return { next: new Map(), kept: null };
}

function follow<Value>(from: Step<Value>, content: object): Step<Value> {
  let at = from;
  for (const name of Object.keys(content)) at = followValue(stepTo(at, name), name, Reflect.get(content, name));
  return stepTo(at, END);
}

function followValue<Value>(from: Step<Value>, name: string, value: unknown): Step<Value> {
  if (typeof value !== 'object' || value === null) return stepTo(from, value);
  if (Array.isArray(value)) return follow(stepTo(from, LIST), value);
  return CATALOGUES.has(name) ? stepTo(from, value) : follow(stepTo(from, RECORD), value);
}

function stepTo<Value>(from: Step<Value>, token: unknown): Step<Value> {
  const known = from.next.get(token);
  if (known) return known;
  const made = newStep<Value>();
  from.next.set(token, made);
  return made;
}
