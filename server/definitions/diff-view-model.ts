import type { DefinitionDiff, PageDiff } from '../comparability/diff-definitions.ts';
import type { ItemDiff } from '../comparability/diff-item.ts';
import { VERDICTS, type TextDiff, type Verdict } from '../comparability/diff-parts.ts';
import type { Condition } from '../engine/condition.ts';
import type { Language } from '../engine/text.ts';
import { countByVerdict, isQuestion, isToTell, undeclared } from './diff-selection.ts';
import {
  anchorOf,
  headingOf,
  textView,
  toItemView,
  verdictView,
  type ItemView,
  type ItemWords,
  type TextView,
  type VerdictView,
} from './item-view-model.ts';
import { DEFINITION_TEXTS, type DefinitionTexts } from './texts/index.ts';

/** A part of the survey in the picture: one sign a question. `href` null: the part is not on the page. */
export type PartView = { title: string; href: string | null; cells: readonly VerdictView[]; words: string };
export type SectionView = {
  id: string;
  heading: string;
  verdicts: readonly VerdictView[];
  texts: readonly TextView[];
  items: readonly ItemView[];
};
export type DiffView = {
  t: DefinitionTexts['diff'];
  heading: string;
  /** Nothing that anybody could see changed, and no trend is declared otherwise. */
  isSame: boolean;
  everything: boolean;
  counts: readonly (VerdictView & { count: number; what: string })[];
  undeclared: readonly { href: string; label: string; words: string }[];
  source: string;
  parts: readonly PartView[];
  sections: readonly SectionView[];
  /** Whether a text on the page holds variables. */
  hasVariables: boolean;
};

export type DiffFacts = {
  diff: DefinitionDiff;
  /** The file of the map that the difference was made with. */
  mapFile: string | null;
  language: Language;
  everything: boolean;
  who: (side: 'from' | 'to', conditions: readonly Condition[]) => string;
};

/** What the page of a comparison prints: the difference that `definitions diff` prints, in words. */
export function toDiffView(facts: DiffFacts): DiffView {
  const { diff, language, everything } = facts;
  const texts = DEFINITION_TEXTS[language];
  const words = itemWords(facts, texts);
  const sections = sectionsOf(diff, words).filter(
    ({ texts: own, items, verdicts }) => own.length + items.length + verdicts.length > 0,
  );
  const counts = countByVerdict(diff.pages.flatMap(({ questions }) => questions));
  const title = diff.texts[0]?.to?.[language] ?? diff.survey;
  return {
    t: texts.diff,
    heading: texts.diff.title(title, diff.from, diff.to),
    isSame: isSame(diff),
    everything,
    counts: VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => ({
      ...verdictView(verdict, texts),
      count: counts[verdict],
      what: texts.verdicts[verdict].what,
    })),
    undeclared: undeclared(diff).map((item) => ({
      href: `#${anchorOf(item)}`,
      label: headingOf(item, language),
      words: toItemView(item, words).trend.words,
    })),
    source: facts.mapFile === null ? texts.diff.undeclaredPair : texts.diff.declared(facts.mapFile),
    parts: partsOf(diff, texts, { language, shown: new Set(sections.map(({ id }) => id)) }),
    sections,
    hasVariables: hasBraces(sections),
  };
}

function itemWords({ diff, language, everything, who }: DiffFacts, texts: DefinitionTexts): ItemWords {
  const all = [...diff.pages.flatMap(({ questions }) => questions), ...diff.background];
  return {
    language,
    texts,
    everything,
    who,
    titleOf: (code) =>
      titleOf(
        diff.pages.find((page) => page.code === code),
        language,
      ) ?? code,
    linkTo: (code) => {
      const item = all.find(({ from, to }) => from === code || to === code);
      return item ? { href: `#${anchorOf(item)}`, label: headingOf(item, language) } : { href: '#main', label: code };
    },
  };
}

function isSame({ texts, pages, background }: DefinitionDiff): boolean {
  const items = [...pages.flatMap(({ questions }) => questions), ...background];
  const isAsBefore = texts.every(({ verdict }) => verdict === 'same') && !items.some(isToTell);
  return isAsBefore && pages.every(({ verdicts }) => verdicts[0] === 'same');
}

function sectionsOf(diff: DefinitionDiff, words: ItemWords): SectionView[] {
  const { texts } = words;
  const plain = { verdicts: [], texts: [] };
  return [
    { ...plain, id: 'survey', heading: texts.diff.survey, texts: textsOf(diff.texts, words, true), items: [] },
    ...diff.pages.map((page) => pageSection(page, words)),
    { ...plain, id: 'background', heading: texts.diff.background, items: itemsOf(diff.background, words) },
  ];
}

function pageSection(page: PageDiff, words: ItemWords): SectionView {
  const { texts, language } = words;
  const isChanged = page.verdicts[0] !== 'same';
  const isBoth = page.verdicts[0] !== 'new' && page.verdicts[0] !== 'dropped';
  return {
    id: pageId(page),
    heading: texts.diff.part(titleOf(page, language) ?? page.code),
    verdicts: isChanged ? page.verdicts.map((verdict) => verdictView(verdict, texts)) : [],
    texts: isChanged || words.everything ? textsOf(page.texts, words, isBoth) : [],
    items: itemsOf(page.questions, words),
  };
}

function textsOf(own: readonly TextDiff[], { texts, everything }: ItemWords, marked: boolean): TextView[] {
  return own.filter(({ verdict }) => everything || verdict !== 'same').map((text) => textView(text, texts, { marked }));
}

function itemsOf(items: readonly ItemDiff[], words: ItemWords): ItemView[] {
  return items.filter((item) => words.everything || isToTell(item)).map((item) => toItemView(item, words));
}

function partsOf(
  { pages, background }: DefinitionDiff,
  texts: DefinitionTexts,
  { language, shown }: { language: Language; shown: ReadonlySet<string> },
): PartView[] {
  const part = (id: string, title: string, items: readonly ItemDiff[]): PartView => {
    const cells = items.filter(isQuestion).map(({ verdicts }): Verdict => verdicts[0] ?? 'same');
    const changed = cells.filter((verdict) => verdict !== 'same').length;
    return {
      title,
      href: shown.has(id) ? `#${id}` : null,
      cells: cells.map((verdict) => verdictView(verdict, texts)),
      words: texts.diff.changedOf(changed, cells.length),
    };
  };
  return [
    ...pages.map((page) => part(pageId(page), titleOf(page, language) ?? page.code, page.questions)),
    ...(background.length > 0 ? [part('background', texts.diff.background, background)] : []),
  ];
}

function pageId({ code }: PageDiff): string {
  return `part-${code}`;
}

function titleOf(page: PageDiff | undefined, language: Language): string | undefined {
  const title = page?.texts.find(({ part }) => part === 'title');
  return (title?.to ?? title?.from)?.[language];
}

function hasBraces(sections: readonly SectionView[]): boolean {
  const all = sections.flatMap(({ texts, items }) => [...texts, ...items.flatMap((item) => item.texts)]);
  return all.some(({ languages }) => languages.some(({ pieces }) => pieces.some(({ text }) => text.includes('{'))));
}
