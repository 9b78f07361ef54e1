import type { PublishRefusal } from '../releases/decide-publish.ts';
import type { Reason } from '../releases/publish-draft.ts';

export type ReasonOptions = { reasonFi?: string; reasonSv?: string; reasonEn?: string };

/** What readers are told, in each language. */
export function reasonOf({ reasonFi, reasonSv, reasonEn }: ReasonOptions): Reason {
  return {
    ...(reasonFi === undefined ? {} : { fi: reasonFi }),
    ...(reasonSv === undefined ? {} : { sv: reasonSv }),
    ...(reasonEn === undefined ? {} : { en: reasonEn }),
  };
}

/** Why nothing was published, and what to do. */
export function whyNot(roundId: string, refusal: PublishRefusal): string {
  switch (refusal.kind) {
    case 'unknown_round':
      return `There is no round ${roundId}. uras rounds list shows all.`;
    case 'no_draft':
      return `Round ${roundId} has no draft. Build it first: uras releases build --round ${roundId}`;
    case 'one_key':
      return 'Two people are needed, each with a key of their own: --key FIRST.key --key SECOND.key. uras keys create --name NAME makes one.';
    case 'same_name':
      return 'Both keys are of the same person. The second one must be of somebody else.';
    case 'unknown_key':
      return `Key ${refusal.which} is not known, or no longer in force. uras keys list shows whose keys are.`;
    case 'needs_reason':
      return 'Readers have seen an earlier edition. Say what has changed, in three languages: --reason-fi, --reason-sv, --reason-en.';
    default:
      return refusal satisfies never;
  }
}
