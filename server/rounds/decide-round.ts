import { isTimeZone, readZonedTime } from './zoned-time.ts';

/** A round as it is asked for: times and numbers as they were typed. */
export type RoundRequest = {
  id: string;
  survey: string;
  version: number;
  cohort: string;
  opens: string;
  closes: string;
  zone: string;
  toleranceHours: number;
};

export type RoundRow = {
  id: string;
  survey: string;
  version: number;
  cohort: string;
  opens_at: Date;
  closes_at: Date;
  time_zone: string;
  tolerance_hours: number;
};

export type RoundDecision = { kind: 'round'; row: RoundRow } | { kind: 'invalid'; problems: string[] };

/** Addresses of pages that are no round's. */
const TAKEN_IDS = ['new', 'yearly'];
const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;
export const MOST_TOLERANCE_HOURS = 720;

/** Whether a round may have this id. */
export function isRoundId(id: string): boolean {
  return ID.test(id) && !TAKEN_IDS.includes(id);
}

/** The row of a new round, or everything that is wrong with the request. */
export function decideRound(request: RoundRequest): RoundDecision {
  const { id, survey, version, cohort, zone, toleranceHours } = request;
  const problems: string[] = [];
  if (!isRoundId(id))
    problems.push(`id "${id}": a-z, 0-9 and -, at most 60 characters, beginning with a letter or a digit`);
  if (!/^(19|20)\d\d$/.test(cohort)) problems.push(`cohort "${cohort}": the year of graduation, as 2020`);
  if (!Number.isInteger(toleranceHours) || toleranceHours < 0 || toleranceHours > MOST_TOLERANCE_HOURS) {
    problems.push(`tolerance of ${toleranceHours} hours: a whole number from 0 to ${MOST_TOLERANCE_HOURS}`);
  }
  const times = isTimeZone(zone) ? readTimes(request) : [`zone "${zone}": the name of a time zone, as Europe/Helsinki`];
  if (Array.isArray(times)) return { kind: 'invalid', problems: [...problems, ...times] };
  if (problems.length > 0) return { kind: 'invalid', problems };
  const row = { id, survey, version, cohort, ...times, time_zone: zone, tolerance_hours: toleranceHours };
  return { kind: 'round', row };
}

function readTimes({ opens, closes, zone }: RoundRequest): { opens_at: Date; closes_at: Date } | string[] {
  const opening = readZonedTime(opens, zone, { endOfDay: false });
  const closing = readZonedTime(closes, zone, { endOfDay: true });
  const problems: string[] = [];
  if (opening.kind === 'unclear') problems.push(`opening ${opening.reason}`);
  if (closing.kind === 'unclear') problems.push(`closing ${closing.reason}`);
  if (opening.kind === 'unclear' || closing.kind === 'unclear') return problems;
  if (closing.at <= opening.at) return ['the round closes before it opens'];
  return { opens_at: opening.at, closes_at: closing.at };
}
