import { expect, test } from '@jest/globals';
import { placeOf, within } from './finding.ts';

test('places read as paths in the file', () => {
  expect(placeOf(['pages', 2, 'questions', 4, 'text', 'sv'])).toBe('pages[2].questions[4].text.sv');
  expect(placeOf(['lists', 'real-places', 'codes', 0])).toBe('lists["real-places"].codes[0]');
  expect(placeOf([])).toBe('');
});

test('a finding seen from further out', () => {
  const finding = { place: 'text.sv', rule: 'r', message: 'm' };
  expect(within('pages[0]', [finding])).toEqual([{ ...finding, place: 'pages[0].text.sv' }]);
  expect(within('pages', [{ ...finding, place: '[1].text' }])[0]?.place).toBe('pages[1].text');
  expect(within('', [finding])).toEqual([finding]);
  expect(within('pages[0]', [{ ...finding, place: '' }])[0]?.place).toBe('pages[0]');
});
