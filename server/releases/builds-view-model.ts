import type { Language } from '../engine/text.ts';
import { formatsOf } from '../results/format-figures.ts';
import type { BuildRow } from './show-builds.ts';
import { releaseTexts, type ReleaseTexts } from './texts/index.ts';

export type BuildsView = {
  title: string;
  lead: string;
  rows: readonly { round: string; state: string; link: { href: string; label: string } | null }[];
};

/** The releases of all rounds and how far they are. */
export function toBuildsView(rows: readonly BuildRow[], language: Language): BuildsView {
  const texts = releaseTexts(language);
  return {
    title: texts.list.title,
    lead: texts.list.lead,
    rows: rows.map(({ round, state }) => ({
      round,
      state: stateWords(texts, state, language),
      link:
        state.kind === 'draft' || state.kind === 'half' || state.kind === 'publishing'
          ? { href: `/releases/${encodeURIComponent(round)}?lang=${language}`, label: texts.list.open(round) }
          : null,
    })),
  };
}

function stateWords({ state: t }: ReleaseTexts, state: BuildRow['state'], language: Language): string {
  switch (state.kind) {
    case 'protecting':
      return t.protecting(String(state.percent));
    case 'published':
      return t.published(formatsOf(language).day(state.on));
    case 'waiting':
    case 'counting':
    case 'writing':
    case 'stopped':
    case 'draft':
    case 'half':
    case 'publishing':
      return t[state.kind];
    default:
      return state satisfies never;
  }
}
