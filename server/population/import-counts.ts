import { z } from 'zod';

const count = z.int().min(0).default(0);

/** What an import would do, and what it did, in numbers. Nothing in it is about one person. */
export const countsSchema = z.object({
  rows: count,
  rejected: count,
  added: count,
  changed: count,
  unchanged: count,
  /** People of the round who are not in the file. */
  removable: count,
  otherDegree: count,
  elsewhere: count,
  protected: count,
  deceased: count,
  refused: count,
  withoutEmail: count,
  withoutPhone: count,
  withoutBoth: count,
  otherYear: count,
  /** What was done. */
  doneAdded: count,
  doneChanged: count,
  doneRemoved: count,
  /** Whether the first good row is of an invented institution; null without a good row. */
  invented: z.boolean().nullable().default(null),
});
export type ImportCounts = z.infer<typeof countsSchema>;

/** Numbers as a row of the database holds them. */
export function countsOf(stored: unknown): ImportCounts {
  return countsSchema.parse(stored ?? {});
}

/** What a coordinator chose to bring in. */
export const choiceSchema = z.object({
  add: z.boolean().default(false),
  change: z.boolean().default(false),
  remove: z.boolean().default(false),
});
export type ImportChoice = z.infer<typeof choiceSchema>;

type ChangeRow = {
  change: string | null;
  people: number;
  without_email: number;
  without_phone: number;
  without_both: number;
  other_year: number;
};

/** Adds up what rows would do. */
export function toCounts(
  rows: readonly ChangeRow[],
  more: { rows: number; rejected: number; removable: number; invented: boolean | null },
): ImportCounts {
  const people = (change: string) => rows.find((row) => row.change === change)?.people ?? 0;
  const asked = rows.filter(({ change }) => ['added', 'changed', 'unchanged'].includes(change ?? ''));
  const sum = (what: 'without_email' | 'without_phone' | 'without_both' | 'other_year') =>
    asked.reduce((total, row) => total + row[what], 0);
  return {
    ...more,
    added: people('added'),
    changed: people('changed'),
    unchanged: people('unchanged'),
    otherDegree: people('other_degree'),
    elsewhere: people('elsewhere'),
    protected: people('protected'),
    deceased: people('deceased'),
    refused: people('refused'),
    withoutEmail: sum('without_email'),
    withoutPhone: sum('without_phone'),
    withoutBoth: sum('without_both'),
    otherYear: sum('other_year'),
    doneAdded: 0,
    doneChanged: 0,
    doneRemoved: 0,
  };
}
