import { formOf, textOf } from '../http/form.ts';
import { CHOICES, type Choice } from './decide-review.ts';
import type { ThemeCommand } from './keep-theme.ts';
import type { PostedReview } from './review-text.ts';

/** A reviewer's form, as it was typed. */
export function postedReview(by: string, body: unknown): PostedReview {
  const choice: Choice | null = CHOICES.find((one) => one === textOf(body, 'choice')) ?? null;
  return {
    by,
    revision: Number(textOf(body, 'revision')) || 0,
    choice,
    ticked: allOf(body, 'mark').map(Number),
    words: textOf(body, 'words').slice(0, 4000),
    reason: textOf(body, 'reason').slice(0, 1000),
    themes: allOf(body, 'theme'),
  };
}

/** Every value of a field that may come several times. */
function allOf(body: unknown, name: string): string[] {
  return [formOf(body)[name]].flat().filter((value): value is string => typeof value === 'string');
}

/** What a form of themes asks for. */
export function themeCommand(body: unknown): ThemeCommand {
  const name = (language: 'fi' | 'sv' | 'en') => textOf(body, `name_${language}`);
  const names = { fi: name('fi'), sv: name('sv'), en: name('en') };
  const id = textOf(body, 'id');
  const kind = textOf(body, 'do');
  if (kind === 'rename' || kind === 'remove') return { kind, id, names };
  return { kind: 'add', names };
}
