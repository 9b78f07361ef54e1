/** Columns that say whom nobody may write to. A file may have them beside those of population.csv. */
export const FLAG_COLUMNS = ['protected', 'deceased'] as const;
export type Flags = Record<(typeof FLAG_COLUMNS)[number], boolean>;

const YES = ['1', 'x', 'k', 'y', 'j', 'yes', 'true', 'kyllä', 'on', 'ja'];
const NO = ['', '0', '-', 'n', 'e', 'no', 'false', 'ei', 'nej'];

/** Whether a cell says yes; null where it says neither. A day of death says yes. */
export function readYes(value: string): boolean | null {
  const text = value.trim().toLowerCase();
  if (NO.includes(text)) return false;
  return YES.includes(text) || /\d{4}/.test(text) ? true : null;
}
