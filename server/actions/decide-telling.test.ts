import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DECISIONS } from './action-content.ts';
import { decideTelling, LONGEST_TELLING, mayBeTold, type TellingForm } from './decide-telling.ts';

const NAMES = new Set(['virtanen', 'matti']);
const WHOLE: TellingForm = {
  deed: 'show',
  texts: { fi: 'Lisäsimme harjoituksen.', sv: 'Vi lade till en övning.', en: 'We added an exercise.' },
  approvedBy: 'Programme director',
  isApproved: true,
  namesAreFine: false,
  revision: 0,
};
const problemsOf = (more: Partial<TellingForm>) =>
  decideTelling({ ...WHOLE, ...more }, NAMES).map(({ field, kind }) => `${field} ${kind}`);

test('a text in every language, approved by a body, is told', () => {
  expect(problemsOf({})).toEqual([]);
});

test('a language that is missing, a text that is too long, and no approval are each said', () => {
  fc.assert(
    fc.property(fc.subarray(['fi', 'sv', 'en'] as const), fc.boolean(), fc.boolean(), (missing, named, approved) => {
      const texts = { ...WHOLE.texts, ...Object.fromEntries(missing.map((language) => [language, ''])) };
      const expected = [
        ...missing.map((language) => `${language} missing`),
        ...(named ? [] : ['approvedBy missing']),
        ...(approved ? [] : ['approved not_approved']),
      ];
      expect(problemsOf({ texts, approvedBy: named ? 'Team' : '', isApproved: approved }).sort()).toEqual(
        expected.sort(),
      );
    }),
  );
  const long = { ...WHOLE.texts, sv: 'x'.repeat(LONGEST_TELLING + 1) };
  expect(problemsOf({ texts: long })).toEqual(['sv long']);
});

test('the name of a person is refused once', () => {
  const texts = { ...WHOLE.texts, fi: 'Kurssin otti hoitaakseen Matti Virtanen.' };
  expect(problemsOf({ texts })).toEqual(['fi person']);
  expect(problemsOf({ texts, namesAreFine: true })).toEqual([]);
});

test('taking back needs a body and nothing else', () => {
  const empty = { fi: '', sv: '', en: '' };
  expect(problemsOf({ deed: 'take_back', texts: empty, isApproved: false })).toEqual([]);
  expect(problemsOf({ deed: 'take_back', approvedBy: '' })).toEqual(['approvedBy missing']);
});

test('what is only thought of is not told', () => {
  expect(DECISIONS.filter(mayBeTold)).toEqual(['decided', 'done']);
});
