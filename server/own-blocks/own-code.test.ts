import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { optionCodeSchema, codeSchema } from '../engine/question.ts';
import { isCodeOf, newOwnCode } from './own-code.ts';

test('numbers go up and are never used again', () => {
  const owner = { institution: 'X0101', degree: null };
  expect(newOwnCode(owner, [])).toBe('own_x0101_1');
  expect(newOwnCode(owner, ['own_x0101_2', 'own_x0101_671101_9', 'own_x0102_7'])).toBe('own_x0101_3');
  expect(newOwnCode({ ...owner, degree: '671101' }, ['own_x0101_2'])).toBe('own_x0101_671101_1');
});

test('any owner gets codes that the schema takes, all different, and knows them as its own', () => {
  const code = fc
    .stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/)
    .filter((text) => optionCodeSchema.safeParse(text).success);
  fc.assert(
    fc.property(code, fc.option(code), (institution, degree) => {
      const owner = { institution, degree };
      const used = new Set<string>();
      for (let count = 0; count < 12; count += 1) {
        const made = newOwnCode(owner, used);
        expect(codeSchema.safeParse(made).success).toBe(true);
        expect(used.has(made)).toBe(false);
        expect(isCodeOf(owner, made)).toBe(true);
        used.add(made);
      }
    }),
  );
});
