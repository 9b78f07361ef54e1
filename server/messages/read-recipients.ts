import type { Db } from '../db/schema/index.ts';
import { answerHandle, deriveCode } from '../invitations/code.ts';
import type { LiveRound } from '../invitations/open-live-round.ts';
import type { Recipient } from './decide-recipient.ts';
import { selectProgress, selectRecipients, type RecipientRow } from './recipient-store.ts';

/** A person with everything that a message to them is decided and made of. */
export type FoundRecipient = { row: RecipientRow; code: string; recipient: Recipient };

/**
 * Looks up people of a round on both sides, the answer side by the handle that only the round's keys give. With
 * `lock` the people stay as they are until the transaction ends.
 */
export async function readRecipients(
  db: Db,
  round: Pick<LiveRound, 'id' | 'keys'>,
  input: { personKeys: readonly string[]; lock: boolean },
): Promise<FoundRecipient[]> {
  const rows = await selectRecipients(db, { roundId: round.id, ...input });
  const found = rows.map((row) => {
    const code = deriveCode(round.keys, row.person_key, row.generation);
    return { row, code, handle: answerHandle(round.keys, code) };
  });
  const progress = await selectProgress(
    db,
    found.map(({ handle }) => handle),
  );
  return found.map(({ row, code, handle }) => ({
    row,
    code,
    recipient: recipientOf(row, progress.get(handle.toString('hex')) ?? 'none'),
  }));
}

function recipientOf(row: RecipientRow, progress: Recipient['progress']): Recipient {
  const contacts = [row.last_contact, row.letter_exported_on && new Date(`${row.letter_exported_on}T12:00:00Z`)];
  const times = contacts.flatMap((one) => (one ? [one.getTime()] : []));
  return {
    sender: row.sender,
    had: row.had,
    refused: row.refused_on !== null,
    protected: row.protected,
    email: row.email,
    phone: row.phone,
    mail_problem: row.mail_problem,
    phone_problem: row.phone_problem,
    progress,
    messages: row.messages,
    lastContact: times.length > 0 ? new Date(Math.max(...times)) : null,
  };
}
