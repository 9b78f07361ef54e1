import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { startChoices } from './new-round.ts';
import { roundFrame, type RoundFrame } from './round-frame.ts';
import { roundTexts } from './texts/index.ts';

type Choice = { href: string; label: string };
const choiceView = defineView<RoundFrame & { rounds: readonly Choice[]; surveys: readonly Choice[] }>(
  'round-pages/views/start-choice',
);

/** What a new round begins with. */
export async function startChoicePage(
  deps: Pick<Deps, 'db' | 'now' | 'surveys'>,
  language: Language,
): Promise<PageAnswer> {
  const { create: t } = roundTexts(language);
  const { rounds, surveys } = await startChoices(deps, language);
  const href = (named: string) => `/rounds/new?lang=${language}&from=${encodeURIComponent(named)}`;
  return page(choiceView, {
    ...roundFrame(language, t.title),
    rounds: rounds.map(({ named, name }) => ({ href: href(named), label: t.from(name) })),
    surveys: surveys.map(({ named, name }) => ({ href: href(named), label: t.blank(name) })),
  });
}
