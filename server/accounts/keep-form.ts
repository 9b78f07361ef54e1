import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { deleteKeptForm, insertKeptForm, selectKeptForm } from './credential-store.ts';
import { seal, unseal } from './secrets.ts';
import { uuidOf } from './sessions.ts';

const KEPT_MS = 15 * 60_000;
const PURPOSE = 'kept-form';
const fieldsSchema = z.array(z.tuple([z.string(), z.string()]));

export type KeptForm = { address: string; fields: readonly (readonly [string, string])[] };

/**
 * Keeps what was posted after its session had ended, for 15 minutes and for the same person; '' where
 * nobody knows whose it is. It is never sent by itself: the person sees it and sends it.
 */
export async function keepForm(
  deps: Pick<Deps, 'db' | 'keys' | 'now' | 'randomBytes'>,
  { personId, address, fields }: KeptForm & { personId: string | null },
): Promise<string> {
  if (personId === null) return '';
  const id = uuidOf(deps.randomBytes(16));
  const plain = Buffer.from(JSON.stringify(fields));
  await insertKeptForm(deps.db, {
    id,
    person_id: personId,
    address,
    fields: seal(deps.keys, PURPOSE, { plain, owner: id }),
    expires_at: new Date(deps.now().getTime() + KEPT_MS),
  });
  return id;
}

/** The form that was kept for this person; null where there is none. */
export async function findKeptForm(
  deps: Pick<Deps, 'db' | 'keys' | 'now'>,
  { id, personId }: { id: string; personId: string },
): Promise<KeptForm | null> {
  if (!isUuid(id)) return null;
  const row = await selectKeptForm(deps.db, id, deps.now());
  if (!row || row.person_id !== personId) return null;
  const plain = unseal(deps.keys, PURPOSE, { sealed: row.fields, owner: id });
  return { address: row.address, fields: fieldsSchema.parse(JSON.parse(plain.toString())) };
}

/** Drops it, if it is this person's. */
export async function leaveKeptForm(
  deps: Pick<Deps, 'db' | 'keys' | 'now'>,
  asked: { id: string; personId: string },
): Promise<void> {
  if (await findKeptForm(deps, asked)) await deleteKeptForm(deps.db, asked.id);
}

/** Whether a text can be the id of a row. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
