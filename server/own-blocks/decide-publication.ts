import type { OwnBlock } from '../engine/own-block.ts';
import { decideChanges } from './decide-changes.ts';
import { decideFindings } from './decide-findings.ts';
import { toOwnBlock } from './draft-block.ts';
import type { BlockFacts } from './load-block.ts';
import { surveyParts } from './survey-parts.ts';

/** What stands in the way of publishing. */
export type Obstacle =
  /** Something that must be mended first. */
  | { kind: 'blocked' }
  /** Someone has saved since the page was shown: what would be published is not what was looked at. */
  | { kind: 'stale' }
  | { kind: 'unchanged' }
  | { kind: 'no_draft' };

type Facts = Pick<BlockFacts, 'draft' | 'survey' | 'owner' | 'versions' | 'name'>;

/** The block that is published, or what stands in the way. `revision`: of the draft as the page showed it. */
export function decidePublication(facts: Facts, revision: number): { kind: 'publish'; block: OwnBlock } | Obstacle {
  const { draft, survey, owner, versions, name } = facts;
  if (!draft) return { kind: 'no_draft' };
  if (draft.revision !== revision) return { kind: 'stale' };
  if (decideFindings(draft.content, survey, owner).some(({ blocking }) => blocking)) return { kind: 'blocked' };
  const last = versions.at(-1)?.block ?? null;
  const version = (last?.version ?? 0) + 1;
  const block = toOwnBlock(draft.content, { survey: name, owner, version, parts: surveyParts(survey) });
  return decideChanges(last, block).none ? { kind: 'unchanged' } : { kind: 'publish', block };
}
