import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { isReportKey, reportKey } from './report-key.ts';

const keysOf = (master: string) => ({
  deriveKey: (purpose: string) => createHmac('sha256', master).update(purpose).digest(),
});

test('the key is 160 bits, the same for the same master key, another for another', () => {
  expect(reportKey(keysOf('one'))).toMatch(/^[\w-]{27}$/);
  expect(reportKey(keysOf('one'))).toBe(reportKey(keysOf('one')));
  expect(reportKey(keysOf('one'))).not.toBe(reportKey(keysOf('two')));
});

test('only the key itself opens', () => {
  const keys = keysOf('one');
  const key = reportKey(keys);
  expect(isReportKey(keys, key)).toBe(true);
  for (const wrong of ['', key.slice(1), `${key}=`, key.toUpperCase(), reportKey(keysOf('two'))]) {
    expect(isReportKey(keys, wrong)).toBe(false);
  }
});
