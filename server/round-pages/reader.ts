import type { Access } from '../accounts/access.ts';
import { decideAccess, type Place, type Visitor } from '../accounts/decide-access.ts';
import type { Action } from '../accounts/permissions.ts';
import { registerNames } from '../accounts/register-names.ts';
import type { Deps } from '../deps.ts';
import type { RoundReader } from '../rounds/load-rounds.ts';

/** Who looks at rounds, and what they may do with them. */
export type Reader = RoundReader & {
  /** Makes and changes rounds. */
  manages: boolean;
  /** Institutions for which they may say whether those take part. */
  decides: readonly string[];
  /** Pages below a round that they may open, of those that the service has: '/plan'. */
  opens: ReadonlySet<string>;
  /** The account, for the history; null on the machine of a demonstration. */
  by: string | null;
};

type Asking = { visitor: Visitor; may: (action: Action, place: Place) => boolean };
/** A route of the service, and who may open it. */
export type ServiceRoute = { method: string; url: string; access: Access };
type Service = { routes: readonly ServiceRoute[]; today: string };
const NATION = { institution: '', degree: '' };

/** What a request's visitor sees of rounds. */
export function readerOf(
  { visitor, may }: Asking,
  { surveys }: Pick<Deps, 'surveys'>,
  { routes, today }: Service,
): Reader {
  const all = may('rounds.read', NATION);
  const codes = [...registerNames(surveys, 'institution').keys()];
  const where = (action: Action) => codes.filter((institution) => may(action, { institution, degree: '' }));
  return {
    all,
    institutions: all ? [] : where('rounds.read'),
    manages: may('rounds.manage', NATION),
    decides: where('population.manage'),
    opens: new Set(
      routes.flatMap(({ method, url, access }) => {
        const path = method === 'GET' ? /^\/rounds\/:round(\/[a-z]+)$/.exec(url)?.[1] : undefined;
        return path !== undefined && decideAccess(access, visitor, NATION, today) === 'allowed' ? [path] : [];
      }),
    ),
    by: visitor.kind === 'person' ? visitor.person.id : null,
  };
}
