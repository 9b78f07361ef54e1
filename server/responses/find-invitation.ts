import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Answers } from '../engine/answer.ts';
import { answersSchema } from '../engine/stored-answers.ts';
import type { Survey } from '../engine/survey.ts';
import { answerHandle, contactHash, normaliseCode } from '../invitations/code.ts';
import type { RoundKeys } from '../keys/key-store.ts';
import { askedSurvey } from '../own-blocks/asked-survey.ts';
import { decideState, type Person, type Round, type State, type StoredResponse } from './decide-state.ts';
import { selectResponses } from './record-store.ts';
import { selectHasFrozenRounds, selectOptionalInvitation, selectWhyGone } from './store.ts';

/** Someone who came with a valid code, and everything that their pages are made of. */
export type Invitation = {
  code: string;
  handle: Buffer;
  /** What this person is asked: the round's survey with the own questions of their institution and degree. */
  survey: Survey;
  round: Round;
  person: Person;
  response: StoredResponse | null;
  state: State;
  /** The moment of the request. */
  now: Date;
};

export type Finding =
  | { kind: 'invited'; invitation: Invitation }
  /** The check character does not fit: nothing was looked up. */
  | { kind: 'typing-error' }
  | { kind: 'unknown' }
  | { kind: 'replaced' }
  /** The institution took the person out of the round: they should not have been asked. */
  | { kind: 'withdrawn' }
  /** The code may have belonged to a frozen round. Known codes of a round that is being frozen look the same. */
  | { kind: 'round-over' };

export type FindDeps = Pick<Deps, 'db' | 'keys' | 'surveys' | 'now'>;

/**
 * Finds who a code belongs to, on the contact side, and the answer record, on the answer side. The two are asked
 * at the same time, each by its own hash: whose record it is, under the keys of which round, is known afterwards.
 */
export async function findInvitation(deps: FindDeps, typed: string): Promise<Finding> {
  const normalised = normaliseCode(typed);
  if (normalised.kind === 'typing-error') return normalised;
  const { code } = normalised;
  const keys = deps.keys.recentRoundKeys();
  const found = await findByKeys(deps, code, keys);
  if (found) return found;
  // Of a round that was made a moment ago, perhaps.
  const anew = deps.keys.allRoundKeys();
  return (anew === keys ? null : await findByKeys(deps, code, anew)) ?? notFound(deps, contactHashes(anew, code));
}

type Keys = ReadonlyMap<string, RoundKeys>;

function contactHashes(keys: Keys, code: string): Buffer[] {
  return [...keys.values()].map((roundKeys) => contactHash(roundKeys, code));
}

/** Null where the code is nobody's under these keys. */
async function findByKeys(deps: FindDeps, code: string, keys: Keys): Promise<Finding | null> {
  const handles = new Map([...keys].map(([roundId, roundKeys]) => [roundId, answerHandle(roundKeys, code)]));
  const [found, records] = await Promise.all([
    selectOptionalInvitation(deps.db, contactHashes(keys, code)),
    selectResponses(deps.db, [...handles.values()]),
  ]);
  const handle = found ? handles.get(found.round_id) : undefined;
  if (!found || !handle) return null;
  if (found.freeze_step > 0) return { kind: 'round-over' };
  const common = deps.surveys.find(found.survey, found.version);
  if (!common) throw new Error(`A round asks ${found.survey}.v${found.version}, of which there is no definition.`);
  const survey = await askedSurvey(deps.db, common, found.own_blocks);
  const row = records.find((record) => record.handle === handle.toString('hex'));
  const response = row ? { ...row, answers: readAnswers(survey, row.answers) } : null;
  const now = deps.now();
  const round = roundOf(found);
  const state = decideState({ round, refusedOn: found.refused_on, response }, now);
  return {
    kind: 'invited',
    invitation: { code, handle, survey, round, person: personOf(found), response, state, now },
  };
}

type Found = NonNullable<Awaited<ReturnType<typeof selectOptionalInvitation>>>;

function roundOf(found: Found): Round {
  const { round_id: id, draft, opens_at, closes_at, time_zone, tolerance_hours, invented } = found;
  return { id, draft, opens_at, closes_at, time_zone, tolerance_hours, invented: invented ?? false };
}

function personOf(found: Found): Person {
  const { person_key, institution, degree, graduation_date, gender, birth_year } = found;
  const { study_language, contact_language, refused_on } = found;
  return {
    person_key,
    institution,
    degree,
    graduation_date,
    gender,
    birth_year,
    study_language,
    contact_language,
    refused_on,
  };
}

async function notFound(deps: FindDeps, hashes: readonly Buffer[]): Promise<Finding> {
  const why = await selectWhyGone(deps.db, hashes);
  if (why) return { kind: why };
  return { kind: (await selectHasFrozenRounds(deps.db)) ? 'round-over' : 'unknown' };
}

// Made once a survey: building a schema costs more than reading with it.
const schemas = new WeakMap<Survey, z.ZodType<Answers>>();

function readAnswers(survey: Survey, stored: unknown): Answers {
  const schema = schemas.get(survey) ?? answersSchema(survey);
  schemas.set(survey, schema);
  return schema.parse(stored);
}
