import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskedEmail, maskedPhone } from './mask.ts';

test('worked examples', () => {
  expect(maskedEmail('anna.virtanen@example.org')).toBe('a…@example.org');
  expect(maskedEmail('odd')).toBe('…');
  expect(maskedPhone('+358401234567')).toBe('+358…67');
  expect(maskedPhone('12345')).toBe('…');
});

test('of the part before the sign one character is told, of a number six at most', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (email) => {
      const local = email.slice(0, email.lastIndexOf('@'));
      const shown = maskedEmail(email);
      expect(shown.slice(0, shown.lastIndexOf('@'))).toBe(`${[...local][0]}…`);
    }),
  );
  fc.assert(fc.property(fc.stringMatching(/^\+\d{7,14}$/), (phone) => maskedPhone(phone).length === 7));
});
