import type { SignInWay } from '../db/schema/staff.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { dayWords } from './grant-words.ts';
import { passkeyPlace } from './passkey-place.ts';
import { selectPasskeys } from './passkey-store.ts';
import type { AddProblem } from './passkeys.ts';
import { accountTexts } from './texts/index.ts';

/** A passkey that was not added, and the name that was typed for it. */
export type Adding = { problem: AddProblem; name: string };

/** Passkeys on the page of one's own account. */
export type PasskeySection = {
  list: readonly { id: string; words: string }[];
  /** The origin at which one can be added; null = not here, or not in a session of this kind. */
  addAt: string | null;
  /** What was typed into a form that was refused. */
  name: string;
};

/** Null where there are none and none can be added. */
export async function passkeySection(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  { language, personId, way, name }: { language: Language; personId: string; way: SignInWay | null; name: string },
): Promise<PasskeySection | null> {
  const { account, passkey: t } = accountTexts(language);
  const rows = await selectPasskeys(db, personId);
  const addAt = way === 'provider' ? null : (passkeyPlace(config)?.origin ?? null);
  if (rows.length === 0 && addAt === null) return null;
  const list = rows.map((row) => ({
    id: row.credential_id.toString('base64url'),
    words: `${row.name === '' ? account.unknown : row.name}, ${t.added(dayWords(row.added_on, language))}`,
  }));
  return { list, addAt, name };
}
