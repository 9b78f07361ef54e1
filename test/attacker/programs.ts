import type { Highs } from 'highs';
import type { World } from './atoms.ts';
import type { Cell } from './cells.ts';
import type { Knowledge } from './knowledge.ts';
import { modelsOf } from './models.ts';
import type { ReleaseRules } from './release-rules.ts';
import { Solver, type Question } from './solver.ts';
import { Swaps } from './swaps.ts';

export type Place = { atom: number; place: number };

/** Linear programs over one cell after another. */
export type Programs = {
  /** Of the candidates those whose count cannot be smaller than the number of their people (the insider aside). */
  certain: (cell: Cell, knowledge: Knowledge, candidates: readonly Place[], insider: Place | null) => Place[];
  /** Insiders that are tried by linear programs, for each cell. */
  insiders: number;
  /** Programs that were solved, and those that took too long. */
  counted: () => { solved: number; unsolved: number };
  /** Gives back what the last cell holds. */
  close: () => void;
};

type Held = { knowledge: Knowledge; solvers: Solver[]; swaps: Swaps };
type Options = { rules: ReleaseRules; largest: number; insiders: number };

const NEARLY = 1e-6;
/** Whole numbers are tried up to so many unknowns. */
const LARGEST_WHOLE = 400;

export function makePrograms(highs: Highs, world: World, { rules, largest, insiders }: Options): Programs {
  const counts = { solved: 0, unsolved: 0 };
  let held: Held | null = null;
  const close = () => {
    for (const solver of held?.solvers ?? []) {
      counts.solved += solver.solved;
      counts.unsolved += solver.unsolved;
      solver.close();
    }
    held = null;
  };
  const hold = (cell: Cell, knowledge: Knowledge): Held => {
    if (held?.knowledge === knowledge) return held;
    close();
    const models = modelsOf(world, cell, knowledge, { rules, largest });
    const solvers = models.map((model) => new Solver(highs, model, knowledge));
    held = { knowledge, solvers, swaps: new Swaps(world, cell, knowledge, rules) };
    return held;
  };
  return {
    insiders,
    counted: () => counts,
    close,
    certain: (cell, knowledge, candidates, insider) => {
      if (candidates.length === 0) return [];
      const { solvers, swaps } = hold(cell, knowledge);
      const own = insider ? insider.atom * knowledge.width + insider.place : -1;
      // An answer that everybody knows ties nothing more; it still is one of its own group.
      const isOpen = own < 0 || solvers.some((solver) => solver.has(own));
      return solvers.flatMap((solver) => {
        if (isOpen && own >= 0 && !solver.has(own)) return [];
        const near = isOpen ? candidates : candidates.filter(({ atom }) => atom === insider?.atom);
        const open = near.filter(({ atom, place }) => !swaps.refutes(atom * knowledge.width + place, own));
        return certainIn(solver, knowledge, open, { insider, own: isOpen ? own : -1 });
      });
    },
  };
}

function certainIn(
  solver: Solver,
  { width, sizes }: Knowledge,
  candidates: readonly Place[],
  { insider, own }: { insider: Place | null; own: number },
): Place[] {
  // An insider's own answer is no news.
  const most = (unknown: number) => {
    const atom = Math.floor(unknown / width);
    const isOther = insider?.atom === atom && unknown !== atom * width + insider.place;
    return (sizes[atom] ?? 0) - (isOther ? 1 : 0) - 1;
  };
  const isPossible = (unknown: number) => !solver.isRefuted(unknown, most(unknown), own);
  const inside = candidates.map(({ atom, place }) => atom * width + place).filter((one) => solver.has(one));
  const open = solveTogether(solver, inside.filter(isPossible), { most, own, isPossible });
  // Together they cannot be smaller; each is asked again by itself.
  const sure = open.unknowns.filter((unknown) => {
    if (open.unknowns.length === 1) return true;
    const alone = solveOne(solver, { wanted: [unknown], own }, open.whole);
    return !alone || (alone.get(unknown) ?? 0) > most(unknown) + NEARLY;
  });
  return sure.map((unknown) => ({ atom: Math.floor(unknown / width), place: unknown % width }));
}

type Judged = { most: (unknown: number) => number; own: number; isPossible: (unknown: number) => boolean };

/** Makes all as small as they can be together, again and again, until no more of them fall. */
function solveTogether(
  solver: Solver,
  first: readonly number[],
  { most, own, isPossible }: Judged,
): { unknowns: readonly number[]; whole: boolean } {
  let [unknowns, whole] = [first, false];
  while (unknowns.length > 0) {
    const values = solveOne(solver, { wanted: unknowns, own }, whole);
    if (!values) return { unknowns: [], whole };
    const left = unknowns.filter(
      (unknown) => (values.get(unknown) ?? 0) > most(unknown) + NEARLY && isPossible(unknown),
    );
    const isWhole = [...values.values()].every((value) => Math.abs(value - Math.round(value)) < NEARLY);
    if (left.length < unknowns.length) unknowns = left;
    else if (isWhole || whole || solver.model.unknowns.length > LARGEST_WHOLE) break;
    else whole = true;
  }
  return { unknowns, whole };
}

function solveOne(solver: Solver, question: Question, whole: boolean): Map<number, number> | null {
  return whole ? solver.solveWhole(question) : solver.solve(question);
}
