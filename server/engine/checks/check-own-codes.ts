import type { SurveyDefinition } from '../definition.ts';
import type { Finding } from '../finding.ts';
import { isOwnCode, OWN_PREFIX } from '../own-block.ts';

/** Codes that belong to own questions of institutions: a common definition must leave them alone. */
export function checkOwnCodes(definition: SurveyDefinition): Finding[] {
  return definition.pages.flatMap((page, index) => [
    ...findingOf(page.code, `pages[${index}].code`),
    ...page.questions.flatMap(({ code }, at) => findingOf(code, `pages[${index}].questions[${at}].code`)),
  ]);
}

function findingOf(code: string, place: string): Finding[] {
  if (!isOwnCode(code)) return [];
  const message = `"${code}" begins with "${OWN_PREFIX}", as only the own questions of an institution do. Give it another code.`;
  return [{ place, rule: 'own_code', message }];
}
