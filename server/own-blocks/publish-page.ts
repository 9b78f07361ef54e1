import { page, type PageAnswer } from '../http/page-answer.ts';
import { fixedFrom, decideAsking } from './decide-asking.ts';
import { decideFindings } from './decide-findings.ts';
import { toOwnBlock } from './draft-block.ts';
import { loadBlock } from './load-block.ts';
import { ownFrame } from './own-frame.ts';
import { toPublishView } from './publish-view-model.ts';
import { surveyParts } from './survey-parts.ts';
import { publishView } from './views.ts';
import type { OwnDeps, OwnVisit } from './visit.ts';

type Problem = 'refused' | 'stale' | 'unchanged';

/** What would be published, what must be mended, and which rounds would ask it. */
export async function publishPage(deps: OwnDeps, visit: OwnVisit, problem: Problem | null = null): Promise<PageAnswer> {
  const { place, language, t } = visit;
  const [facts, now] = [await loadBlock(deps.db, place), deps.now()];
  const of = { survey: place.name, owner: place.owner, version: 1, parts: surveyParts(place.survey) };
  const block = toOwnBlock(facts.start.content, of);
  const waiting = facts.rounds.flatMap((round) => {
    const survey = deps.surveys.find(place.name, round.version);
    const asking = decideAsking(block, { survey, opensAt: fixedFrom(round), now });
    return asking === 'opened' ? [] : [{ round, why: asking === 'may' ? null : asking }];
  });
  const findings = facts.draft ? decideFindings(facts.draft.content, place.survey, place.owner) : [];
  const publish = toPublishView({ ...facts, language, now, findings, waiting });
  const frame = ownFrame(language, problem ? `${t.errorPrefix}: ${publish.title}` : publish.title);
  return page(publishView, { ...frame, publish, problem: problem && t.publish[problem] }, problem ? 422 : 200);
}
