import type { Db } from '../db/schema/index.ts';
import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { kindOf } from '../error-kind.ts';
import { headText, sealAfter, type Head, type Seal } from './chain.ts';
import { insertSeals, selectHead, selectLastSealed, selectUnsealed, tryLockSeals } from './chain-store.ts';

/** Sealed in one transaction: some 20 ms on the embedded database. */
const AT_ONCE = 200;
/** An entry's number is given when it is written and shows when its transaction ends: so far behind, one may still come. */
const LATE = 1000n;
const EVERY_MS = 1000;
const HEAD_EVERY_MS = 24 * 3600_000;

/**
 * Seals what was written since: each finished entry gets the next place in the chain. Safe beside any number of
 * writers and other sealers: one seals at a time, the others leave it to that one. `all` also looks for entries that
 * became visible very late.
 */
export async function sealAuditEvents({ ownerDb }: Pick<Deps, 'ownerDb'>, { all = false } = {}): Promise<void> {
  for (;;) {
    const sealed = await ownerDb.transaction().execute((trx) => sealSome(trx, all));
    if (sealed < AT_ONCE) return;
    await letOthersIn();
  }
}

async function sealSome(trx: Db, all: boolean): Promise<number> {
  if (!(await tryLockSeals(trx))) return 0;
  const last = BigInt(await selectLastSealed(trx));
  const after = all || last < LATE ? '0' : String(last - LATE);
  const events = await selectUnsealed(trx, { after, limit: AT_ONCE });
  if (events.length === 0) return 0;
  let head: Head = await selectHead(trx);
  const seals = events.map((event): Seal => {
    const seal = sealAfter(head, event);
    head = { number: seal.number, hash: seal.hash };
    return seal;
  });
  await insertSeals(trx, seals);
  return seals.length;
}

export type Sealer = { stop: () => Promise<void> };

/**
 * Seals once a second until it is stopped, and tells the operator's log the end of the chain at the start and once
 * a day: kept elsewhere, it shows later whether the end was cut off.
 */
export function startSealer(deps: Pick<Deps, 'ownerDb' | 'now' | 'log'>): Sealer {
  const stopping = new AbortController();
  const running = (async () => {
    let told = { number: '', at: 0 };
    for (let all = true; !stopping.signal.aborted; all = false) {
      try {
        await sealAuditEvents(deps, { all });
        told = await tellHead(deps, told);
      } catch (error) {
        deps.log.error(`The audit log is sealed again in a moment: ${kindOf(error)}`);
      }
      await pause(EVERY_MS, stopping.signal);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
      await sealAuditEvents(deps).catch(() => undefined);
    },
  };
}

type Told = { number: string; at: number };

async function tellHead({ ownerDb, now, log }: Pick<Deps, 'ownerDb' | 'now' | 'log'>, told: Told): Promise<Told> {
  const at = now().getTime();
  if (at - told.at < HEAD_EVERY_MS) return told;
  const head = await selectHead(ownerDb);
  if (head.number !== '0' && head.number !== told.number) log.info(`The audit log ends at ${headText(head)}`);
  return { number: head.number, at };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
