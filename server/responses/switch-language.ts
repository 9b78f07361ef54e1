import type { Language } from '../engine/text.ts';
import { findInvitation, type FindDeps, type Finding } from './find-invitation.ts';
import { isLanguageStored } from './invitation-language.ts';
import { updateLanguage } from './store.ts';

/** Stores the language in which a person goes on, when there are answers to keep it with. null changes nothing. */
export async function switchLanguage(
  deps: FindDeps,
  command: { typed: string; language: Language | null },
): Promise<Finding> {
  const finding = await findInvitation(deps, command.typed);
  if (finding.kind !== 'invited') return finding;
  const { invitation } = finding;
  if (command.language && isLanguageStored(invitation)) {
    await updateLanguage(deps.db, { handle: invitation.handle, language: command.language });
  }
  return finding;
}
