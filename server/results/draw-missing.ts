import { setImmediate } from 'node:timers/promises';
import type { Db } from '../db/schema/index.ts';
import { asReportRole } from '../db/with-role.ts';
import { drawChart } from './draw-chart.ts';
import { drawingsOf, withDrawings, type PrintedReport } from './drawings.ts';
import type { Drawing } from './figure.ts';
import { insertDrawings, selectDrawings } from './store.ts';
import type { ReportView } from './view-model.ts';

export type { PrintedReport };

type Place = { releaseId: string; key: string };
type Asked = Place & { wanted: ReadonlyMap<string, Drawing> };

/**
 * A report with all its drawings; those that nobody has made yet are made and kept. A first report draws a
 * hundred charts, one at a time, and others go on meanwhile.
 */
export async function withAllDrawings(
  db: Db,
  view: ReportView,
  { drawings, ...place }: Place & { drawings: ReadonlyMap<string, string> },
): Promise<PrintedReport> {
  const wanted = drawingsOf(view);
  const isDrawn = [...wanted.keys()].every((name) => drawings.has(name));
  return withDrawings(view, isDrawn ? drawings : await inTurn(() => draw(db, { ...place, wanted })));
}

async function draw(db: Db, { releaseId, key, wanted }: Asked): Promise<ReadonlyMap<string, string>> {
  // Read again: who had the turn before may have drawn this very report.
  const known = await asReportRole(db, async (trx) => selectDrawings(trx, releaseId, key));
  const made = new Map<string, string>();
  for (const [name, { chart, height }] of wanted) {
    if (known.has(name)) continue;
    made.set(name, drawChart(chart, height));
    await setImmediate();
  }
  await insertDrawings(db, releaseId, key, made);
  return new Map([...known, ...made]);
}

let turn: Promise<unknown> = Promise.resolve();

/** One report is drawn at a time: many at once would leave the database no moment, and none would be sooner. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}
