import { setImmediate } from 'node:timers/promises';
import { drawChart } from './draw-chart.ts';
import { printFigure, type PrintedFigure } from './drawings.ts';
import type { Drawing, Figure } from './figure.ts';

/** A drawing that nobody keeps. */
export function printDrawing({ chart, height }: Drawing): string {
  return drawChart(chart, height);
}

/** Figures with the drawings of their rows, which nobody keeps: made one after another, so that others go on meanwhile. */
export async function printFigures(figures: readonly Figure[]): Promise<PrintedFigure[]> {
  const svgs = new Map<Drawing, string>();
  for (const { drawing } of figures.flatMap(({ rows }) => rows)) {
    if (!drawing) continue;
    svgs.set(drawing, printDrawing(drawing));
    await setImmediate();
  }
  return figures.map((figure) => printFigure(figure, (drawing) => svgs.get(drawing) ?? null));
}
