import { currentGrants, type Visitor } from '../accounts/decide-access.ts';
import { roleMay } from '../accounts/permissions.ts';
import type { Deps } from '../deps.ts';
import { registerList } from '../engine/register-lists.ts';
import { findCode, type Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { selectOptionalRound } from '../rounds/store.ts';

/** A round as pages of its people see it. */
export type AskedRound = {
  id: string;
  cohort: string;
  survey: Survey;
  opens_at: Date;
  closes_at: Date;
  time_zone: string;
  invented: boolean | null;
  isFrozen: boolean;
  /** Whether coordinators see of each person how far they are. */
  showsStatus: boolean;
};

/** The round of an address; null where there is none. */
export async function findRound(deps: Pick<Deps, 'db' | 'surveys'>, roundId: string): Promise<AskedRound | null> {
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(roundId)) return null;
  const row = await selectOptionalRound(deps.db, roundId);
  const survey = row && deps.surveys.find(row.survey, row.version);
  if (!row || !survey) return null;
  const { id, cohort, opens_at, closes_at, time_zone, invented } = row;
  const [isFrozen, showsStatus] = [row.freeze_step > 0, row.individual_status];
  return { id, cohort, survey, opens_at, closes_at, time_zone, invented, isFrozen, showsStatus };
}

/** The institutions whose people a visitor manages; null = everybody's. */
export function placesOf(visitor: Visitor, today: string): readonly string[] | null {
  if (visitor.kind === 'machine') return null;
  if (visitor.kind !== 'person') return [];
  const grants = currentGrants(visitor.person, today).filter(({ role }) => roleMay(role, 'population.manage'));
  if (grants.some(({ institution }) => institution === '')) return null;
  return [...new Set(grants.map(({ institution }) => institution))];
}

/** Names of the survey's institutions and degrees. */
export function registerNames(survey: Survey, language: Language) {
  const nameIn = (column: 'institution' | 'degree') => {
    const list = registerList(survey, column);
    return (code: string) => findCode(list, code)?.label[language] ?? code;
  };
  return { institution: nameIn('institution'), degree: nameIn('degree') };
}
