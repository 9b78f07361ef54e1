import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, SvgExportFlag, type SvgCanvas } from '@napi-rs/canvas';
import {
  BarController,
  BarElement,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartItem,
  type Plugin,
} from 'chart.js';
import { withPageColours } from './chart-colours.ts';
import { CHART_WIDTH, type RowChart } from './row-chart.ts';

// Of Chart.js and the canvas the page gets only lines and fills: an SVG whose colours are variables.

const FONT = 'DejaVu Sans';
const TEXT_SIZE = 16; // of 400 units: 11.5 px where the drawing is 288 px wide, on the smallest phone
const require = createRequire(import.meta.url);
GlobalFonts.registerFromPath(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), FONT);
Chart.register(BarController, BarElement, LineController, LineElement, PointElement, LinearScale, Filler);

/** Prints a bar's label in its middle, a point's at the point. Drawn from the left: `simplify` turns that into a middle anchor. */
const barText: Plugin<'bar' | 'line'> = {
  id: 'barText',
  afterDatasetsDraw(chart) {
    const { ctx, scales } = chart;
    for (const dataset of chart.data.datasets) {
      const point = dataset.data[0];
      if (dataset.label === undefined || !isAt(point)) continue;
      const [from, to] = Array.isArray(point.x) ? point.x : [point.x, point.x];
      const middle = ((scales['x']?.getPixelForValue(from) ?? 0) + (scales['x']?.getPixelForValue(to) ?? 0)) / 2;
      ctx.font = `${TEXT_SIZE}px "${FONT}"`;
      ctx.textAlign = 'left';
      ctx.fillStyle = String(dataset.borderColor);
      ctx.fillText(dataset.label, middle, (scales['y']?.getPixelForValue(point.y) ?? 0) + TEXT_SIZE * 0.36);
    }
  },
};

/** Draws one row as an SVG element without words, ids or styles of its own; hidden from screen readers. */
export function drawChart(chart: RowChart, height: number): string {
  const canvas: SvgCanvas = createCanvas(CHART_WIDTH, height, SvgExportFlag.NoPrettyXML);
  Object.assign(canvas, { style: {} }); // Chart.js sets the size of a page's canvas there
  // The canvas of this package has what Chart.js uses of a browser's.
  const context = canvas.getContext('2d') as unknown as ChartItem;
  const drawn = new Chart(context, { ...chart, plugins: [barText] });
  const svg = canvas.getContent().toString();
  drawn.destroy();
  return simplify(svg, height);
}

function simplify(svg: string, height: number): string {
  const body = svg
    .replace(/^.*?<svg[^>]*>(<rect fill-opacity="0"[^>]*>)?/s, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/ stroke-miterlimit="[^"]*"/g, '')
    .replace(/ fill="none" stroke="([^"]*)"/g, ' stroke="$1" fill="none"')
    .replace(/<path ([^>]*)d="([^"]*)"\/>/g, (_, attributes: string, path: string) => shortPath(attributes, path))
    .replace(
      /<text ([^>]*?)font-family="[^"]*" x="([^",]*)[^"]*" y="([^",]*)[^"]*">/g,
      (_, attributes: string, x: string, y: string) => {
        return `<text ${attributes}text-anchor="middle" x="${short(x)}" y="${short(y)}">`;
      },
    );
  return `<svg viewBox="0 0 ${CHART_WIDTH} ${height}" aria-hidden="true" focusable="false">${withPageColours(body)}</svg>`;
}

/** The canvas writes a circle as a hundred curves. */
function shortPath(attributes: string, path: string): string {
  const numbers = path.match(/-?[\d.]+/g) ?? [];
  if ((path.match(/Q/g) ?? []).length < 40) return `<path ${attributes}d="${path.replace(/-?\d+\.\d+/g, short)}"/>`;
  const xs = numbers.filter((_, index) => index % 2 === 0).map(Number);
  const ys = numbers.filter((_, index) => index % 2 === 1).map(Number);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return `<circle ${attributes}cx="${short((left + right) / 2)}" cy="${short((top + bottom) / 2)}" r="${short((right - left) / 2)}"/>`;
}

function short(number: string | number): string {
  return String(Math.round(Number(number) * 10) / 10);
}

function isAt(point: unknown): point is { x: number | [number, number]; y: number } {
  return typeof point === 'object' && point !== null && 'x' in point && 'y' in point;
}
