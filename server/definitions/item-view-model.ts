import type { ItemDiff, RoutingDiff, TrendEffect } from '../comparability/diff-item.ts';
import { canonical, type OptionDiff, type TextDiff, type Verdict } from '../comparability/diff-parts.ts';
import type { Condition } from '../engine/condition.ts';
import { textWithoutPerson } from '../engine/fill-texts.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import { hasMoved } from './diff-selection.ts';
import { markChanges, type Piece } from './mark-changes.ts';
import { settingInWords, type SettingView } from './setting-words.ts';
import type { DefinitionTexts } from './texts/index.ts';

/** A verdict with the sign that stands for it beside its colour. */
export type VerdictView = { code: Verdict; sign: string; name: string };
/** A text in every language, with the words that changed marked. */
export type TextView = {
  name: string;
  languages: readonly { language: Language; name: string; isSame: boolean; pieces: readonly Piece[] }[];
};
export type OptionView = { code: string; part: string | null; verdicts: readonly string[]; label: TextView | null };
type Link = { href: string; label: string };
export type ItemView = {
  id: string;
  code: string;
  heading: string;
  verdicts: readonly VerdictView[];
  /** Sentences on what is not seen in the item itself. */
  lines: readonly string[];
  texts: readonly TextView[];
  options: readonly OptionView[];
  /** The same where none of them changed: a list a language. */
  plainOptions: readonly { language: Language; name: string; options: readonly { code: string; label: string }[] }[];
  /** Options that are left out, since they stayed as they were. */
  hasMore: boolean;
  settings: readonly SettingView[];
  asked: { was: string; now: string; through: readonly Link[] } | null;
  trend: { kind: TrendEffect['kind']; sign: string; words: string; note: string | null };
};

/** What an item's words are made with. */
export type ItemWords = {
  language: Language;
  texts: DefinitionTexts;
  /** Everything, or only what changed. */
  everything: boolean;
  /** Who is asked, by the conditions of one version. */
  who: (side: 'from' | 'to', conditions: readonly Condition[]) => string;
  titleOf: (page: string) => string;
  linkTo: (code: string) => Link;
};

const SIGNS: Readonly<Record<Verdict, string>> = {
  routing: '→',
  scale: '↕',
  options: '≡',
  wording: 'Aa',
  translation: 'Ää',
  same: '',
  new: '+',
  dropped: '−',
};
const TREND_SIGNS: Readonly<Record<TrendEffect['kind'], string>> = {
  continues: '—',
  needs_declaration: '!',
  needs_mapping: '!',
  recoded: '◇',
  broken: '≠',
  begins: '+',
  ends: '−',
  none: '',
};
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

/** A verdict in words, with its sign. */
export function verdictView(code: Verdict, texts: DefinitionTexts): VerdictView {
  return { code, sign: SIGNS[code], name: texts.verdicts[code].name };
}

/** Anchor of an item: a dropped one may have the code of a new one, and a variable that of a question. */
export function anchorOf({ from, to, page }: Pick<ItemDiff, 'from' | 'to' | 'page'>): string {
  const prefix = page.from === null && page.to === null ? 'b' : 'q';
  return to === null ? `${prefix}-${from}-dropped` : `${prefix}-${to}`;
}

/** What an item is called: its question, or the name of a variable; as it is now, or as it was. */
export function headingOf({ texts, from, to }: ItemDiff, language: Language): string {
  const text = texts.find(({ part }) => part === 'text' || part === 'label');
  const words = (text?.to ?? text?.from)?.[language];
  return words === undefined ? (to ?? from ?? '') : textWithoutPerson(words, language);
}

/** Everything that the page says of one question or variable. */
export function toItemView(item: ItemDiff, words: ItemWords): ItemView {
  const { language, texts, everything } = words;
  const { from, to, kind, routing } = item;
  const isBoth = from !== null && to !== null;
  const own = item.texts.filter(({ part }) => part !== 'page.intro');
  const shownTexts = own.filter(({ verdict }) => everything || !isBoth || verdict !== 'same');
  const shownOptions = optionsToShow(item, everything);
  const isPlain = !isBoth || shownOptions.every(({ verdict, moved }) => verdict === 'same' && !moved);
  const differs = item.settings.filter((setting) => isBoth && canonical(setting.from) !== canonical(setting.to));
  const isOfAnotherKind = isBoth && kind.from !== kind.to;
  return {
    id: anchorOf(item),
    code: isBoth && from !== to ? `${from} → ${to}` : (to ?? from ?? ''),
    heading: headingOf(item, language),
    verdicts: item.verdicts.map((verdict) => verdictView(verdict, texts)),
    lines: linesOf(item, words),
    texts: shownTexts.map((text) => textView(text, texts, { marked: isBoth })),
    options: isPlain ? [] : shownOptions.map((option) => optionView(option, texts)),
    plainOptions: isPlain && shownOptions.length > 0 ? plainOptions(shownOptions, texts) : [],
    hasMore: shownOptions.length > 0 && shownOptions.length < item.options.length,
    settings: [
      ...(isOfAnotherKind
        ? [{ name: texts.diff.kind, was: kindName(texts, kind.from), now: kindName(texts, kind.to) }]
        : []),
      ...differs.map((setting) => settingInWords(setting, texts)),
    ],
    asked: routing && askedView(routing, words),
    trend: trendView(item.trend, words),
  };
}

/** A text in all languages. Not marked: of something that is new or gone as a whole, which says so once. */
export function textView(text: TextDiff, texts: DefinitionTexts, { marked }: { marked: boolean }): TextView {
  return {
    name: texts.texts[text.part] ?? text.part,
    languages: LANGUAGES.map((language) => {
      const [before, after] = [text.from?.[language] ?? null, text.to?.[language] ?? null];
      const one = after ?? before;
      return {
        language,
        name: LANGUAGE_NAMES[language],
        isSame: marked && text.languages[language] === 'same',
        pieces: marked ? markChanges(before, after) : markChanges(one, one),
      };
    }),
  };
}

/** Long lists of codes are shown as far as they changed. */
function optionsToShow({ from, to, kind, options }: ItemDiff, everything: boolean): readonly OptionDiff[] {
  const isWhole = from === null || to === null || everything;
  if (isWhole && (kind.to ?? kind.from) !== 'codelist') return options;
  return from === null || to === null ? [] : options.filter(({ verdict, moved }) => verdict !== 'same' || moved);
}

function optionView({ part, code, verdict, moved, label }: OptionDiff, texts: DefinitionTexts): OptionView {
  return {
    code,
    part: partName(part, texts),
    verdicts: [
      ...(verdict === 'same' ? [] : [texts.verdicts[verdict].name]),
      ...(moved ? [texts.diff.movedOption] : []),
    ],
    label: label.from || label.to ? textView(label, texts, { marked: true }) : null,
  };
}

function plainOptions(options: readonly OptionDiff[], texts: DefinitionTexts): ItemView['plainOptions'] {
  return LANGUAGES.map((language) => ({
    language,
    name: LANGUAGE_NAMES[language],
    options: options.map(({ part, code, label }) => ({
      code: part === '' ? code : `${partName(part, texts)} ${code}`,
      label: (label.to ?? label.from)?.[language] ?? '',
    })),
  }));
}

function partName(part: string, texts: DefinitionTexts): string | null {
  return part === '' ? null : (texts.texts[part] ?? part);
}

function linesOf(item: ItemDiff, { texts, titleOf }: ItemWords): string[] {
  const intro = item.texts.find(({ part }) => part === 'page.intro');
  const isBoth = item.from !== null && item.to !== null;
  return [
    ...(hasMoved(item) ? [texts.diff.movedFrom(titleOf(item.page.from ?? ''))] : []),
    ...(isBoth && intro && intro.verdict !== 'same' ? [texts.diff.introChanged] : []),
  ];
}

function askedView({ from, to, through }: RoutingDiff, { who, linkTo }: ItemWords): ItemView['asked'] {
  return { was: who('from', from), now: who('to', to), through: through.map(linkTo) };
}

function trendView({ kind, match, classes, note }: TrendEffect, { texts, language }: ItemWords): ItemView['trend'] {
  const effect = kind === 'recoded' ? texts.recoded(classes) : texts.trends[kind];
  const isDeclared = kind === 'continues' || kind === 'recoded' || kind === 'broken';
  const words = isDeclared && match ? `${effect} (${texts.matches[match]})` : effect;
  return { kind, sign: TREND_SIGNS[kind], words, note: note?.[language] ?? null };
}

function kindName(texts: DefinitionTexts, kind: string | null): string {
  const names: Readonly<Record<string, string>> = texts.kinds;
  return names[kind ?? ''] ?? kind ?? '';
}
