import type { QuestionKind } from '../engine/question.ts';
import { RULES } from './rules.ts';

/** How much of what people answered can be read in the release, in shares (0–1) of respondents. */
export type Coverage = {
  /** Respondents of the degrees that are populations of the release. Before any question. */
  degree_round: number;
  /** The same if the threshold were the only rule. */
  threshold_only: number;
  /** By type of question that everybody is asked: respondents whose degree shows the item exactly, of those in shown degrees. */
  items_exact: Readonly<Partial<Record<QuestionKind, number>>>;
};

export type CoverageFacts = {
  /** Respondents of each degree, shown or not. */
  degrees: readonly { key: string; respondents: number }[];
  shown: ReadonlySet<string>;
  /** For each cell: the type of its question and the populations that show it exactly. */
  cells: readonly { kind: QuestionKind; exact: ReadonlySet<string> }[];
};

/**
 * The coverage of a release. A type's share is the mean over its cells (each option of several
 * choices and each part of a pair is one), every respondent of a shown degree counting once a cell.
 * 0 where nobody answered.
 *
 * Example: degrees with 12, 7, 3 and 20 respondents of which 12 and 20 are shown →
 * degree_round 32/42, threshold_only 39/42.
 */
export function coverageOf({ degrees, shown, cells }: CoverageFacts): Coverage {
  const all = total(degrees);
  const published = degrees.filter(({ key }) => shown.has(key));
  const readable = total(published);
  const kinds = [...new Set(cells.map(({ kind }) => kind))];
  const exactOf = (kind: QuestionKind): number => {
    const ofKind = cells.filter((cell) => cell.kind === kind);
    const read = ofKind.map(({ exact }) => total(published.filter(({ key }) => exact.has(key))));
    return share(
      read.reduce((sum, count) => sum + count, 0),
      ofKind.length * readable,
    );
  };
  return {
    degree_round: share(readable, all),
    threshold_only: share(total(degrees.filter(({ respondents }) => respondents >= RULES.threshold)), all),
    items_exact: Object.fromEntries(kinds.map((kind) => [kind, exactOf(kind)])),
  };
}

function total(degrees: readonly { respondents: number }[]): number {
  return degrees.reduce((sum, { respondents }) => sum + respondents, 0);
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
