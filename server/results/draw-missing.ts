import { setImmediate } from 'node:timers/promises';
import type { Db } from '../db/schema/index.ts';
import { asReportRole } from '../db/with-role.ts';
import { drawChart } from './draw-chart.ts';
import type { Drawing } from './figure.ts';
import { insertDrawings, selectDrawings } from './store.ts';

type Asked = { releaseId: string; key: string; wanted: ReadonlyMap<string, Drawing> };

/**
 * All drawings of a report; those that nobody has made yet are made and kept. A first report draws a hundred
 * charts, one at a time, and others go on meanwhile.
 */
export function drawMissing(db: Db, asked: Asked): Promise<ReadonlyMap<string, string>> {
  return inTurn(() => draw(db, asked));
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
