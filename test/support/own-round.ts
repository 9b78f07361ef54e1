import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveCode } from '../../server/invitations/code.ts';
import type { ServedRound } from './served-round.ts';

const DAY_MS = 24 * 3600 * 1000;
const HEADER =
  'person_key,institution,degree,graduation_date,gender,birth_year,study_language,contact_language,email,phone';

export type RegisterRow = { key: string; institution: string; degree: string };
export type OwnRound = { id: string; link: string; linkOf: (key: string) => string };

/**
 * A round that is open, was created after own questions were published (so that it asks them), and has
 * one person of the institution X0101 besides those of `more`. `link` is that person's, `linkOf` anybody's.
 */
export async function openOwnRound(
  served: ServedRound,
  id: string,
  more: readonly RegisterRow[] = [],
): Promise<OwnRound> {
  const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const survey = ['--survey', 'amk-career', '--version', '2', '--cohort', '2020'];
  await served.command(
    'rounds',
    'create',
    '--id',
    id,
    ...survey,
    '--opens',
    at(-1),
    '--closes',
    at(10),
    '--tolerance-hours',
    '0',
  );
  const file = join(served.deps.config.dataDir, `${id}.csv`);
  const first = { key: `${id}-person`, institution: 'X0101', degree: '671201' };
  const people = [first, ...more].map(
    ({ key, institution, degree }) =>
      `${key},${institution},${degree},2020-05-31,female,1994,fi,fi,${key}@example.org,`,
  );
  writeFileSync(file, [HEADER, ...people, ''].join('\n'));
  await served.command('population', 'import', '--round', id, file, '--confirm');
  const keys = served.deps.keys.allRoundKeys().get(id);
  if (!keys) throw new Error(`round ${id} has no keys`);
  const linkOf = (key: string) => `${served.baseUrl}/v/${deriveCode(keys, key, 0)}`;
  return { id, link: linkOf(first.key), linkOf };
}
