import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import type { Survey } from '../engine/survey.ts';
import {
  hasOpenAnswers,
  selectOptionalFieldOf,
  selectOptionalRelease,
  selectPools,
  type ReadText,
} from './page-store.ts';
import { groupsOf } from './place-texts.ts';

export type OpenAnswersRequest = { release: string; institution: string; degree: string };
export type OpenAnswersFacts = {
  release: NonNullable<Awaited<ReturnType<typeof selectOptionalRelease>>>;
  survey: Survey;
  institution: string;
  degree: string;
  field: string;
  isReleased: boolean;
  /** Of each question: the pool of the lowest group that has one. */
  pools: ReadonlyMap<string, { group: string; texts: readonly ReadText[] }>;
};
/** `not-shown` as for the degree's report: hidden, without answers, or no degree at all. */
export type OpenAnswersPageOutcome =
  { kind: 'page'; facts: OpenAnswersFacts } | { kind: 'not-shown' } | { kind: 'unknown-release' };

/** The open answers that a degree's readers see: of the degree, or of the smallest group around it that has a pool. */
export async function showOpenAnswers(
  deps: Pick<Deps, 'db' | 'surveys'>,
  { release: releaseId, institution, degree }: OpenAnswersRequest,
): Promise<OpenAnswersPageOutcome> {
  return asReportRole(deps.db, async (trx) => {
    const release = await selectOptionalRelease(trx, releaseId);
    if (!release) return { kind: 'unknown-release' };
    const survey = deps.surveys.find(release.survey, release.version);
    if (!survey) throw new Error(`no definition of ${release.survey}, version ${release.version}`);
    const field = await selectOptionalFieldOf(trx, releaseId, `degree/${institution}/${degree}`);
    if (field === null) return { kind: 'not-shown' };
    const groups = groupsOf({ institution, degree, field });
    const texts = await selectPools(trx, releaseId, groups);
    const pools = new Map<string, { group: string; texts: readonly ReadText[] }>();
    for (const item of new Set(texts.map((text) => text.item))) {
      const ofItem = texts.filter((text) => text.item === item);
      const group = groups.find((one) => ofItem.some(({ population_key }) => population_key === one));
      if (group) pools.set(item, { group, texts: ofItem.filter(({ population_key }) => population_key === group) });
    }
    const isReleased = await hasOpenAnswers(trx, releaseId);
    return { kind: 'page', facts: { release, survey, institution, degree, field, isReleased, pools } };
  });
}
