import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPhone } from './phone.ts';

test.each([
  ['040 123 4567', '+358401234567'],
  ['+358 (40) 123-4567', '+358401234567'],
  ['00358.40.1234567', '+358401234567'],
  ['358401234567', '+358401234567'],
  ['0046 (70) 123-4567', '+46701234567'],
  ['040', null],
  ['', null],
  ['+0401234567', null],
  ['000401234567', null],
  ['040 123 456 789 012 345', null],
  ['call 040 123 4567', null],
])('“%s” is kept as %s', (text, kept) => {
  expect(readPhone(text)).toBe(kept);
});

test('what is kept is read as itself, whatever it is parted with', () => {
  const part = fc.tuple(fc.constantFrom('', ' ', '-', '.'), fc.integer({ min: 100, max: 999 }));
  const parts = fc.array(part, { minLength: 2, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom('+46 ', '0046', '040', '(040)', '35840'), parts, (prefix, rest) => {
      const digits = rest.map(([, three]) => three).join('');
      const kept = readPhone(prefix + rest.map(([between, three]) => `${between}${three}`).join(''));
      expect(kept).toBe(`${prefix.includes('46') ? '+46' : '+35840'}${digits}`);
      expect(readPhone(kept ?? '')).toBe(kept);
    }),
  );
});
