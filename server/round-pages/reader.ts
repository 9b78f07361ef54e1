import type { FastifyRequest } from 'fastify';
import { registerNames } from '../accounts/register-names.ts';
import type { Deps } from '../deps.ts';
import type { RoundReader } from '../rounds/load-rounds.ts';

/** Who looks at rounds, and what they may do with them. */
export type Reader = RoundReader & {
  /** Makes and changes rounds. */
  manages: boolean;
  /** Institutions for which they may say whether those take part. */
  decides: readonly string[];
  /** The account, for the history; null on the machine of a demonstration. */
  by: string | null;
};

const NATION = { institution: '', degree: '' };

/** What a request's visitor sees of rounds. */
export function readerOf(request: Pick<FastifyRequest, 'visitor' | 'may'>, { surveys }: Pick<Deps, 'surveys'>): Reader {
  const { visitor, may } = request;
  const all = may('rounds.read', NATION);
  const codes = [...registerNames(surveys, 'institution').keys()];
  const where = (action: Parameters<typeof may>[0]) =>
    codes.filter((institution) => may(action, { institution, degree: '' }));
  return {
    all,
    institutions: all ? [] : where('rounds.read'),
    manages: may('rounds.manage', NATION),
    decides: where('population.manage'),
    by: visitor.kind === 'person' ? visitor.person.id : null,
  };
}
