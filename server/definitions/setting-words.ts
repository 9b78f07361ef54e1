import type { SettingDiff } from '../comparability/diff-parts.ts';
import type { DefinitionTexts } from './texts/index.ts';

export type SettingView = { name: string; was: string; now: string };

/** A rule of a question that changed, in words: its name, and what it was and is. */
export function settingInWords({ name, from, to }: SettingDiff, texts: DefinitionTexts): SettingView {
  const [was, now] = isRecord(from) && isRecord(to) ? differing(from, to) : [from, to];
  return { name: texts.settings[name] ?? name, was: valueInWords(was, texts.diff), now: valueInWords(now, texts.diff) };
}

/** Of two lists of many entries what differs is enough: every code of a list with its group is no reading. */
function differing(from: Record<string, unknown>, to: Record<string, unknown>): Record<string, unknown>[] {
  const isOther = (key: string) => JSON.stringify(from[key]) !== JSON.stringify(to[key]);
  return [from, to].map((side) => Object.fromEntries(Object.entries(side).filter(([key]) => isOther(key))));
}

function valueInWords(value: unknown, texts: DefinitionTexts['diff']): string {
  if (value === null || value === undefined) return texts.nothing;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (Array.isArray(value))
    return value.length > 0 ? value.map((one) => valueInWords(one, texts)).join(', ') : texts.nothing;
  if (!isRecord(value)) return String(value);
  const parts = Object.entries(value).map(([key, part]) =>
    Array.isArray(part) ? `${key}: ${part.join('–')}` : `${key}: ${valueInWords(part, texts)}`,
  );
  return parts.length > 0 ? parts.join(', ') : texts.nothing;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
