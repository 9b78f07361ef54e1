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

/** Makes drawings, in their order. */
export type Draw = (drawings: readonly Drawing[]) => Promise<readonly string[]>;
type DrawDeps = { db: Db; draw?: Draw };

/**
 * A report with all its drawings; those that nobody has made yet are made and kept. A first report draws a
 * hundred charts, one at a time, and others go on meanwhile. `draw`: draws elsewhere, in no turn.
 */
export async function withAllDrawings(
  { db, draw }: DrawDeps,
  view: ReportView,
  { drawings, ...place }: Place & { drawings: ReadonlyMap<string, string> },
): Promise<PrintedReport> {
  const wanted = drawingsOf(view);
  const isDrawn = [...wanted.keys()].every((name) => drawings.has(name));
  if (isDrawn) return withDrawings(view, drawings);
  const asked = { ...place, wanted };
  const made = draw ? makeMissing(db, asked, draw) : inTurn(() => makeMissing(db, asked, drawHere));
  return withDrawings(view, await made);
}

async function makeMissing(
  db: Db,
  { releaseId, key, wanted }: Asked,
  draw: Draw,
): Promise<ReadonlyMap<string, string>> {
  // Read again: who had the turn before may have drawn this very report.
  const known = await asReportRole(db, async (trx) => selectDrawings(trx, releaseId, key));
  const missing = [...wanted].filter(([name]) => !known.has(name));
  const svgs = await draw(missing.map(([, drawing]) => drawing));
  if (svgs.length !== missing.length) throw new Error('other charts were drawn than were asked for');
  const made = new Map(missing.map(([name], index) => [name, svgs[index] ?? '']));
  await insertDrawings(db, releaseId, key, made);
  return new Map([...known, ...made]);
}

const drawHere: Draw = async (drawings) => {
  const svgs: string[] = [];
  for (const { chart, height } of drawings) {
    svgs.push(drawChart(chart, height));
    await setImmediate();
  }
  return svgs;
};

let turn: Promise<unknown> = Promise.resolve();

/** One report is drawn at a time: many at once would leave the database no moment, and none would be sooner. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}
