import { loadReports } from '../../reports/index.ts';
import type { Deps } from '../deps.ts';
import type { SafeCell } from '../disclosure/safe-table.ts';
import { registerList } from '../engine/register-lists.ts';
import { findCode } from '../engine/survey.ts';
import type { Invitation } from '../responses/find-invitation.ts';
import { loadEarlierCells } from '../results/earlier-cells.ts';
import type { Among } from './decide-standing.ts';

export type EarlierDeps = Pick<Deps, 'db' | 'surveys'>;

/** The questions that come back, and what was published of them; null before a release of earlier graduates. */
export type Earlier = {
  items: readonly string[];
  published: { period: string; cellOf: (among: Among, item: string) => SafeCell | undefined } | null;
};

/** What was published of those who graduated before somebody, in the groups that they belong to. */
export async function loadEarlier(deps: EarlierDeps, invitation: Invitation): Promise<Earlier> {
  const { survey, round, person } = invitation;
  const items = itemsOf(deps, survey.definition.survey);
  const keys = keysOf(invitation);
  const year = person.graduation_date === null ? null : Number(person.graduation_date.slice(0, 4));
  const earlier = await loadEarlierCells(deps, { survey, round, year, keys: Object.values(keys), items });
  if (!earlier) return { items, published: null };
  const cellOf = (among: Among, item: string) => {
    const key = keys[among];
    return key === undefined ? undefined : earlier.cellOf(key, item);
  };
  return { items, published: { period: earlier.period, cellOf } };
}

/** Names of the populations that a person belongs to, as releases know them. */
function keysOf({ survey, person }: Invitation): Partial<Record<Among, string>> {
  const { institution, degree } = person;
  const field = degree === null ? undefined : findCode(registerList(survey, 'degree'), degree)?.group;
  return {
    ...(institution && degree ? { degree: `degree/${institution}/${degree}` } : {}),
    ...(field ? { field: `field/${field}` } : {}),
    nation: 'nation',
  };
}

// Read once: reports are files of the product.
const reports = new WeakMap<EarlierDeps['surveys'], ReturnType<typeof loadReports>>();

function itemsOf({ surveys }: EarlierDeps, survey: string): readonly string[] {
  const known = reports.get(surveys) ?? loadReports(surveys);
  reports.set(surveys, known);
  return known.find(survey)?.forGraduates ?? [];
}
