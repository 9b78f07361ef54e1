import type { Highs, Model as NativeModel, ModelData } from 'highs';
import type { Knowledge } from './knowledge.ts';
import type { Model } from './models.ts';

/** What a program minimises together, and the answer that is known besides (-1: none). */
export type Question = { wanted: readonly number[]; own: number };

const NEARLY = 1e-6;
/** An unsolved program within so many seconds counts as "not pinned", and is counted. */
const SECONDS = 20;
/** Solutions that are remembered of one model. */
const MOST_SOLUTIONS = 400;

/**
 * One model and every solution of it that has been seen. Most questions are answered by a solution
 * that is known already; for the others the solver goes on from where it stood.
 */
export class Solver {
  readonly model: Model;
  readonly #highs: Highs;
  readonly #knowledge: Knowledge;
  readonly #column: ReadonlyMap<number, number>;
  readonly #solutions: Float64Array[] = [];
  #native: NativeModel | null = null;
  #costs: number[] = [];
  #own = -1;
  solved = 0;
  unsolved = 0;

  constructor(highs: Highs, model: Model, knowledge: Knowledge) {
    this.model = model;
    this.#highs = highs;
    this.#knowledge = knowledge;
    this.#column = new Map(model.unknowns.map((unknown, index) => [unknown, index]));
  }

  has(unknown: number): boolean {
    return this.#column.has(unknown);
  }

  /** Whether a solution is known in which an unknown is `most` at most, with one at least of `own`. */
  isRefuted(unknown: number, most: number, own: number): boolean {
    const column = this.#column.get(unknown) ?? 0;
    const ownColumn = own < 0 ? -1 : (this.#column.get(own) ?? -1);
    return this.#solutions.some(
      (solution) =>
        (solution[column] ?? 0) <= most + NEARLY && (ownColumn < 0 || (solution[ownColumn] ?? 0) >= 1 - NEARLY),
    );
  }

  /** The smallest that the wanted unknowns can be together: their values; null when no solution is found. */
  solve({ wanted, own }: Question): Map<number, number> | null {
    const native = this.#open();
    const columns = wanted.map((unknown) => this.#column.get(unknown) ?? 0);
    for (const column of this.#costs) native.changeColCost(column, 0);
    for (const column of columns) native.changeColCost(column, 1);
    this.#costs = columns;
    this.#know(native, own);
    return this.#run(native);
  }

  /** The same in whole numbers. */
  solveWhole(question: Question): Map<number, number> | null {
    return this.#highs.withModel(this.#data(question, true), (native) => this.#run(native));
  }

  close(): void {
    this.#native?.dispose();
    this.#native = null;
  }

  #open(): NativeModel {
    if (this.#native) return this.#native;
    const native = this.#highs.createModel(this.#data({ wanted: [], own: -1 }, false));
    this.#native = native;
    return native;
  }

  /** Lays down the insider's answer and takes the one before back. */
  #know(native: NativeModel, own: number): void {
    if (own === this.#own) return;
    const { bounds } = this.#knowledge;
    for (const unknown of [this.#own, own]) {
      const column = this.#column.get(unknown);
      if (column === undefined) continue;
      const low = Math.max(bounds.low[unknown] ?? 0, unknown === own ? 1 : 0);
      native.changeColBounds(column, low, bounds.high[unknown] ?? 0);
    }
    this.#own = own;
  }

  #run(native: NativeModel): Map<number, number> | null {
    this.solved += 1;
    native.options.set({ output_flag: false, time_limit: native.getRunTime() + SECONDS });
    native.run();
    if (native.getModelStatus() !== this.#highs.constants.modelStatus.optimal) {
      this.unsolved += 1;
      return null;
    }
    const solution = Float64Array.from(native.getSolution().colValue);
    if (this.#solutions.length < MOST_SOLUTIONS) this.#solutions.push(solution);
    return new Map(this.model.unknowns.map((unknown, index) => [unknown, solution[index] ?? 0]));
  }

  #data({ wanted, own }: Question, whole: boolean): ModelData {
    const { unknowns, facts } = this.model;
    const { bounds } = this.#knowledge;
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const fact of facts) {
      for (const [index, unknown] of fact.unknowns.entries()) {
        indices.push(this.#column.get(unknown) ?? 0);
        values.push(fact.factors?.[index] ?? 1);
      }
      starts.push(indices.length);
    }
    const isWanted = new Set(wanted);
    return {
      numCols: unknowns.length,
      numRows: facts.length,
      colCost: unknowns.map((unknown) => (isWanted.has(unknown) ? 1 : 0)),
      colLower: unknowns.map((unknown) => Math.max(bounds.low[unknown] ?? 0, unknown === own ? 1 : 0)),
      colUpper: unknowns.map((unknown) => bounds.high[unknown] ?? 0),
      rowLower: facts.map(({ low }) => low),
      rowUpper: facts.map(({ high }) => high),
      matrix: { format: 'csr', numRows: facts.length, numCols: unknowns.length, starts, indices, values },
      ...(whole ? { integrality: unknowns.map(() => 1 as const) } : {}),
    };
  }
}
