import type { World } from './atoms.ts';
import type { Cell } from './cells.ts';
import type { Finding } from './input.ts';
import type { Knowledge } from './knowledge.ts';
import type { Programs } from './programs.ts';
import { nameOf } from './told.ts';

/** Somebody who knows one answer: their own. */
type Insider = { atom: number; place: number };
type Certain = { atom: number; place: number; insider: Insider | null; how: string };

/**
 * T6: counts are not negative, and a bound leaves few outside. Does that make anybody's answer
 * certain, or tell how all of a small group answered? First by bounds, then by linear programs.
 */
export function attackCertainty(world: World, cell: Cell, knowledge: Knowledge, programs: Programs): Finding[] {
  const { bounds, sizes, width } = knowledge;
  if (bounds.contradiction) return [misread(cell)];
  const found: Certain[] = [];
  for (const [atom, size] of sizes.entries()) {
    if (size === 0) continue;
    const place = places(cell).find((one) => (bounds.low[atom * width + one] ?? 0) >= size);
    if (place !== undefined) found.push({ atom, place, insider: null, how: 'bounds' });
  }
  const open = candidatesOf(cell, knowledge, 0).filter(({ atom }) => !found.some((one) => one.atom === atom));
  for (const one of programs.certain(cell, knowledge, open, null))
    found.push({ ...one, insider: null, how: 'a linear program' });
  return [...found.map((one) => wordsOf(world, cell, one)), ...pinned(world, cell, knowledge)];
}

/** T10: the same for insiders. What is certain to everybody is not said again. */
export function attackAsInsiders(
  world: World,
  cell: Cell,
  knowledge: Knowledge,
  { programs, most, known }: { programs: Programs; most: number; known: ReadonlySet<string> },
): { findings: Finding[]; insiders: number } {
  const { bounds, sizes, width } = knowledge;
  if (bounds.contradiction || cell.answered) return { findings: [], insiders: 0 };
  const insiders = thinned(insidersOf(cell, knowledge), most);
  const found = new Map<string, Certain>();
  for (const insider of insiders) {
    const own = insider.atom * width + insider.place;
    bounds.assume([[own, 1]], (changed) => {
      for (const atom of new Set([...changed, own].map((unknown) => Math.floor(unknown / width)))) {
        const others = (sizes[atom] ?? 0) - (atom === insider.atom ? 1 : 0);
        const place = places(cell).find((one) => {
          const low = bounds.low[atom * width + one] ?? 0;
          return low - (atom === insider.atom && one === insider.place ? 1 : 0) >= others;
        });
        const key = `${atom} ${place}`;
        if (others > 0 && place !== undefined && !known.has(world.atoms[atom]?.name ?? '') && !found.has(key))
          found.set(key, { atom, place, insider, how: 'bounds' });
      }
    });
  }
  for (const insider of thinned(insiders, programs.insiders)) {
    const open = candidatesOf(cell, knowledge, 1, insider).filter(
      ({ atom, place }) => !found.has(`${atom} ${place}`) && !known.has(world.atoms[atom]?.name ?? ''),
    );
    for (const one of programs.certain(cell, knowledge, open, insider))
      found.set(`${one.atom} ${one.place}`, { ...one, insider, how: 'a linear program' });
  }
  return { findings: [...found.values()].map((one) => wordsOf(world, cell, one)), insiders: insiders.length };
}

function places(cell: Cell): number[] {
  // Of "cannot say" only the saying so is an answer.
  return cell.answered ? [0] : [...cell.places.keys()];
}

/** Atoms that can be certain at all: in truth all of them gave one answer, but for the insider. */
function candidatesOf(cell: Cell, { bounds, sizes, width }: Knowledge, but: number, insider?: Insider): Insider[] {
  return sizes.flatMap((size, atom) => {
    if (size === 0 || cell.answered) return [];
    const own = insider?.atom === atom ? but : 0;
    if (size - own <= 0) return [];
    return places(cell).flatMap((place) => {
      const unknown = atom * width + place;
      const isTrue = cell.truth === null || (cell.truth[atom]?.[place] ?? 0) >= size - own;
      const isOpen =
        (bounds.low[unknown] ?? 0) < (bounds.high[unknown] ?? 0) && (bounds.high[unknown] ?? 0) >= size - own;
      return isTrue && isOpen ? [{ atom, place }] : [];
    });
  });
}

function insidersOf(cell: Cell, { bounds, sizes, width }: Knowledge): Insider[] {
  return sizes.flatMap((size, atom) =>
    [...cell.places.keys()].flatMap((place) => {
      const count = cell.truth ? (cell.truth[atom]?.[place] ?? 0) : (bounds.high[atom * width + place] ?? 0);
      return size > 0 && count > 0 ? [{ atom, place }] : [];
    }),
  );
}

/** Evenly chosen, so that a run can be repeated. */
function thinned<Of>(all: readonly Of[], most: number): Of[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]).flatMap((one) =>
    one === undefined ? [] : [one],
  );
}

/** Small atoms whose every count is fixed by bounds, though they did not all answer alike. */
function pinned(world: World, cell: Cell, { bounds, sizes, width }: Knowledge): Finding[] {
  return sizes.flatMap((size, atom): Finding[] => {
    if (size < 2 || size >= cell.threshold) return [];
    const unknowns = [...cell.places.keys()].map((place) => atom * width + place);
    if (cell.answered && !((bounds.low[unknowns[0] ?? 0] ?? 0) > 0)) return [];
    const judged = cell.answered ? unknowns.slice(0, 1) : unknowns;
    if (judged.some((unknown) => bounds.low[unknown] !== bounds.high[unknown])) return [];
    const counts = judged.map((unknown) => bounds.low[unknown] ?? 0);
    if (!cell.answered && Math.max(...counts) >= size) return [];
    const derived = Object.fromEntries(counts.map((count, place) => [cell.places[place] || 'not', count]));
    const group = world.atoms[atom]?.name ?? '';
    return [
      {
        test: 'T6',
        says: `${cell.id}: how all ${size} of ${group} answered follows from bounds (${listed(derived)})`,
        item: cell.id,
        group,
        people: size,
        rows: rowsAround(cell, atom),
        derived,
        confirmed: cell.truth ? counts.every((count, place) => count === cell.truth?.[atom]?.[place]) : null,
      },
    ];
  });
}

function wordsOf(world: World, cell: Cell, { atom, place, insider, how }: Certain): Finding {
  const group = world.atoms[atom]?.name ?? '';
  const answers = cell.sizes[atom] ?? 0;
  const others = answers - (insider?.atom === atom ? 1 : 0);
  const name = cell.places[place] ?? '';
  const answered = name === '' ? `did not choose ${cell.places[0] ?? ''}` : `answered ${name}`;
  const by = insider
    ? ` to somebody of ${insider.atom === atom ? 'the same group' : (world.atoms[insider.atom]?.name ?? '')} who knows one answer, ${cell.places[insider.place] || 'not chosen'}`
    : '';
  const truth = cell.truth?.[atom]?.[place];
  const own = insider?.atom === atom && insider.place === place ? 1 : 0;
  return {
    test: insider ? 'T10' : 'T6',
    says: `${cell.id}: it is certain${by} that ${others === 1 ? 'the one person' : `all ${others}`} of ${group} ${answered} (${how})`,
    item: cell.id,
    group,
    people: others,
    rows: rowsAround(cell, atom),
    derived: { [name === '' ? 'not' : name]: others },
    confirmed: truth === undefined ? null : truth - own === others,
  };
}

/** The rows that speak of an atom, smallest population first: what the bounds are made of. */
function rowsAround(cell: Cell, atom: number): Finding['rows'] {
  return cell.statements
    .filter(({ members }) => members.includes(atom))
    .toSorted((a, b) => a.members.length - b.members.length)
    .slice(0, 12)
    .map(({ told }) => ({ factor: '', row: `${nameOf(told.population)}: ${figuresOf(told)}` }));
}

function figuresOf({ bound, counts, n }: Cell['statements'][number]['told']): string {
  if (bound) return `${bound.category} at least ${bound.least}`;
  return `${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')} of ${n ?? '?'}`;
}

function listed(derived: Readonly<Record<string, number>>): string {
  return Object.entries(derived)
    .map(([name, count]) => `${name}: ${count}`)
    .join(', ');
}

function misread(cell: Cell): Finding {
  const says = `${cell.id}: the published rows contradict each other, or do not belong to these files`;
  return { test: 'T0', says, item: cell.id, group: '', people: 0, rows: [], derived: {}, confirmed: null };
}
