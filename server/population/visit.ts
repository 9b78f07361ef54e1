import type { IncomingHttpHeaders } from 'node:http';
import type { Visitor } from '../accounts/decide-access.ts';
import { todayOf } from '../accounts/sessions.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { requestLanguage } from '../http/request-language.ts';
import { findRound, placesOf } from './asked-round.ts';
import type { ImportJobs } from './import-jobs.ts';
import type { Visit } from './people-frame.ts';
import type { UploadFiles } from './upload-files.ts';

/** What the routes of a round's people share. */
export type PopulationParts = { deps: Deps; files: UploadFiles; jobs: ImportJobs };

/** What of a request says who asks for what. */
type AskedRequest = { params: unknown; query: unknown; headers: IncomingHttpHeaders; visitor: Visitor };

/** A visit to a round's people; a round that is not there is a page that does not exist. */
export async function visitOf(
  deps: Pick<Deps, 'db' | 'surveys' | 'now'>,
  { params, query, headers, visitor }: AskedRequest,
): Promise<Visit> {
  const round = await findRound(deps, textOf(params, 'round'));
  if (!round) throw new HttpError(404, 'no such round');
  return {
    round,
    places: placesOf(visitor, todayOf(deps)),
    by: visitor.kind === 'person' ? visitor.person.id : visitor.kind,
    language: requestLanguage({ query, headers }),
  };
}
