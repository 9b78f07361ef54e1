import { deriveCode } from '../../server/invitations/code.ts';
import type { ServedRound } from './served-round.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * An open round that asks version 3, which has a core and jobs one by one; people come from a file.
 * Returns the links of its people.
 */
export async function openCoreRound(
  { deps, baseUrl, command }: ServedRound,
  people: string,
): Promise<(person: number) => string> {
  const times = { opens_at: new Date(Date.now() - DAY_MS), closes_at: new Date(Date.now() + 10 * DAY_MS) };
  const usual = { time_zone: 'Europe/Helsinki', tolerance_hours: 24, invented: true, created_on: '2026-10-01' };
  const row = { id: 'core-round', survey: 'amk-career', version: 3, cohort: '2020', ...times, ...usual };
  await deps.ownerDb.insertInto('survey.round').values(row).execute();
  deps.keys.createRoundKeys(row.id);
  await command('population', 'import', '--round', row.id, people, '--confirm');
  const keys = deps.keys.allRoundKeys().get(row.id);
  if (!keys) throw new Error('The round has no keys.');
  return (person) => `${baseUrl}/v/${deriveCode(keys, `P${person}`, 0)}`;
}
