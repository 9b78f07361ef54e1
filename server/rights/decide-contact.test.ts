import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideContact } from './decide-contact.ts';

test('a Finnish number may begin with zero, spaces and dashes do not matter', () => {
  for (const phone of ['040 123 4567', '+358 40-123 4567', '00358401234567', '(040) 1234567']) {
    expect(decideContact({ phone }, 'fi')).toEqual({
      kind: 'change',
      change: { email: null, phone: '+358401234567', language: null },
    });
  }
});

test('blank fields and the language that is stored change nothing', () => {
  expect(decideContact({ email: ' ', contact_language: 'fi' }, 'fi')).toMatchObject({ kind: 'invalid', nothing: true });
  expect(decideContact({ contact_language: 'sv' }, 'fi')).toMatchObject({ change: { email: null, language: 'sv' } });
  expect(decideContact({ contact_language: 'xx' }, null)).toMatchObject({ nothing: true });
});

test('one bad field keeps the other from being saved half', () => {
  const form = { email: 'a@example.org', phone: 'soita' };
  expect(decideContact(form, 'fi')).toMatchObject({ kind: 'invalid', badEmail: false, badPhone: true, typed: form });
});

test('whatever is posted: a decision, and an address that is kept has one @ and no space', () => {
  const value = fc.oneof(fc.string(), fc.emailAddress(), fc.array(fc.string()), fc.constant(undefined));
  fc.assert(
    fc.property(fc.record({ email: value, phone: value, contact_language: value }), (form) => {
      const decision = decideContact(form, 'fi');
      if (decision.kind !== 'change') return;
      if (decision.change.email !== null) expect(decision.change.email).toMatch(/^[^\s@]+@[^\s@]+$/);
      if (decision.change.phone !== null) expect(decision.change.phone).toMatch(/^\+\d{7,15}$/);
    }),
  );
});
