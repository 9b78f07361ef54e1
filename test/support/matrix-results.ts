import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AccessibilityResults } from '../../server/trust/accessibility-results.ts';
import type { Seen, Share } from './look-at-pages.ts';

const RESULTS = new URL('../../server/trust/accessibility-results.json', import.meta.url);
const PARTS = fileURLToPath(new URL('../../node_modules/.cache/every-page/', import.meta.url));

/** '2/5' → the second of five; nothing → all. */
export function shareFrom(text: string | undefined): Share {
  const [, number = 1, of = 1] = (/^([1-9]\d?)\/([1-9]\d?)$/.exec(text ?? '1/1') ?? []).map(Number);
  if (text !== undefined && `${number}/${of}` !== text)
    throw new Error('URAS_SHARE is a part of a whole, such as 2/5.');
  if (number > of) throw new Error('URAS_SHARE: there are not so many parts.');
  return { number, of };
}

type Found = { seen: Seen; share: Share; all: number; isWhole: boolean; browser: string };

/** Writes what was found, once every share of it has been: nothing before that. */
export function keepResults({ seen, share, all, isWhole, browser }: Found): void {
  const own: AccessibilityResults = {
    checked_on: new Date().toISOString().slice(0, 10),
    browser: `Chromium ${browser.split('.')[0]}`,
    axe: seen.axe,
    pages: seen.states.size,
    checks: seen.checks,
    every_combination: isWhole,
    faults: [...seen.faults].sort(),
  };
  const files = Array.from({ length: share.of }, (_, index) => join(PARTS, `${index + 1}-of-${share.of}.json`));
  mkdirSync(PARTS, { recursive: true });
  writeFileSync(files[share.number - 1] ?? '', JSON.stringify(own));
  if (!files.every((file) => existsSync(file))) return;
  const parts = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as AccessibilityResults);
  const of = (key: 'browser' | 'axe' | 'every_combination') => new Set(parts.map((part) => part[key]));
  if ([of('browser'), of('axe'), of('every_combination')].some(({ size }) => size > 1))
    throw new Error('The shares were not done by the same browser and axe, in the same way.');
  const pages = parts.reduce((sum, part) => sum + part.pages, 0);
  if (pages !== all) throw new Error(`The shares saw ${pages} of ${all} pages.`);
  const whole: AccessibilityResults = {
    ...own,
    checked_on: parts.map((part) => part.checked_on).sort()[0] ?? own.checked_on,
    pages,
    checks: parts.reduce((sum, part) => sum + part.checks, 0),
    faults: [...new Set(parts.flatMap((part) => part.faults))].sort(),
  };
  writeFileSync(RESULTS, `${JSON.stringify(whole, null, 2)}\n`);
  for (const file of files) rmSync(file);
}
