import { todayOf } from '../accounts/sessions.ts';
import { selectIsAllInvented } from '../accounts/store.ts';
import type { Deps } from '../deps.ts';
import { codesOn } from '../engine/codes-in-time.ts';
import { registerList } from '../engine/register-lists.ts';
import type { Language } from '../engine/text.ts';

export type InstitutionChoice = { value: string; label: string };

/** Institutions to which feedback may go: invented ones while everything in the service is invented, real ones after. */
export async function feedbackInstitutions(
  deps: Pick<Deps, 'db' | 'surveys' | 'now'>,
  language: Language,
): Promise<InstitutionChoice[]> {
  const isInvented = await selectIsAllInvented(deps.db);
  const day = todayOf(deps);
  const found = new Map<string, string>();
  for (const { survey } of deps.surveys.all) {
    for (const { code, label, invented = false } of codesOn(registerList(survey, 'institution'), day)) {
      if (invented === isInvented) found.set(code, label[language]);
    }
  }
  const { compare } = new Intl.Collator(language);
  return [...found].map(([value, label]) => ({ value, label })).sort((one, other) => compare(one.label, other.label));
}
