import { findingText } from '../messages/finding-text.ts';
import type { Finding } from '../messages/finding.ts';
import type { MessagePlan, PlanStep } from '../messages/plan-schema.ts';
import type { StepView } from '../messages/show-sending.ts';
import { numberWords } from './format.ts';
import type { Fault } from './sending-frame.ts';
import type { SendingTexts } from './texts/index.ts';
import { linkTo, type SendingVisit } from './visit.ts';

/** What a step or a template is called: its own name, or its code. */
export function kindName(t: SendingTexts, code: string): string {
  const [, base = code, number] = /^(.*?)(?:-([2-9]))?$/.exec(code) ?? [];
  return t.kinds[code] ?? (t.kinds[base] && number ? `${t.kinds[base]} (${number})` : code);
}

/** To whom a step goes, in words. */
export function audienceWords(t: SendingTexts, { audience, reach }: Pick<PlanStep, 'audience' | 'reach'>): string {
  return reach === 'all' ? t.audiences[audience] : `${t.audiences[audience]}, ${t.reaches[reach]}`;
}

/** The state of a step, with its shape. */
export function stateWords(t: SendingTexts, state: string): string {
  return Object.entries(t.states).find(([name]) => name === state)?.[1] ?? state;
}

/** How many messages of a step there are. */
export function numbersOf({ t, language }: SendingVisit, step: StepView): string {
  if (step.confirmed === null) return t.plan.none;
  const confirmed = numberWords(step.confirmed, language);
  return step.sent > 0 ? t.plan.sent(numberWords(step.sent, language), confirmed) : t.plan.confirmed(confirmed);
}

/** A fault of a plan in words, with the page where it is mended. */
export function faultOf(visit: SendingVisit, plan: MessagePlan, finding: Finding): Fault {
  const message = findingText(finding, visit.language);
  const [, template = '', language = '', field = 'body'] =
    /^templates\.([^.]+)\.([a-z]+)\.?(.*)$/.exec(finding.place) ?? [];
  if (template !== '') {
    const name = `${kindName(visit.t, template)}, ${languageName(visit.t, language)}`;
    return {
      href: linkTo(visit, `/messages/${template}/${language}#${field || 'body'}`),
      message: `${name}: ${message}`,
    };
  }
  const index = Number(/^steps\[(\d+)\]/.exec(finding.place)?.[1] ?? 0);
  const name = kindName(visit.t, plan.steps[index]?.code ?? '');
  return { href: linkTo(visit, `/plan/edit#step-${index}-day`), message: `${name}: ${message}` };
}

/** 'Finnish' of 'fi'. */
export function languageName(t: SendingTexts, language: string): string {
  return Object.entries(t.languages).find(([code]) => code === language)?.[1] ?? language;
}
