import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dkimState, dmarcState, spfState } from './decide-domain.ts';
import { decideSettings } from './decide-settings.ts';

test('an empty form is no setting and no fault', () => {
  const { settings, problems } = decideSettings({});
  expect(problems).toEqual([]);
  expect(settings.senders).toEqual(['fi', 'sv', 'en'].map((language) => ({ language, name: '', reply_to: '' })));
});

test.each([
  ['name_fi', 'Koulu <x@y.fi>', 'name'],
  ['name_sv', 'a\nBcc: other@example.org', 'name'],
  ['name_en', 'x'.repeat(61), 'name'],
  ['reply_fi', 'nobody', 'email'],
  ['reply_sv', 'a@b@c.fi', 'email'],
  ['reply_sv', 'a@example.fi, b@example.fi', 'email'],
  ['reply_en', 'noreply@example.fi', 'unread'],
  ['reply_en', 'no-reply@example.fi', 'unread'],
  ['reply_fi', 'eivastausta@example.fi', 'unread'],
  ['contact_email', 'x', 'email'],
  ['contact_phone', 'call me', 'phone'],
])('%s "%s" is refused', (field, value, why) => {
  expect(decideSettings({ [field]: value }).problems).toEqual([{ field, why }]);
});

test('what is accepted as a name can stand in a header of mail by itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const { settings, problems } = decideSettings({ name_fi: name });
      if (problems.length === 0) expect(settings.senders[0]?.name ?? '').not.toMatch(/[\r\n"<>@,;]/);
    }),
  );
});

test('what a domain says of its mail is told apart', () => {
  expect(spfState(null)).toBe('unknown');
  expect(spfState(['something else'])).toBe('missing');
  expect(spfState(['v=spf1 include:_spf.example.org ~all', 'x'])).toBe('good');
  expect(spfState(['v=spf1 redirect=_spf.example.org'])).toBe('good');
  expect(spfState(['v=spf1 +all'])).toBe('weak');
  expect(spfState(['v=spf1 mx -all', 'v=spf1 a -all'])).toBe('several');
  expect(dmarcState([])).toBe('missing');
  expect(dmarcState(['v=DMARC1; p=none; rua=mailto:x@example.org'])).toBe('weak');
  expect(dmarcState(['v=DMARC1; p=reject'])).toBe('good');
  expect(dmarcState(['v=DMARC1; sp=none; p = quarantine'])).toBe('good');
  expect(dkimState([], 'AB')).toBe('missing');
  expect(dkimState(['v=DKIM1; k=rsa; p=AB CD'], 'ABCD')).toBe('good');
  expect(dkimState(['p='], 'ABCD')).toBe('other');
  expect(dkimState(null, 'ABCD')).toBe('unknown');
});
