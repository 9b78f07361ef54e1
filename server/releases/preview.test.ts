import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES } from '../engine/text.ts';
import { rough } from './preview.ts';
import { toPreviewView } from './preview-view-model.ts';

describe('counts of groups for those who publish', () => {
  test('none, fewer than ten, or to the nearest five', () => {
    expect([0, 1, 9, 10, 12, 13, 41].map(rough)).toEqual([0, 'few', 'few', 10, 10, 15, 40]);
  });

  test('never tell whether one group more or less was hidden, but at the ends of a step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (count) => {
        const same = [count - 1, count + 1].filter((other) => rough(other) === rough(count));
        expect(same.length).toBeGreaterThan(0);
      }),
    );
  });

  test.each(LANGUAGES)('are said in words, in %s', (language) => {
    const facts = { respondents: 900, target: 2500, degrees: 90, shownDegrees: 60, exactCells: 5, boundedCells: 6 };
    const counts = { smallDegrees: 'few', protectingDegrees: 0, toldDegrees: 40, hiddenCells: 7 } as const;
    const view = toPreviewView('autumn', { ...facts, ...counts }, language);
    expect(view.parts.map(({ lines }) => lines.length)).toEqual([6, 2, 1]);
    expect(view.parts.flatMap(({ lines }) => lines).join(' ')).not.toMatch(/undefined|null/);
    expect(view.parts[2]?.lines[0]).toContain('40');
    const later = toPreviewView('autumn', { ...facts, ...counts, later: { renewed: 321, standing: 123 } }, language);
    expect(later.parts[0]?.lines.join(' ')).toMatch(/321.*123/);
  });
});
