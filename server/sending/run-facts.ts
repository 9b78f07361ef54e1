import { registerList } from '../engine/register-lists.ts';
import type { Survey } from '../engine/survey.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import { readPlan } from '../messages/going-part.ts';
import { longestFacts } from '../messages/longest-facts.ts';
import { wordsOf } from '../messages/plan-schema.ts';
import { renderSms } from '../messages/render-message.ts';
import type { Scheduled } from '../messages/schedule-step.ts';
import { smsLength } from '../messages/sms-segments.ts';
import type { SendingDeps } from './visit.ts';

/** Names of degrees by code. */
export function namesOfDegrees(survey: Survey, language: Language): Map<string, string> {
  return new Map(registerList(survey, 'degree').codes.map(({ code, label }) => [code, label[language]]));
}

/** How many SMS parts a step takes at most: each message as long as the longest of its language. */
export async function smsParts(deps: SendingDeps, { round, version, step, run }: Scheduled): Promise<number> {
  const plan = await readPlan(deps.ownerDb, round.id, version);
  const longest = await longestFacts(deps, round);
  return LANGUAGES.reduce((sum, language) => {
    const words = plan && wordsOf(plan, step.template, language);
    const parts = words ? smsLength(renderSms(words, longest(language))).segments : 0;
    return sum + parts * (run.byLanguage[language] ?? 0);
  }, 0);
}
