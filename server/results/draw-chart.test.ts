import { expect, test } from '@jest/globals';
import { CHART_COLOURS, standIn } from './chart-colours.ts';
import { drawChart } from './draw-chart.ts';
import { rowChart } from './row-chart.ts';

const chart = () =>
  rowChart({
    height: 30,
    from: 0,
    to: 100,
    gridStep: 50,
    marks: [
      { kind: 'bar', from: 0, to: 50, thickness: 14, colour: 'own', text: '50', textColour: 'on-step1' },
      { kind: 'line', from: 40, to: 60, width: 2, colour: 'interval' },
      { kind: 'point', at: 25, shape: 'dot', colour: 'own' },
      { kind: 'point', at: 75, shape: 'diamond', colour: 'field' },
    ],
  });

test('every mark is drawn, in the colours of the page, at its place', () => {
  const svg = drawChart(chart(), 30);
  // 376 units from 12 to 388 are 0 to 100.
  expect(svg).toMatch(/<path fill="var\(--chart-own\)" d="M12(\.\d)? /);
  expect(svg).toMatch(/L200(\.\d)? /);
  expect(svg).toMatch(/<circle fill="var\(--chart-own\)" cx="106" cy="15" r="7"\/>/);
  expect(svg).toMatch(/stroke="var\(--chart-interval\)".*d="M162.4 15L162.4 15L237.6 15"/);
  expect(svg).toMatch(/stroke="var\(--chart-field\)"/);
  expect(svg.match(/stroke="var\(--chart-grid\)"/g)).toHaveLength(3);
});

test('text stays text, anchored at the middle of its bar', () => {
  expect(drawChart(chart(), 30)).toMatch(
    /<text fill="var\(--chart-on-step1\)" font-size="16" text-anchor="middle" x="106(\.\d)?" y="20.9">50<\/text>/,
  );
});

test('a drawing has no colour, id, style or font of its own, and is hidden from screen readers', () => {
  const svg = drawChart(chart(), 30);
  expect(svg).toMatch(/^<svg viewBox="0 0 400 30" aria-hidden="true" focusable="false">/);
  expect(svg).not.toMatch(/#|\bid=|style|font-family|clip|xmlns|<\?xml/i);
  expect(svg.length).toBeLessThan(1500);
});

test('the same chart gives the same drawing', () => {
  expect(drawChart(chart(), 30)).toBe(drawChart(chart(), 30));
});

test('stand-ins differ from each other', () => {
  expect(new Set(CHART_COLOURS.map(standIn)).size).toBe(CHART_COLOURS.length);
});
