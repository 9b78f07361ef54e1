import { isIPv4, isIPv6 } from 'node:net';

const WINDOW_MS = 15 * 60_000;
const MOST_FAILURES = 60;
/** More networks, or accounts, than this are not remembered: the oldest go first, so that memory stays small. */
const MOST_NETWORKS = 20_000;

export type FailureLimit = {
  /** Minutes until the network may look up again, or null when it may. */
  minutesToWait: (address: string) => number | null;
  /** Counts a look-up that found nothing. Successes are never counted. */
  countFailure: (address: string) => void;
};

type Failures = { since: number; count: number };

/**
 * Limits failed look-ups by network, in memory: 60 in 15 minutes. Codes have 60 random bits, so the
 * limit is against load and noise rather than against guessing. A campus shares one network, so
 * people whose codes are valid count nothing; while a network is over the limit, nothing is looked up.
 * `keyOf` and `most` count by something else, such as an account.
 */
export function createFailureLimit(
  now: () => Date,
  { most = MOST_FAILURES, keyOf = networkOf }: { most?: number; keyOf?: (key: string) => string } = {},
): FailureLimit {
  const failures = new Map<string, Failures>();
  const current = (network: string) => {
    const known = failures.get(network);
    if (known && now().getTime() - known.since < WINDOW_MS) return known;
    failures.delete(network);
    return null;
  };
  return {
    minutesToWait(address) {
      const known = current(keyOf(address));
      if (!known || known.count < most) return null;
      return Math.max(1, Math.ceil((known.since + WINDOW_MS - now().getTime()) / 60_000));
    },
    countFailure(address) {
      const network = keyOf(address);
      const known = current(network) ?? { since: now().getTime(), count: 0 };
      known.count += 1;
      failures.set(network, known);
      if (failures.size > MOST_NETWORKS) failures.delete(failures.keys().next().value ?? '');
    },
  };
}

/**
 * The network of an address: /24 of IPv4, /56 of IPv6 (what one subscriber usually gets). An IPv4
 * address inside IPv6 counts as IPv4; what is no address is one network of its own.
 *
 * @example networkOf('2001:db8:1:2ff::1') // '2001:db8:1:200'
 */
export function networkOf(address: string): string {
  const plain = isIPv4(address) ? address : address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return plain.slice(0, plain.lastIndexOf('.'));
  if (!isIPv6(plain)) return 'none';
  const [head = '', tail] = plain.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const closing = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - closing.length)).fill('0');
  const all = [...groups, ...zeros, ...closing].map((group) => Number.parseInt(group, 16) || 0);
  const [first = 0, second = 0, third = 0, fourth = 0] = all;
  return [first, second, third, fourth & 0xff00].map((group) => group.toString(16)).join(':');
}
