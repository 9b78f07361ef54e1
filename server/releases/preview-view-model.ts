import type { Language } from '../engine/text.ts';
import type { Preview, RoughCount } from './preview.ts';
import { releaseTexts, type ReleaseTexts } from './texts/index.ts';

/** What those who publish read, in paragraphs under headings. */
export type PreviewView = {
  title: string;
  lead: string;
  parts: readonly { heading: string; lines: readonly string[] }[];
  /** null: there is no draft to publish. */
  command: string | null;
};

/** A draft in plain words: what is hidden as a whole, why, and what could be worked out otherwise. */
export function toPreviewView(roundId: string, preview: Preview | null, language: Language): PreviewView {
  const t = releaseTexts(language).preview;
  if (!preview) return { title: t.title(roundId), lead: t.noDraft, parts: [], command: null };
  const format = new Intl.NumberFormat(language);
  const number = (value: number): string => format.format(value);
  const about = (count: RoughCount): string => roughWords(t, count, number);
  const { respondents, target, toldDegrees } = preview;
  const { exactCells, boundedCells, hiddenCells, later } = preview;
  return {
    title: t.title(roundId),
    lead: t.lead,
    parts: [
      {
        heading: t.hidden,
        lines: [
          ...(respondents === null || target === null ? [] : [t.answered(number(respondents), number(target))]),
          t.degrees(number(preview.shownDegrees), number(preview.degrees)),
          t.small(about(preview.smallDegrees)),
          t.protecting(about(preview.protectingDegrees)),
          t.cells(number(exactCells), number(boundedCells), number(hiddenCells)),
          ...(later ? [t.later(number(later.renewed), number(later.standing))] : []),
          t.which,
        ],
      },
      { heading: t.why, lines: t.whyText },
      { heading: t.without, lines: [toldDegrees === 0 ? t.toldNone : t.told(about(toldDegrees))] },
    ],
    command: t.command(roundId),
  };
}

function roughWords(t: ReleaseTexts['preview'], count: RoughCount, number: (value: number) => string): string {
  if (count === 0) return t.none;
  return count === 'few' ? t.few : t.about(number(count));
}
