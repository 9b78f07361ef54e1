import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { formatsOf, STANDS } from './format-figures.ts';
import { selectOptionalEarlier, selectOptionalStanding, selectRemarks } from './standing-store.ts';
import { standingTexts } from './texts/standing.ts';

export type Standing =
  /** `notices` stand above the report; `lines` say all of it, for a file. */
  | { kind: 'shown'; notices: readonly string[]; lines: readonly string[] }
  | { kind: 'withdrawn'; text: string; successor: string | null }
  | { kind: 'superseded'; successor: string }
  | { kind: 'unknown' };

/** How a release stands today: preliminary or final, corrected, withdrawn, or followed by another edition. */
export async function standingOf(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  releaseId: string,
  language: Language,
): Promise<Standing> {
  const { shown, remarks, earlier } = await asReportRole(db, async (trx) => ({
    shown: await selectOptionalStanding(trx, releaseId),
    remarks: await selectRemarks(trx, releaseId),
    earlier: await selectOptionalEarlier(trx, releaseId),
  }));
  if (earlier) return earlierStanding(earlier, language);
  if (!shown) return { kind: 'unknown' };
  return shownStanding({ ...shown, remarks, today: now().toISOString().slice(0, 10) }, language);
}

export type ShownFacts = {
  final_from: string | null;
  /** The day of the first edition, where late answers were added since. */
  stands_from?: string | null;
  remarks: readonly { on_date: string; kind: 'final' | 'corrected'; reason: Partial<Record<Language, string>> }[];
  today: string;
};

/** The words about a release that is read. One that was built before releases had a final day has none of it. */
export function shownStanding(
  { final_from, stands_from, remarks, today }: ShownFacts,
  language: Language,
): Extract<Standing, { kind: 'shown' }> {
  const texts = standingTexts(language);
  const { day } = formatsOf(language);
  const finalOn = remarks.find(({ kind }) => kind === 'final')?.on_date ?? final_from;
  const said = remarks.flatMap(({ kind, on_date, reason }) =>
    kind === 'corrected' ? [texts.corrected(day(on_date), reason[language] ?? '')] : [],
  );
  const corrected = stands_from ? [...said, texts.stands(STANDS, day(stands_from))] : said;
  if (finalOn === null) return { kind: 'shown', notices: corrected, lines: corrected };
  const isFinal = finalOn <= today;
  const preliminary = isFinal ? [] : [texts.preliminary(day(finalOn))];
  const notices = [...preliminary, ...corrected];
  return { kind: 'shown', notices, lines: isFinal ? [texts.final(day(finalOn)), ...corrected] : notices };
}

type Earlier = NonNullable<Awaited<ReturnType<typeof selectOptionalEarlier>>>;

function earlierStanding({ kind, on_date, reason, successor }: Earlier, language: Language): Standing {
  if (kind === 'superseded' && successor !== null) return { kind, successor };
  const text = standingTexts(language).withdrawn(formatsOf(language).day(on_date), reason[language] ?? '');
  return { kind: 'withdrawn', text, successor };
}
