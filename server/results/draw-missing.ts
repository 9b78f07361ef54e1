import { setImmediate } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import { drawChart } from './draw-chart.ts';
import { drawingsOf } from './drawings.ts';
import { insertDrawings } from './store.ts';
import type { ReportView } from './view-model.ts';

/** Every drawing of a report: those that were kept, and the others, which are made now and kept. */
export async function drawMissing(
  deps: Pick<Deps, 'db'>,
  view: ReportView,
  { release, key, drawings }: { release: string; key: string; drawings: ReadonlyMap<string, string> },
): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  for (const [name, { chart, height }] of drawingsOf(view)) {
    if (drawings.has(name)) continue;
    made.set(name, drawChart(chart, height));
    await setImmediate(); // a first report draws a hundred charts: others go on meanwhile
  }
  await insertDrawings(deps.db, release, key, made);
  return new Map([...drawings, ...made]);
}
