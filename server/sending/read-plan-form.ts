import type { RawForm } from '../engine/question-types/question-type.ts';
import { LANGUAGES } from '../engine/text.ts';
import {
  AUDIENCES,
  CHANNELS,
  REACHES,
  type MessagePlan,
  type PlanStep,
  type Template,
} from '../messages/plan-schema.ts';
import { TEMPLATES } from '../messages/texts/index.ts';

/** A row of the table of steps as it was typed. */
export type StepFields = {
  code: string;
  day: string;
  time: string;
  channel: string;
  audience: string;
  reach: string;
  template: string;
  remove: boolean;
};

/** What keeps a typed table from being a plan. */
export type FormProblem = { row: number; kind: 'dayMissing' | 'timeMissing' } | { row: 0; kind: 'empty' };

const MOST_STEPS = 30;

/** The rows of a posted table. */
export function readStepFields(form: RawForm): StepFields[] {
  const rows: StepFields[] = [];
  const text = (row: number, name: string) => {
    const value = form[`step.${row}.${name}`];
    return typeof value === 'string' ? value.trim().slice(0, 60) : null;
  };
  for (let row = 0; row <= MOST_STEPS && text(row, 'channel') !== null; row += 1) {
    const of = (name: string) => text(row, name) ?? '';
    rows.push({
      code: of('code'),
      day: of('day'),
      time: of('time'),
      channel: of('channel'),
      audience: of('audience'),
      reach: of('reach'),
      template: of('template'),
      remove: of('remove') === '1',
    });
  }
  return rows;
}

/** The steps of a plan as rows, and an empty one at the end. */
export function fieldsOfPlan(plan: MessagePlan): StepFields[] {
  const rows = plan.steps.map(({ at, ...step }) => ({
    ...step,
    day: at.slice(0, 10),
    time: at.slice(11, 16),
    remove: false,
  }));
  return [...rows, NEW_ROW];
}

const NEW_ROW: StepFields = {
  code: '',
  day: '',
  time: '09:00',
  channel: 'mail',
  audience: 'not_answered',
  reach: 'all',
  template: 'reminder-2',
  remove: false,
};

/**
 * The plan that a table of steps makes. Steps that are scheduled stay as they are, whatever was posted; the last row
 * counts only with a day; a new step gets a code after its template.
 */
export function planOfFields(
  rows: readonly StepFields[],
  { plan, fixed }: { plan: MessagePlan; fixed: ReadonlySet<string> },
): { plan: MessagePlan; problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const kept = plan.steps.filter(({ code }) => fixed.has(code));
  const codes = new Set(kept.map(({ code }) => code));
  const steps: PlanStep[] = [];
  for (const [row, fields] of rows.entries()) {
    const isNew = fields.code === '';
    if (fields.remove || fixed.has(fields.code) || (isNew && fields.day === '')) continue;
    if (fields.day === '') problems.push({ row, kind: 'dayMissing' });
    if (fields.time === '') problems.push({ row, kind: 'timeMissing' });
    const template = fields.template in templatesFor(plan) ? fields.template : 'invitation';
    const code = isNew ? freeCode(template, codes) : codeOf(fields.code);
    codes.add(code);
    steps.push({
      code,
      channel: CHANNELS.find((one) => one === fields.channel) ?? 'mail',
      audience: AUDIENCES.find((one) => one === fields.audience) ?? 'not_answered',
      reach: REACHES.find((one) => one === fields.reach) ?? 'all',
      at: timeOf(fields, plan),
      template,
    });
  }
  const all = [...kept, ...steps];
  if (all.length === 0) problems.push({ row: 0, kind: 'empty' });
  const offered = templatesFor(plan);
  const used = Object.fromEntries(all.map(({ template }) => [template, offered[template] ?? {}]));
  return { plan: { steps: all, templates: { ...plan.templates, ...used } }, problems };
}

/** Texts that a step may use: those of the plan, and the offered ones. */
export function templatesFor(plan: MessagePlan): Record<string, Template> {
  const offered = Object.keys(TEMPLATES.fi).map((code): [string, Template] => [
    code,
    Object.fromEntries(
      LANGUAGES.flatMap((language) => {
        const words = TEMPLATES[language][code];
        return words ? [[language, words]] : [];
      }),
    ),
  ]);
  return { ...Object.fromEntries(offered), ...plan.templates };
}

/** As typed; where it is what the plan says already, with the offset that stands there. */
function timeOf({ code, day, time }: StepFields, plan: MessagePlan): string {
  const typed = `${day}T${time}`;
  const before = plan.steps.find((one) => one.code === code)?.at ?? '';
  return before.replace(' ', 'T').startsWith(typed) ? before : typed;
}

function freeCode(template: string, codes: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? template : `${template}-${number}`;
    if (!codes.has(code)) return code;
  }
}

function codeOf(typed: string): string {
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(typed) ? typed : 'step';
}
