import { timingSafeEqual, createHash } from 'node:crypto';
import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { noteReturned, type Noted } from './read-bounces.ts';

/** Whether a request may post what came back: its header Authorization holds the token of the settings. */
export function mayPostBounces({ config }: Pick<Deps, 'config'>, authorization: string | undefined): boolean {
  const wanted = config.sending?.bounceToken ?? null;
  const [, given] = /^Bearer (\S{1,500})$/i.exec(authorization ?? '') ?? [];
  return wanted !== null && given !== undefined && timingSafeEqual(digestOf(given), digestOf(wanted));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Notes one returned mail that a mail server has posted. The same mail posted again is noted once. */
export async function takeBounce(deps: Pick<Deps, 'ownerDb' | 'keys' | 'now'>, raw: Buffer): Promise<Noted['what']> {
  const { what, roundId } = await noteReturned(deps, raw);
  if (roundId !== null) {
    const on_date = deps.now().toISOString().slice(0, 10);
    await insertAuditEvent(deps.ownerDb, { on_date, kind: 'bounces_posted', round_id: roundId, detail: { [what]: 1 } });
  }
  return what;
}
