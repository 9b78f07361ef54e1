/** A group must have this many writers for their texts to be shown (statistics 2.9). */
export const FEWEST_WRITERS = 10;
/** Fewer new texts than this are never added to a group at once: a single new one would have one author. */
export const SMALLEST_BATCH = 5;

export type Writer = { key: string; institution: string; degree: string; field: string };

/** The groups that a writer belongs to, lowest first. */
export function groupsOf({ institution, degree, field }: Omit<Writer, 'key'>): string[] {
  return [`degree/${institution}/${degree}`, `institution_field/${institution}/${field}`, `field/${field}`, 'nation'];
}

export type PlacingFacts<T extends Writer> = {
  /** Approved texts that are shown nowhere yet: one text a writer. */
  waiting: readonly T[];
  /** Texts that are shown, each in its one group. */
  shown: readonly { writer: Writer; group: string }[];
  /** Whether a group may be spoken of at all. */
  mayOpen: (group: string) => boolean;
};
export type Placing<T extends Writer> = { placed: ReadonlyMap<string, readonly T[]>; held: readonly T[] };

type Node<T> = { group: string; children: Map<string, Node<T>>; own: T[] };
type State<T extends Writer> = {
  facts: PlacingFacts<T>;
  /** Groups that are shown already. */
  old: ReadonlySet<string>;
  /** By group: how many of its texts are shown in it or above it. */
  atOrAbove: ReadonlyMap<string, number>;
  /** Groups with something shown below them already. */
  oldBelow: ReadonlySet<string>;
  opened: Map<string, T[]>;
  added: Map<string, T[]>;
  held: T[];
};

/**
 * In which group each text is shown: the lowest with ten writers or more, and each text in one group
 * only. What is left of a group after those shown below it is ten texts or more, or none: else the
 * smallest group below joins it, so that nobody stands out by what is missing. Groups that are shown
 * already take new texts in batches of five or more. What finds no place is held back.
 *
 * @example placeTexts({ waiting: nineOfOneDegree, shown: [], mayOpen: () => true }).held.length // 9
 */
export function placeTexts<T extends Writer>(facts: PlacingFacts<T>): Placing<T> {
  const state = startState(facts);
  const left = placeNode(state, treeOf(facts.waiting), []);
  return { placed: new Map([...state.opened, ...state.added]), held: [...state.held, ...left] };
}

/** Places what it can of a group and gives what goes up to the next one. */
function placeNode<T extends Writer>(state: State<T>, node: Node<T>, above: readonly string[]): T[] {
  const before = new Set(state.opened.keys());
  const path = [...above, node.group];
  const rest = [...node.own, ...[...node.children.values()].flatMap((child) => placeNode(state, child, path))];
  const openedBelow = [...state.opened.keys()].filter((group) => !before.has(group));
  if (rest.length > 0 && rest.length < FEWEST_WRITERS && openedBelow.length > 0 && !state.old.has(node.group))
    rest.push(...closeSmallest(state, openedBelow));
  if (rest.length === 0) return [];
  if (state.old.has(node.group)) {
    if (rest.length < SMALLEST_BATCH) state.held.push(...rest);
    else state.added.set(node.group, rest);
    return [];
  }
  if (rest.length >= FEWEST_WRITERS) {
    if (!mayOpen(state, node.group, above)) return rest;
    state.opened.set(node.group, rest);
    return [];
  }
  if (!state.oldBelow.has(node.group)) return rest;
  state.held.push(...rest);
  return [];
}

/** A group opens unless what is left of one above it would then be fewer than ten. */
function mayOpen<T extends Writer>(state: State<T>, group: string, above: readonly string[]): boolean {
  const leavesFew = (upper: string) => {
    const left = state.atOrAbove.get(upper) ?? 0;
    return left > 0 && left < FEWEST_WRITERS;
  };
  return state.facts.mayOpen(group) && !above.some(leavesFew);
}

function closeSmallest<T extends Writer>(state: State<T>, groups: readonly string[]): T[] {
  const size = (group: string) => state.opened.get(group)?.length ?? 0;
  const [smallest = ''] = groups.toSorted((a, b) => size(a) - size(b) || (a < b ? -1 : 1));
  const texts = state.opened.get(smallest) ?? [];
  state.opened.delete(smallest);
  return texts;
}

function startState<T extends Writer>(facts: PlacingFacts<T>): State<T> {
  const atOrAbove = new Map<string, number>();
  const oldBelow = new Set<string>();
  for (const { writer, group } of facts.shown) {
    const groups = groupsOf(writer);
    const at = groups.indexOf(group);
    for (const [index, one] of groups.entries()) {
      if (index <= at) atOrAbove.set(one, (atOrAbove.get(one) ?? 0) + 1);
      else oldBelow.add(one);
    }
  }
  const old = new Set(facts.shown.map(({ group }) => group));
  return { facts, old, atOrAbove, oldBelow, opened: new Map(), added: new Map(), held: [] };
}

function treeOf<T extends Writer>(writers: readonly T[]): Node<T> {
  const root: Node<T> = { group: 'nation', children: new Map(), own: [] };
  for (const writer of writers) {
    let node = root;
    for (const group of groupsOf(writer).toReversed().slice(1)) {
      const child: Node<T> = node.children.get(group) ?? { group, children: new Map(), own: [] };
      node.children.set(group, child);
      node = child;
    }
    node.own.push(writer);
  }
  return root;
}
