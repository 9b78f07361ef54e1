import type { SurveyDefinition } from '../../server/engine/definition.ts';
import type { Severity } from '../../server/engine/finding.ts';

/** One mistake in a sound definition, and where and by what rule it must be found. */
export type Fault = {
  name: string;
  plant: (definition: SurveyDefinition) => void;
  /** The question of that code where it is planted, or a place by itself. */
  at: { question: string; inside: string } | string;
  rule: string;
  severity: Severity;
};

/** A question as a record, so that faults can be planted that its type would forbid. */
export function open(definition: SurveyDefinition, code: string): Record<string, unknown> {
  const question = definition.pages.flatMap((page) => page.questions).find((each) => each.code === code);
  if (!question) throw new Error(`no question "${code}"`);
  return question;
}
