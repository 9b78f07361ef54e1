import { z } from 'zod';
import { languageSchema, type Language } from '../engine/text.ts';

export const CHANNELS = ['mail', 'sms', 'letter'] as const;
export const AUDIENCES = ['not_started', 'partial', 'not_answered'] as const;
/** Whom a step writes to, by what else reaches them. */
export const REACHES = ['all', 'without_mail', 'without_mail_and_phone'] as const;

const codeSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'a-z, 0-9 and -, at most 40 characters');

const stepSchema = z.strictObject({
  code: codeSchema,
  channel: z.enum(CHANNELS),
  /** As the clocks of the round's zone show it: '2026-10-07T09:00'; or with an offset. */
  at: z.string(),
  audience: z.enum(AUDIENCES),
  reach: z.enum(REACHES).default('all'),
  template: codeSchema,
});

/** `subject` of a letter is its heading; an SMS has none. */
const wordsSchema = z.strictObject({ subject: z.string().default(''), body: z.string() });

const templateSchema = z.partialRecord(languageSchema, wordsSchema);

/** A contact plan: its steps in any order, and the templates that they use. */
export const planSchema = z.strictObject({
  steps: z.array(stepSchema).min(1).max(30),
  templates: z.record(codeSchema, templateSchema),
});

export type MessagePlan = z.infer<typeof planSchema>;
export type PlanStep = MessagePlan['steps'][number];
export type Channel = PlanStep['channel'];
export type TemplateWords = z.infer<typeof wordsSchema>;
export type Template = z.infer<typeof templateSchema>;

export type ParsedPlan = { kind: 'plan'; plan: MessagePlan } | { kind: 'invalid'; problems: string[] };

/** Reads a plan from JSON; every fault with its place. */
export function parsePlan(text: string): ParsedPlan {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read';
    return { kind: 'invalid', problems: [`the file is no JSON: ${reason}`] };
  }
  const parsed = planSchema.safeParse(json);
  if (parsed.success) return { kind: 'plan', plan: parsed.data };
  return { kind: 'invalid', problems: parsed.error.issues.map((issue) => `${placeOf(issue.path)}: ${issue.message}`) };
}

/** 'steps[2].at' */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return place.replace(/^\./, '') || 'the whole file';
}

/** The template of a step in one language, or null where it is missing or blank. */
export function wordsOf(plan: MessagePlan, template: string, language: Language) {
  const words = plan.templates[template]?.[language];
  return words && words.body.trim() !== '' ? words : null;
}
