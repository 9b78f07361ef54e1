import type { Visitor } from '../accounts/decide-access.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { HttpError } from '../http/errors.ts';
import { findRound, placesOf } from './asked-round.ts';
import type { ImportJobs } from './import-jobs.ts';
import type { Visit } from './people-frame.ts';
import type { UploadFiles } from './upload-files.ts';

/** What the routes of a round's people share. */
export type PopulationParts = { deps: Deps; files: UploadFiles; jobs: ImportJobs };

/** A visit to a round's people; a round that is not there is a page that does not exist. */
export async function openVisit(
  deps: Pick<Deps, 'db' | 'surveys'>,
  asked: { roundId: string; visitor: Visitor; language: Language; today: string },
): Promise<Visit> {
  const round = await findRound(deps, asked.roundId);
  if (!round) throw new HttpError(404, 'no such round');
  return {
    round,
    places: placesOf(asked.visitor, asked.today),
    by: asked.visitor.kind === 'person' ? asked.visitor.person.id : asked.visitor.kind,
    language: asked.language,
  };
}
