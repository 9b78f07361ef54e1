/** What a mark in a text may be. `rare` only marks; each of the others asks for a second reviewer. */
export const FLAG_KINDS = [
  'email',
  'link',
  'phone',
  'identity',
  'person',
  'organisation',
  'known',
  'name',
  'date',
  'only_one',
  'rare',
] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

/** Letters [start, end) of a text. */
export type Span = readonly [start: number, end: number];
export type Flag = { kind: FlagKind; span: Span };
/** A marked part of a text, with every reason that lies in it. */
export type Mark = { span: Span; kinds: readonly FlagKind[] };

/** Every match of a pattern (with the flag g) as flags of one kind. */
export function flagsOf(kind: FlagKind, body: string, pattern: RegExp): Flag[] {
  return [...body.matchAll(pattern)].map((match) => ({ kind, span: [match.index, match.index + match[0].length] }));
}

/**
 * Flags that overlap become one mark, in order of the text.
 *
 * @example joinFlags([{ kind: 'person', span: [0, 5] }, { kind: 'rare', span: [3, 9] }]) // one mark, [0, 9]
 */
export function joinFlags(flags: readonly Flag[]): Mark[] {
  const marks: { span: Span; kinds: FlagKind[] }[] = [];
  for (const { kind, span } of flags.toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
    const last = marks.at(-1);
    if (!last || span[0] >= last.span[1]) {
      marks.push({ span, kinds: [kind] });
      continue;
    }
    last.span = [last.span[0], Math.max(last.span[1], span[1])];
    if (!last.kinds.includes(kind)) last.kinds.push(kind);
  }
  return marks.map(({ span, kinds }) => ({ span, kinds: FLAG_KINDS.filter((kind) => kinds.includes(kind)) }));
}

/** Whether a mark asks for a second pair of eyes. */
export function needsSecond(marks: readonly Mark[]): boolean {
  return marks.some(({ kinds }) => kinds.some((kind) => kind !== 'rare'));
}
