import type { Deps } from '../deps.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import { countsOf } from './import-counts.ts';
import { listUploads } from './import-flow.ts';
import { selectPeopleCounts } from './person-store.ts';
import { numbersIn, peopleTexts } from './texts/index.ts';

/** How far a round's people are, for its list of tasks. `note` says it in words. */
export type PopulationTask = {
  state: 'not_started' | 'under_way' | 'check' | 'done';
  /** The page to go to, without a language. */
  path: string;
  note: Readonly<Record<Language, string>>;
};

/**
 * What is left to do about who is asked: of one institution, or of all (null). People without an email address are to
 * be looked at; nothing keeps a round from opening without them.
 */
export async function describePopulationTask(
  deps: Pick<Deps, 'db' | 'ownerDb'>,
  round: { id: string },
  institution: string | null,
): Promise<PopulationTask> {
  const places = institution === null ? null : [institution];
  const uploads = await listUploads(deps, { roundId: round.id, places });
  const counts = await selectPeopleCounts(deps.db, round.id, places);
  const task = (
    state: PopulationTask['state'],
    page: string,
    say: (w: ReturnType<typeof peopleTexts>['problems'], n: (number: number) => string) => string,
  ): PopulationTask => ({
    state,
    path: `/rounds/${round.id}/population${page}`,
    note: inEveryLanguage((language) => say(peopleTexts(language).problems, numbersIn(language))),
  });
  const busy = uploads.find(({ state }) => ['reading', 'applying', 'undoing'].includes(state));
  if (busy) return task('under_way', `/import/${busy.id}`, (w) => w.running);
  const waiting = uploads.find(({ state, counts: found }) => state === 'read' && countsOf(found).added > 0);
  if (waiting) return task('under_way', `/import/${waiting.id}`, (w) => w.waiting);
  if (counts.people === 0) return task('not_started', '/import', (w) => w.not_started);
  if (counts.without_email > 0) return task('check', '', (w, n) => w.check(n(counts.without_email)));
  return task('done', '', (w, n) => w.done(n(counts.people)));
}

function inEveryLanguage(say: (language: Language) => string): Record<Language, string> {
  const [fi, sv, en] = LANGUAGES.map(say);
  return { fi: fi ?? '', sv: sv ?? '', en: en ?? '' };
}
