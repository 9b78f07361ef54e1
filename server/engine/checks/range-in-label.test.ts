import { expect, test } from '@jest/globals';
import type { Language } from '../text.ts';
import { rangeInLabel } from './range-in-label.ts';

const AT_LEAST_5 = { from: 5, to: Infinity };

test.each<[string, Language, ReturnType<typeof rangeInLabel>]>([
  ['1–4 vuotta', 'fi', { from: 1, to: 4 }],
  ['1 to 4 years', 'en', { from: 1, to: 4 }],
  ['2 000–2 499', 'sv', { from: 2000, to: 2499 }],
  ['Vähintään 5 vuotta', 'fi', AT_LEAST_5],
  ['5 år eller mer', 'sv', AT_LEAST_5],
  ['5 or more', 'en', AT_LEAST_5],
  ['Under 25 år', 'sv', { from: -Infinity, to: 24.999 }],
  ['Over 25', 'en', { from: 25.001, to: Infinity }],
  ['Enintään 3', 'fi', { from: -Infinity, to: 3 }],
  ['3', 'fi', { from: 3, to: 3 }],
  ['Alle vuosi', 'fi', null],
  ['Another reason', 'en', null],
])('%s (%s)', (label, language, range) => {
  expect(rangeInLabel(label, language)).toEqual(range);
});
