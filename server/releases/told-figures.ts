import { z } from 'zod';

/** Windows as a manifest names them; a release of an earlier version of the product has none. */
export const windowsSchema = z
  .array(z.object({ period: z.string(), rounds: z.array(z.string()) }))
  .default([])
  .transform((windows) => windows.map(({ period, rounds }) => ({ period, rounds })));

/** Notes that a cell is shown in a population. */
export function noteFigure(where: Map<string, Set<string>>, id: string, key: string): void {
  where.set(id, (where.get(id) ?? new Set()).add(key));
}
