import { expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markOf, productMark } from './product-mark.ts';

test('the mark is another one with any change of a file, its name or its place, and the same without', () => {
  const root = mkdtempSync(join(tmpdir(), 'uras-mark-'));
  const write = (file: string, content: string) => writeFileSync(join(root, file), content);
  for (const folder of ['server/results', 'reports', 'survey-definitions'])
    mkdirSync(join(root, folder), { recursive: true });
  write('package.json', '{}');
  write('server/results/a.ts', 'first');
  write('reports/b.json', 'second');
  const marks = [markOf(root)];
  expect(markOf(root)).toBe(marks[0]);
  const change = (how: () => void) => {
    how();
    marks.push(markOf(root));
  };
  change(() => write('server/results/a.ts', 'other'));
  change(() => write('survey-definitions/c.json', ''));
  change(() => renameSync(join(root, 'reports/b.json'), join(root, 'reports/d.json')));
  change(() => renameSync(join(root, 'reports/d.json'), join(root, 'server/d.json')));
  change(() => write('package.json', '{ "dependencies": {} }'));
  expect(new Set(marks).size).toBe(marks.length);
  write('README.md', 'not of the product');
  expect(markOf(root)).toBe(marks.at(-1));
  rmSync(root, { recursive: true });
});

test('this product has one', () => {
  expect(productMark()).toMatch(/^[0-9a-f]{16}$/);
});
