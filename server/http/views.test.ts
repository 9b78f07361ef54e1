import { expect, test } from '@jest/globals';
import { printingApart, printView } from './views.ts';

test('parts that are printed apart stand where the page has them, whatever they hold', () => {
  const { print, parts } = printingApart();
  const notices = (text: string) => ({ notices: [text] });
  const page = `<p>${print('results/views/notices', notices('first †'))}</p>${print('results/views/notices', notices('$& second'))}end`;
  const first = printView('results/views/notices', notices('first †'));
  const second = printView('results/views/notices', notices('$& second'));
  expect(first).toContain('first †');
  expect(parts(page).join('')).toBe(`<p>${first}</p>${second}end`);
});

test('a page without such parts is itself', () => {
  expect(printingApart().parts('a page').join('')).toBe('a page');
});
