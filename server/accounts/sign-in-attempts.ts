import type { Deps } from '../deps.ts';
import { createFailureLimit } from '../http/failure-limit.ts';

const MOST_FOR_AN_ACCOUNT = 10;

/** Who tries to sign in: from which address, and to which account as far as it is known. */
type Trying = { ip: string; account?: string };

/** Failed attempts to sign in, by network and by account. In memory. */
export type Attempts = {
  minutesToWait: (trying: Trying) => number | null;
  countFailure: (trying: Trying) => void;
};

export function createAttempts(now: Deps['now']): Attempts {
  const network = createFailureLimit(now);
  const keyOf = (email: string) => email.trim().toLowerCase();
  const accounts = createFailureLimit(now, { most: MOST_FOR_AN_ACCOUNT, keyOf });
  return {
    minutesToWait: ({ ip, account }) =>
      network.minutesToWait(ip) ?? (account === undefined ? null : accounts.minutesToWait(account)),
    countFailure({ ip, account }) {
      network.countFailure(ip);
      if (account !== undefined) accounts.countFailure(account);
    },
  };
}
