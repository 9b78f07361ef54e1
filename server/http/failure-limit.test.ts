import { describe, expect, test } from '@jest/globals';
import { createFailureLimit, networkOf } from './failure-limit.ts';

function withClock() {
  let at = Date.UTC(2026, 9, 7, 9);
  return { limit: createFailureLimit(() => new Date(at)), pass: (minutes: number) => void (at += minutes * 60_000) };
}

describe('the limit of failed look-ups', () => {
  test('stops a network after 60 failures in 15 minutes, says how long, and lets it go on afterwards', () => {
    const { limit, pass } = withClock();
    for (let count = 0; count < 59; count += 1) limit.countFailure('192.0.2.1');
    expect(limit.minutesToWait('192.0.2.1')).toBeNull();
    pass(5);
    limit.countFailure('192.0.2.200');
    expect(limit.minutesToWait('192.0.2.7')).toBe(10);
    expect(limit.minutesToWait('192.0.3.7')).toBeNull();
    pass(9.5);
    expect(limit.minutesToWait('192.0.2.7')).toBe(1);
    pass(0.5);
    expect(limit.minutesToWait('192.0.2.7')).toBeNull();
    limit.countFailure('192.0.2.7');
    expect(limit.minutesToWait('192.0.2.7')).toBeNull();
  });

  test.each([
    ['192.0.2.1', '192.0.2'],
    ['::ffff:192.0.2.1', '192.0.2'],
    ['2001:db8:1:2ff::1', '2001:db8:1:200'],
    ['2001:db8:1:2aa:1:2:3:4', '2001:db8:1:200'],
    ['2001:db8::', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['somewhere', 'none'],
    ['', 'none'],
  ])('%s belongs to the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
