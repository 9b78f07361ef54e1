import type { Deps } from '../deps.ts';
import { placeOf } from '../engine/finding.ts';
import { noticeSchema, type Notice } from './notice-schema.ts';
import { insertNotice, selectOptionalNotice } from './store.ts';

/** What an institution says of the survey, or null when it has said nothing. */
export async function loadNotice(deps: Pick<Deps, 'db'>, institution: string | null): Promise<Notice | null> {
  if (institution === null) return null;
  const stored = await selectOptionalNotice(deps.db, institution);
  return stored === null ? null : noticeSchema.parse(stored);
}

export type NoticeOutcome =
  | { kind: 'saved'; institution: string; version: number }
  /** Each with its place in the file. */
  | { kind: 'invalid'; problems: readonly string[] }
  | { kind: 'unknown_institution'; institution: string };

/** Saves a notice as its next version. Nothing is saved unless every block is there in each language. */
export async function saveNotice(
  deps: Pick<Deps, 'ownerDb' | 'surveys' | 'now'>,
  content: unknown,
): Promise<NoticeOutcome> {
  const parsed = noticeSchema.safeParse(content);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${placeOf(path) || 'the file'}: ${message}`);
    return { kind: 'invalid', problems };
  }
  const notice = parsed.data;
  const { institution } = notice;
  if (!isInstitution(deps.surveys, institution)) return { kind: 'unknown_institution', institution };
  const day = deps.now().toISOString().slice(0, 10);
  const version = await insertNotice(deps.ownerDb, { institution, content: notice, day });
  return { kind: 'saved', institution, version };
}

/** Whether a code is that of an institution of some survey. */
export function isInstitution(surveys: Deps['surveys'], code: string): boolean {
  return institutionNamed(surveys, code) !== null;
}

/** An institution by its code, or null. */
export function institutionNamed(surveys: Deps['surveys'], code: string) {
  for (const { survey } of surveys.all) {
    const variable = survey.definition.background.find(
      (one) => one.kind === 'codelist' && one.column === 'institution',
    );
    const list = variable?.kind === 'codelist' ? survey.lists.get(variable.list) : undefined;
    const found = list?.codes.find((one) => one.code === code);
    if (found) return found;
  }
  return null;
}
