import type { PopulationRow } from './population-file.ts';

/** What an import does with one person: the same file again changes nothing. */
export type PersonChange = 'added' | 'changed' | 'unchanged';

const COMPARED = [
  'institution',
  'degree',
  'graduation_date',
  'gender',
  'birth_year',
  'study_language',
  'contact_language',
  'email',
  'phone',
] as const;
type Stored = Readonly<Record<(typeof COMPARED)[number], string | number | null>>;

/** Compares a row of the file with the person as the round has it. */
export function decidePerson(row: PopulationRow, stored: Stored | undefined): PersonChange {
  if (!stored) return 'added';
  return COMPARED.every((column) => row[column] === stored[column]) ? 'unchanged' : 'changed';
}
