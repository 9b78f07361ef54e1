import type { PopulationRow } from './population-file.ts';
import type { Flags } from './read-flags.ts';

/** What an import does with one person: the same file again changes nothing. */
export type PersonChange = 'added' | 'changed' | 'unchanged' | LeftOut;
/** Not brought in: nobody may write to them. */
type LeftOut = 'protected' | 'deceased' | 'refused';

const REGISTER_FACTS = ['institution', 'degree', 'graduation_date', 'gender', 'birth_year', 'study_language'] as const;
const CONTACT = ['contact_language', 'email', 'phone'] as const;
type Stored = Readonly<Record<(typeof REGISTER_FACTS | typeof CONTACT)[number], string | number | null>> & {
  protected: boolean;
  /** Who mended the address by hand; null = nobody. */
  contact_source: string | null;
  /** Whether the person gave it. */
  own_contact: boolean;
};

/**
 * Compares a row of the file with the person as the round has it. Who has died is left out, and so is who refused in
 * an earlier round, and a protected address that the round does not have; one that it has is kept without the
 * address. An address that was mended by hand stays.
 */
export function decidePerson(
  row: PopulationRow,
  flags: Flags,
  { stored, hasRefused }: { stored: Stored | undefined; hasRefused: boolean },
): PersonChange {
  if (flags.deceased) return 'deceased';
  if (!stored) return flags.protected ? 'protected' : hasRefused ? 'refused' : 'added';
  if (flags.protected && !stored.protected) return 'changed';
  const keepsAddress = stored.protected || stored.contact_source !== null || stored.own_contact;
  const compared = keepsAddress ? REGISTER_FACTS : [...REGISTER_FACTS, ...CONTACT];
  return compared.every((column) => row[column] === stored[column]) ? 'unchanged' : 'changed';
}
