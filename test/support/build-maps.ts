import {
  comparabilityMapSchema,
  type ComparabilityMap,
  type ComparabilityMapInput,
} from '../../server/comparability/comparability-schema.ts';
import { words } from './words.ts';

type ItemInput = ComparabilityMapInput['items'][number];
type UnitInput = ComparabilityMapInput['units'][number];

const decision = { author: 'survey_editor', decided: '2025-01-31' } as const;

/** A relation of an item to itself under the same code, with a note unless it is identical. */
export function related(
  code: string,
  match: NonNullable<ItemInput['match']>,
  more: Partial<ItemInput> = {},
): ItemInput {
  const note = match === 'identical' ? {} : { note: words(`${code} ${match}`) };
  return { from: code, to: code, match, ...note, ...decision, ...more };
}

/** An item that only one version has. */
export function alone(side: 'from' | 'to', code: string): ItemInput {
  return { from: null, to: null, [side]: code, note: words(`${code} alone`), ...decision };
}

/** A recode onto classes named by their codes: `{ '1': 'low' }`. */
export function recode(from: Record<string, string | null>, to: Record<string, string | null>) {
  const classes = new Set([...Object.values(from), ...Object.values(to)].filter((code) => code !== null));
  return { common: [...classes].map((code) => ({ code, label: words(code) })), from, to };
}

/** Steps 1 … n cut into classes: `steps({ low: 2, mid: 2, high: 2 })` maps six steps onto three. */
export function steps(sizes: Record<string, number>): Record<string, string> {
  const targets = Object.entries(sizes).flatMap(([code, size]) => Array<string>(size).fill(code));
  return Object.fromEntries(targets.map((code, index) => [String(index + 1), code]));
}

export function unitChange(
  kind: UnitInput['kind'],
  from: string[],
  to: string[],
  more: Partial<UnitInput> = {},
): UnitInput {
  return {
    kind,
    list: 'institutions',
    from,
    to,
    since: '2024-01-01',
    note: words(`${kind} ${to.join('+')}`),
    ...decision,
    ...more,
  };
}

/** A map of two versions. */
export function aMap(from: number, to: number, parts: Partial<ComparabilityMapInput> = {}): ComparabilityMap {
  return comparabilityMapSchema.parse({
    survey: 'test-career',
    from,
    to,
    items: [],
    background: [],
    units: [],
    ...parts,
  });
}
