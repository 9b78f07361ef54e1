import type { Language } from '../engine/text.ts';
import type { RoundUnavailable } from '../invitations/open-live-round.ts';
import { readPlan } from './going-part.ts';
import type { MessagePlan, TemplateWords } from './plan-schema.ts';
import { findPlan, savePlan, type PlanDeps, type SavePlanOutcome } from './save-plan.ts';
import type { Sender } from './sender.ts';

export type SaveTemplateOutcome =
  | Exclude<SavePlanOutcome, { kind: 'overtaken' }>
  | { kind: 'unknown_template' }
  /** Somebody else changed this text meanwhile: theirs. */
  | { kind: 'conflict'; theirs: TemplateWords; version: number | null }
  | { kind: 'unknown_version' }
  | RoundUnavailable;

type Command = {
  roundId: string;
  sender: Sender;
  template: string;
  language: Language;
  words: TemplateWords;
  /** The version whose text was changed; null = the offered plan. */
  basedOn: number | null;
  by: string | null;
};

/**
 * Saves one text as part of the next version of the plan. Others may have saved other texts and steps meanwhile: those
 * stay. Only where they changed this very text, theirs is shown first.
 */
export async function saveTemplate(deps: PlanDeps, command: Command): Promise<SaveTemplateOutcome> {
  const { roundId, sender, template, language, words, by } = command;
  const found = await findPlan(deps, { roundId, sender });
  if (found.kind !== 'plan') return found;
  const { plan, version } = found;
  const current = plan.templates[template];
  if (!current) return { kind: 'unknown_template' };
  const theirs = current[language] ?? { subject: '', body: '' };
  if (version !== command.basedOn) {
    const before = command.basedOn === null ? null : await readPlan(deps.ownerDb, roundId, command.basedOn);
    const was = before?.templates[template]?.[language] ?? null;
    if (!isSame(theirs, was) && !isSame(theirs, words)) return { kind: 'conflict', theirs, version };
  }
  const changed: MessagePlan = {
    ...plan,
    templates: { ...plan.templates, [template]: { ...current, [language]: words } },
  };
  const saved = await savePlan(deps, { roundId, sender, plan: changed, basedOn: version, by });
  return saved.kind === 'overtaken' ? { kind: 'conflict', theirs, version } : saved;
}

function isSame(one: TemplateWords, other: TemplateWords | null): boolean {
  return other !== null && one.subject === other.subject && one.body === other.body;
}
