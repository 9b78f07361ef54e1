import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { followChain, NO_HEAD, type ChainProblem, type Head } from './chain.ts';
import { countUnsealed, lockSeals, selectHashAt, selectHead, selectLinks } from './chain-store.ts';
import { sealAuditEvents } from './seal-events.ts';

const PAGE = 1000;

export type LogCheck = {
  /** Entries whose seals agree, from the first on. */
  sealed: string;
  /** Entries that wait for their seal: those of this moment. */
  unsealed: number;
  head: Head;
  problem:
    | ChainProblem
    /** The chain ends before the head that was kept. */
    | { what: 'end_missing'; number: string; eventId: null }
    /** The chain agrees with itself and not with the head that was kept: all of it was written anew. */
    | { what: 'other_chain'; number: string; eventId: null }
    | null;
};

/** Computes every hash of the audit log anew, and compares its end with a head that was kept outside. */
export async function verifyLog(deps: Pick<Deps, 'ownerDb'>, kept: Head | null): Promise<LogCheck> {
  await sealAuditEvents(deps, { all: true });
  let head = NO_HEAD;
  for (;;) {
    const links = await selectLinks(deps.ownerDb, { after: head.number, limit: PAGE });
    const { head: reached, problem } = followChain(head, links);
    head = reached;
    if (problem) return checkOf(deps, head, problem);
    if (links.length < PAGE) break;
    await letOthersIn();
  }
  return checkOf(deps, head, kept && (await compareWithKept(deps, kept)));
}

async function compareWithKept({ ownerDb }: Pick<Deps, 'ownerDb'>, kept: Head): Promise<LogCheck['problem']> {
  const hash = await selectHashAt(ownerDb, kept.number);
  if (hash === kept.hash) return null;
  return hash === null
    ? { what: 'end_missing', number: kept.number, eventId: null }
    : { what: 'other_chain', number: kept.number, eventId: null };
}

async function checkOf(deps: Pick<Deps, 'ownerDb'>, head: Head, problem: LogCheck['problem']): Promise<LogCheck> {
  return { sealed: head.number, unsealed: await countUnsealed(deps.ownerDb), head, problem };
}

/** The end of the chain, with everything sealed that is finished now: to be kept outside. */
export async function currentHead(deps: Pick<Deps, 'ownerDb'>): Promise<Head> {
  await deps.ownerDb.transaction().execute(lockSeals); // whoever seals now is waited for
  await sealAuditEvents(deps, { all: true });
  return selectHead(deps.ownerDb);
}
