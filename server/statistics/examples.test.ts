import { describe, expect, test } from '@jest/globals';
import { adjustPValues } from './adjust-p-values.ts';
import { checkedShare } from './checked-share.ts';
import { compareItem } from './compare-item.ts';
import { dispositionOf } from './disposition.ts';
import { ownGaps } from './own-gaps.ts';
import { chiSquareP, normalP, tP } from './p-values.ts';
import { reliability, widestHalf } from './reliability.ts';
import { tStatistic } from './t-test.ts';

// Examples of the doc comments that no worked example covers.
describe('examples in the comments', () => {
  test.each([
    ['normalP', normalP(1.836046), '0.066351'],
    ['tP', tP(4.311172, 11), '0.001233'],
    ['chiSquareP', chiSquareP(4.457739, 5), '0.485558'],
    ['widestHalf of 93', widestHalf(93), '0.099584'],
    ['widestHalf of 21', widestHalf(21), '0.196621'],
    ['checkedShare', checkedShare(3, 4), '0.750000'],
    ['tStatistic', tStatistic(2, 1, 10).t, '2.000000'],
  ])('%s', (_name, found, expected) => {
    expect(found?.toFixed(6)).toBe(expected);
  });

  test('Holm of three', () => {
    expect(adjustPValues([0.01, 0.04, 0.03], 'holm').map((p) => p.toFixed(6))).toEqual([
      '0.030000',
      '0.060000',
      '0.060000',
    ]);
  });

  test('a saved half with the mandatory block is partial', () => {
    const facts = { ineligible: false, submitted: false, refused: false, undeliverable: false, opened: true };
    expect(dispositionOf({ ...facts, answered: 12, applicable: 20, mandatoryBlockAnswered: true })).toBe('partial');
  });

  test('reliability of 41 answers', () => {
    expect(reliability(41, 0.37, 0.08)).toBe('fair');
    expect(reliability(41, 0.25, 0.12)).toBe('weak');
  });

  test('the surer gap stands before the larger one', () => {
    const gap = (code: string, own: readonly number[]) =>
      ({ code, measure: 'gap', stronger: 'lower', scores: [-5, 0, 1, 2, 3, 5], own, other: [] }) as const;
    const found = ownGaps([gap('wide', [10, 0, 0, 6, 0, 25]), gap('sure', [0, 2, 5, 30, 4, 0])], 21, 30);
    expect(found.map(({ code }) => code)).toEqual(['sure', 'wide']);
    expect(found[0]?.gap.value ?? 9).toBeLessThan(found[1]?.gap.value ?? 0);
  });

  test('a share of two groups', () => {
    const share = { own: { chosen: 18, n: 25 }, other: { chosen: 12, n: 22 } };
    const found = compareItem({ code: 'x', measure: 'share', stronger: 'higher', ...share });
    expect(found?.difference.value.toFixed(6)).toBe('0.174545');
    expect(found?.difference.low.toFixed(6)).toBe('-0.095040');
  });
});
