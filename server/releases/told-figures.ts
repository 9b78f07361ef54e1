import { z } from 'zod';
import type { Window } from '../disclosure/window-catalogue.ts';

/** Windows as a manifest names them; a release of an earlier version of the product has none. */
export const windowsSchema = z
  .array(z.object({ period: z.string(), rounds: z.array(z.string()) }))
  .default([])
  .transform((windows) => windows.map(({ period, rounds }) => ({ period, rounds })));

/** What the manifest of a release says of how its windows were made; null where it shows none. */
export function windowsIn(manifest: unknown): { windows: Window[]; beside: readonly string[] } | null {
  const { windows } = besideSchema.parse(manifest);
  const [first] = windows;
  return first ? { windows: windows.map(({ period, rounds }) => ({ period, rounds })), beside: first.beside } : null;
}

const besideSchema = z.object({
  windows: z
    .array(z.object({ period: z.string(), rounds: z.array(z.string()), beside: z.array(z.string()).default([]) }))
    .default([]),
});

/** Notes that a cell is shown in a population. */
export function noteFigure(where: Map<string, Set<string>>, id: string, key: string): void {
  where.set(id, (where.get(id) ?? new Set()).add(key));
}
