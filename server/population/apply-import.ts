import { insertAuditEvent } from '../audit/store.ts';
import type { Db } from '../db/schema/index.ts';
import { answerHandle, contactHash, deriveCode } from '../invitations/code.ts';
import { coarsenBackground, type RegisterFacts } from '../invitations/coarsen-background.ts';
import type { LiveRound } from '../invitations/open-live-round.ts';
import {
  insertImport,
  markInvented,
  selectOptionalRoundShared,
  selectRefused,
  updateAnswerBackgrounds,
} from '../invitations/store.ts';
import { selectProgress } from '../messages/recipient-store.ts';
import { selectAbsentInstitutions } from '../rounds/change-store.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import {
  insertFromStaged,
  removePeople,
  selectBackgrounds,
  selectGenerations,
  selectLastLine,
  selectToApply,
  selectToRemove,
  updateFromStaged,
  type ToApply,
} from './apply-store.ts';
import { choiceSchema, countsOf, type ImportCounts } from './import-counts.ts';
import type { Work } from './work.ts';

const PEOPLE_AT_ONCE = 1000;
const LINES_AT_ONCE = 1000;

export type ApplyOutcome = { kind: 'applied'; counts: ImportCounts } | { kind: 'lost' | 'frozen' | 'overtaken' };

/** Thrown within a step: the round has been frozen meanwhile. */
class FrozenError extends Error {}

/**
 * Brings chosen rows into the round, some people at a time: each step is a transaction that also says how far it is,
 * so that a worker who takes over goes on at the next person. The round may have changed since it was compared: who is
 * there by now is not added again, and who says the same is not changed.
 */
export async function applyImport(work: Work, round: LiveRound): Promise<ApplyOutcome> {
  const counts = countsOf(work.upload.counts);
  const choice = choiceSchema.parse(work.upload.choice);
  const doesWrite = (choice.add && counts.added > 0) || (choice.change && counts.changed > 0);
  if (doesWrite && counts.invented !== null) {
    const input = { roundId: round.id, invented: counts.invented };
    if (!(await markInvented(work.db, input))) return { kind: 'overtaken' };
  }
  try {
    const isWritten = await writeRows(work, { round, counts, choice });
    if (!isWritten || (choice.remove && !(await removeAbsent(work, { round, counts })))) return { kind: 'lost' };
    const detail = { added: counts.doneAdded, changed: counts.doneChanged, removed: counts.doneRemoved };
    const isNoted = await work.step(async (trx) => noteImport(trx, work, { round, detail }));
    return isNoted ? { kind: 'applied', counts } : { kind: 'lost' };
  } catch (error) {
    if (error instanceof FrozenError) return { kind: 'frozen' };
    throw error;
  }
}

type Job = { round: LiveRound; counts: ImportCounts };

/** The cursor is 'line:N' in this part, and 'person:KEY' in the next. */
async function writeRows(
  work: Work,
  { round, counts, choice }: Job & { choice: { add: boolean; change: boolean } },
): Promise<boolean> {
  const { id, institutions } = work.upload;
  const cursor = work.upload.cursor;
  if (cursor.startsWith('person:')) return true;
  const end = await selectLastLine(work.db, id);
  for (let after = Number(cursor.replace('line:', '') || 0); after < end; after += LINES_AT_ONCE) {
    const last = after + LINES_AT_ONCE;
    const rows = await selectToApply(work.db, { id, after, last });
    const wanted = await wantedOf(work.db, rows, choice);
    if (wanted.length === 0) continue;
    const lines = wanted.map(({ line }) => line);
    const place = { id, roundId: round.id, lines };
    if (work.now() >= round.opens_at) await followBackgrounds(work.db, round, await selectBackgrounds(work.db, place));
    const hashes = wanted.map(({ person_key }) => contactHash(round.keys, deriveCode(round.keys, person_key, 0)));
    const isOurs = await work.step(
      async (trx) => {
        await keepUnfrozen(trx, round.id);
        const absent = await selectAbsentInstitutions(trx, round.id);
        const added = choice.add ? await insertFromStaged(trx, { ...place, absent, hashes }) : 0;
        counts.doneAdded += added;
        // Where all are new nobody is left to change, and the round is not searched for them.
        if (choice.change && added < lines.length)
          counts.doneChanged += await updateFromStaged(trx, { ...place, absent, institutions });
        return { counts };
      },
      { cursor: `line:${last}` },
    );
    if (!isOurs) return false;
  }
  return true;
}

/** The rows that are wanted; not of those who have refused since the file was compared. */
async function wantedOf(
  db: Db,
  rows: readonly ToApply[],
  choice: { add: boolean; change: boolean },
): Promise<ToApply[]> {
  const added = choice.add ? rows.filter(({ change }) => change === 'added') : [];
  const refused = new Set(
    await selectRefused(
      db,
      added.map(({ person_key }) => person_key),
    ),
  );
  return rows.filter(({ change, person_key }) =>
    change === 'added' ? choice.add && !refused.has(person_key) : choice.change,
  );
}

async function removeAbsent(work: Work, { round, counts }: Job): Promise<boolean> {
  const { id, institutions } = work.upload;
  for (let after = work.upload.cursor.startsWith('person:') ? work.upload.cursor.slice(7) : ''; ;) {
    const personKeys = await selectToRemove(work.db, { id, after, limit: PEOPLE_AT_ONCE });
    const last = personKeys.at(-1);
    if (last === undefined) return true;
    const silent = await withoutAnswers(work.db, round, personKeys);
    const place = { roundId: round.id, personKeys: silent, institutions, uploadId: id };
    const isOurs = await work.step(
      async (trx) => {
        await keepUnfrozen(trx, round.id);
        counts.doneRemoved += await removePeople(trx, place);
        return { counts };
      },
      { cursor: `person:${last}` },
    );
    if (!isOurs) return false;
    after = last;
  }
}

/** Of these people those who have saved no answer: nobody's answer is ever left without its person. */
export async function withoutAnswers(db: Db, round: LiveRound, personKeys: readonly string[]): Promise<string[]> {
  const people = await selectGenerations(db, { roundId: round.id, personKeys });
  const handles = people.map(({ person_key, generation }) =>
    answerHandle(round.keys, deriveCode(round.keys, person_key, generation)),
  );
  const begun = await selectProgress(db, handles);
  return people
    .filter((_, index) => !begun.has(handles[index]?.toString('hex') ?? ''))
    .map(({ person_key }) => person_key);
}

/**
 * What answers say of their background follows a corrected register, so that both sides count the same people. In a
 * transaction of its own: none ties a person to answers. It comes before the person's own change, so that a step that
 * is done again does it again.
 */
export async function followBackgrounds(
  db: Db,
  round: LiveRound,
  people: readonly (RegisterFacts & { person_key: string; generation: number })[],
): Promise<void> {
  const backgrounds = people.map((person) => ({
    handle: answerHandle(round.keys, deriveCode(round.keys, person.person_key, person.generation)),
    background: coarsenBackground(round.survey, person),
  }));
  await updateAnswerBackgrounds(db, backgrounds);
}

async function keepUnfrozen(trx: Db, roundId: string): Promise<void> {
  const round = await selectOptionalRoundShared(trx, roundId);
  if (!round || round.freeze_step > 0) throw new FrozenError();
}

async function noteImport(
  trx: Db,
  work: Work,
  { round, detail }: { round: LiveRound; detail: Record<string, number> },
): Promise<undefined> {
  const on_date = zonedDay(work.now(), round.time_zone);
  const { institutions, started_by } = work.upload;
  await insertImport(trx, { roundId: round.id, on_date, counts: detail });
  const who = { by: started_by, institution: onlyPlace(institutions) };
  const event = { on_date, kind: 'population_imported', round_id: round.id, detail: { ...detail, ...who } };
  await insertAuditEvent(trx, event);
}

/** The institution whose log has an entry; '' where it is of several. */
export function onlyPlace(institutions: readonly string[] | null): string {
  return institutions?.length === 1 ? (institutions[0] ?? '') : '';
}
