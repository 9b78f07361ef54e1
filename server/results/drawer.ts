import type { Drawing } from './figure.ts';
import { helperProcess, type HelperProcess } from './helper-process.ts';

/** A drawing process keeps a little memory of each report. */
const MOST_REPORTS = 300;

/** Makes drawings, in their order: SVG elements of ours. */
export type Drawer = HelperProcess<readonly Drawing[], readonly string[]>;

/** Draws in a process of its own, of a low priority. */
export function makeDrawer(): Drawer {
  return helperProcess({
    module: new URL('draw-process.ts', import.meta.url),
    name: 'The process that draws charts',
    mostPieces: MOST_REPORTS,
  });
}
