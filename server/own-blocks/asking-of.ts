import type { Surveys } from '../../survey-definitions/index.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import { decideAsking, type Asking } from './decide-asking.ts';
import { isRelated, isSameOwner, type SurveyFacts } from './load-block.ts';
import type { SurveyRound } from './store.ts';

type Of = { block: OwnBlock; round: SurveyRound; surveys: Pick<Surveys, 'find'>; now: Date };

/** Whether a round may begin to ask a block, seeing what else it asks. */
export function askingOf(facts: Pick<SurveyFacts, 'asked' | 'blocks'>, { block, round, surveys, now }: Of): Asking {
  const others = facts.asked
    .filter(({ round_id, owner }) => round_id === round.id && isRelated(owner, block.owner))
    .flatMap((asked) => facts.blocks.filter((one) => isVersion(one.block, asked)).map((one) => one.block));
  const survey = surveys.find(block.survey, round.version);
  return decideAsking(block, { survey, others, opensAt: round.opens_at, now });
}

function isVersion(block: OwnBlock, { owner, version }: Pick<OwnBlock, 'owner' | 'version'>): boolean {
  return isSameOwner(block.owner, owner) && block.version === version;
}
