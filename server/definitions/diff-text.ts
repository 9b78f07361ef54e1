import type { DefinitionDiff, PageDiff } from '../comparability/diff-definitions.ts';
import type { ItemDiff, TrendEffect } from '../comparability/diff-item.ts';
import type { OptionDiff, SettingDiff, TextDiff } from '../comparability/diff-parts.ts';
import { LANGUAGES } from '../engine/text.ts';
import { askedText } from './condition-text.ts';
import { countByVerdict, hasMoved, isToTell, undeclared } from './diff-selection.ts';

/**
 * What differs between two versions, for a person: by page, question, option and language, with the trend of
 * each. What is the same is left out.
 */
export function diffText(diff: DefinitionDiff): string {
  const questions = diff.pages.flatMap((page) => page.questions);
  const open = undeclared(diff);
  return [
    `${diff.survey}: version ${diff.from} to version ${diff.to}`,
    countsText(countByVerdict(questions)),
    ...diff.texts.flatMap((text) => textLines(text, '')),
    ...section('Background', [], diff.background),
    ...diff.pages.flatMap(pageLines),
    ...(open.length > 0 ? ['', `To be declared in the comparability map: ${open.map(nameOf).join(', ')}.`] : []),
  ].join('\n');
}

function countsText(counts: ReturnType<typeof countByVerdict>): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { same, new: young, dropped } = counts;
  return `${all} questions: ${same} the same, ${all - same - young - dropped} changed, ${young} new, ${dropped} dropped.`;
}

function pageLines(page: PageDiff): string[] {
  const own = page.texts.flatMap((text) => textLines(text, '  '));
  const verdict = page.verdicts[0] === 'same' ? '' : `: ${page.verdicts.join(', ')}`;
  return section(`Page ${page.code}${verdict}`, verdict === '' ? [] : own, page.questions, verdict !== '');
}

function section(title: string, own: readonly string[], items: readonly ItemDiff[], always = false): string[] {
  const lines = items.filter(isToTell).flatMap(itemLines);
  return always || own.length + lines.length > 0 ? ['', title, ...own, ...lines] : [];
}

function itemLines(item: ItemDiff): string[] {
  const { page, verdicts, routing } = item;
  const moved = hasMoved(item) ? [`    moved from page ${page.from}`] : [];
  const both = item.from !== null && item.to !== null;
  return [
    `  ${nameOf(item)}: ${verdicts.join(', ')}`,
    ...moved,
    // Of a new or dropped question its text is enough.
    ...item.texts
      .filter(({ part }) => both || part === 'text' || part === 'label')
      .filter(({ part }) => part !== 'page.intro')
      .flatMap((text) => textLines(text, '    ')),
    ...(both ? item.options.flatMap(optionLines) : []),
    ...(both ? item.settings.flatMap(settingLines) : []),
    ...(routing
      ? [
          `    asked: ${askedText(routing.from)} -> ${askedText(routing.to)}`,
          ...(routing.through.length > 0
            ? [`    which depends on changed questions: ${routing.through.join(', ')}`]
            : []),
        ]
      : []),
    `    trend: ${trendText(item.trend)}`,
  ];
}

function nameOf({ from, to }: ItemDiff): string {
  return from !== null && to !== null && from !== to ? `${from} -> ${to}` : (to ?? from ?? '');
}

function textLines(text: TextDiff, indent: string): string[] {
  const changed = LANGUAGES.filter((language) => text.languages[language] !== 'same');
  return changed.map((language) => {
    const [from, to] = [text.from?.[language], text.to?.[language]];
    const words = [from, to].filter((part) => part !== undefined).map((part) => JSON.stringify(part));
    return `${indent}${text.part} ${language} (${text.languages[language]}): ${words.join(' -> ')}`;
  });
}

function optionLines({ part, code, verdict, label, moved }: OptionDiff): string[] {
  if (verdict === 'same' && !moved) return [];
  const name = part === '' ? `option ${code}` : `${part} option ${code}`;
  const what = [...(verdict === 'same' ? [] : [verdict]), ...(moved ? ['moved'] : [])].join(', ');
  return [`    ${name}: ${what}`, ...textLines(label, '      ')];
}

function settingLines({ name, verdict, from, to }: SettingDiff): string[] {
  const [before, after] = [from, to].map((value) => JSON.stringify(value));
  return verdict === 'same' && before === after ? [] : [`    ${name}: ${before} -> ${after}`];
}

function trendText({ kind, match, classes, note }: TrendEffect): string {
  const told = note ? ` ${note.en}` : '';
  switch (kind) {
    case 'continues':
      return `continues (${match ?? 'identical'}).${told}`;
    case 'recoded':
      return classes === null ? `continues on the common base.${told}` : `recoded to ${classes} classes.${told}`;
    case 'broken':
      return `broken (${match ?? 'broken'}).${told}`;
    case 'begins':
      return `begins.${told}`;
    case 'ends':
      return `ends.${told}`;
    case 'needs_declaration':
      return 'needs a declaration.';
    case 'needs_mapping':
      return 'needs a mapping onto a common scale, or to be declared broken.';
    case 'none':
      return 'none: it has no figures.';
    default:
      return kind satisfies never;
  }
}
