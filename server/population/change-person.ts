import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { LANGUAGES } from '../engine/text.ts';
import { readEmail, readTypedPhone, Refusal } from '../invitations/population-file.ts';
import type { PopulationReason } from '../invitations/population-reasons.ts';
import { openLiveRound } from '../invitations/open-live-round.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { onlyPlace, withoutAnswers } from './apply-import.ts';
import { removePeople } from './apply-store.ts';
import { updateContact, updateRefusal, updateRoundSwitch, type Contact } from './change-person-store.ts';
import { mayRemovePeople } from './may-remove.ts';
import type { Visit } from './people-frame.ts';

type ChangeDeps = Pick<Deps, 'ownerDb' | 'keys' | 'surveys' | 'now'>;
export const SOURCES = ['person', 'register', 'other'] as const satisfies readonly Contact['contact_source'][];

/** What was typed about how somebody is reached. */
export type TypedContact = { email: string; phone: string; language: string; source: string };
export type ContactProblem = { field: 'email' | 'phone' | 'source'; why: PopulationReason | { code: 'source' } };

export type ContactOutcome = { kind: 'saved' } | { kind: 'unknown' } | { kind: 'invalid'; problems: ContactProblem[] };

/** Writes addresses that a coordinator was told, with where they are from. Imports leave them as they are from then on. */
export async function changeContact(
  deps: ChangeDeps,
  visit: Visit,
  { personKey, typed }: { personKey: string; typed: TypedContact },
): Promise<ContactOutcome> {
  const problems: ContactProblem[] = [];
  const read = (field: 'email' | 'phone', parse: typeof readEmail): string | null => {
    const text = typed[field].trim();
    const parsed = text === '' ? null : parse(text);
    if (!(parsed instanceof Refusal)) return parsed;
    problems.push({ field, why: parsed.why });
    return null;
  };
  const [email, phone] = [read('email', readEmail), read('phone', readTypedPhone)];
  const contact_source = SOURCES.find((one) => one === typed.source);
  if (!contact_source) problems.push({ field: 'source', why: { code: 'source' } });
  if (!contact_source || problems.length > 0) return { kind: 'invalid', problems };
  const contact_language = LANGUAGES.find((one) => one === typed.language) ?? null;
  const day = dayOf(deps, visit);
  const contact: Contact = { email, phone, contact_language, contact_source, contact_on: day };
  const isSaved = await noted(deps, visit, 'contact_corrected', (trx) =>
    updateContact(trx, whom(visit, personKey), contact),
  );
  return { kind: isSaved ? 'saved' : 'unknown' };
}

/** Notes that somebody has said no, or takes that back. */
export async function changeRefusal(
  deps: ChangeDeps,
  visit: Visit,
  { personKey, isRefused }: { personKey: string; isRefused: boolean },
): Promise<void> {
  const day = isRefused ? dayOf(deps, visit) : null;
  await noted(deps, visit, isRefused ? 'refusal_noted' : 'refusal_taken_back', (trx) =>
    updateRefusal(trx, whom(visit, personKey), day),
  );
}

export type RemoveOutcome = 'removed' | 'too_late' | 'started' | 'unknown';

/** Takes somebody out of the round, as long as that tells nothing about answering. */
export async function removePerson(deps: ChangeDeps, visit: Visit, personKey: string): Promise<RemoveOutcome> {
  const round = await openLiveRound(deps, visit.round.id);
  if (round.kind !== 'round') return 'unknown';
  if (!(await mayRemovePeople(deps.ownerDb, round, deps.now()))) return 'too_late';
  const personKeys = await withoutAnswers(deps.ownerDb, round, [personKey]);
  if (personKeys.length === 0) return 'started';
  const isRemoved = await noted(deps, visit, 'person_removed', async (trx) => {
    const place = { roundId: round.id, personKeys, institutions: visit.places, uploadId: null };
    return (await removePeople(trx, place)) === 1;
  });
  return isRemoved ? 'removed' : 'unknown';
}

/** Says whether coordinators of a round see of each person how far they are. */
export async function changeSwitch(deps: ChangeDeps, visit: Visit, isOn: boolean): Promise<void> {
  const input = { roundId: visit.round.id, isOn };
  await noted(deps, visit, isOn ? 'individual_status_shown' : 'individual_status_hidden', (trx) =>
    updateRoundSwitch(trx, input),
  );
}

function whom({ round, places }: Visit, personKey: string) {
  return { roundId: round.id, places, personKey };
}

function dayOf({ now }: Pick<Deps, 'now'>, { round }: Visit): string {
  return zonedDay(now(), round.time_zone);
}

/** Does it and writes it down, without the person: in one transaction, and only where something was changed. */
async function noted(
  deps: ChangeDeps,
  visit: Visit,
  kind: string,
  change: (trx: Deps['ownerDb']) => Promise<boolean>,
): Promise<boolean> {
  return deps.ownerDb.transaction().execute(async (trx) => {
    if (!(await change(trx))) return false;
    const detail = { by: visit.by, institution: onlyPlace(visit.places) };
    await insertAuditEvent(trx, { on_date: dayOf(deps, visit), kind, round_id: visit.round.id, detail });
    return true;
  });
}
