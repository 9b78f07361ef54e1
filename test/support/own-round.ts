import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveCode } from '../../server/invitations/code.ts';
import type { ServedRound } from './served-round.ts';

const DAY_MS = 24 * 3600 * 1000;
const HEADER =
  'person_key,institution,degree,graduation_date,gender,birth_year,study_language,contact_language,email,phone';

/**
 * A round that is open, was created after own questions were published (so that it asks them), and has
 * one person of the institution X0101. Answering them begins at the personal link that is returned.
 */
export async function openOwnRound(served: ServedRound, id: string): Promise<{ id: string; link: string }> {
  const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const survey = ['--survey', 'amk-career', '--version', '2', '--cohort', '2020'];
  await served.command('rounds', 'create', '--id', id, ...survey, '--opens', at(-1), '--closes', at(10));
  const file = join(served.deps.config.dataDir, `${id}.csv`);
  const person = `${id}-person,X0101,671201,2020-05-31,female,1994,fi,fi,${id}@example.org,`;
  writeFileSync(file, [HEADER, person, ''].join('\n'));
  await served.command('population', 'import', '--round', id, file, '--confirm');
  const keys = served.deps.keys.allRoundKeys().get(id);
  if (!keys) throw new Error(`round ${id} has no keys`);
  return { id, link: `${served.baseUrl}/v/${deriveCode(keys, `${id}-person`, 0)}` };
}
