import { registerList } from '../engine/register-lists.ts';
import type { Language } from '../engine/text.ts';
import { labelIn, roundTitle } from '../results/view-model.ts';
import type { ReadText } from './page-store.ts';
import type { OpenAnswersFacts } from './show-open-answers.ts';
import { openAnswerTexts } from './texts/index.ts';

/** From this many texts on a theme says about how many it has. */
const FEWEST_COUNTED = 10;

type Voice = { body: string; also: string };
type ThemeView = { name: string; count: string | null; voices: readonly Voice[] };
export type QuestionView = {
  id: string;
  question: string;
  /** null = nothing is shown. */
  who: string | null;
  /** null where no text fits the search. */
  themes: readonly ThemeView[] | null;
};
export type AnswersView = {
  degree: string;
  institution: string;
  round: string;
  invented: boolean;
  isReleased: boolean;
  q: string;
  questions: readonly QuestionView[];
};

/** The page of open answers of one degree: by question, then by theme, in the order that was drawn. */
export function toAnswersView(
  facts: OpenAnswersFacts,
  { language, q }: { language: Language; q: string },
): AnswersView {
  const { release, survey } = facts;
  const questions = [...survey.questions.values()].filter(({ kind }) => kind === 'text');
  const others = [...facts.pools.keys()].filter((item) => !survey.questions.has(item));
  return {
    degree: labelIn(survey, 'degree', facts.degree, language),
    institution: labelIn(survey, 'institution', facts.institution, language),
    round: roundTitle(survey, release.period, language),
    invented: release.invented,
    isReleased: facts.isReleased,
    q,
    questions: [
      ...questions.map(({ code, text }) => ({ code, text: text[language] })),
      ...others.map((code) => ({ code, text: code })),
    ].map(({ code, text }) => toQuestion(facts, { item: code, question: text, language, q })),
  };
}

function toQuestion(
  facts: OpenAnswersFacts,
  { item, question, language, q }: { item: string; question: string; language: Language; q: string },
): QuestionView {
  const pool = facts.pools.get(item);
  const id = `question-${item}`;
  if (!pool) return { id, question, who: null, themes: null };
  const found = pool.texts.filter(({ body }) => fits(body, q, language));
  const themes = found.length > 0 ? toThemes({ pool: pool.texts, found }, language) : null;
  return { id, question, who: whoWrote(facts, pool.group, language), themes };
}

/** Each text once, under the first of its themes; those without one come last. */
function toThemes(
  { pool, found }: { pool: readonly ReadText[]; found: readonly ReadText[] },
  language: Language,
): ThemeView[] {
  const t = openAnswerTexts(language).page;
  const themed = new Map<string, ReadText[]>();
  for (const text of found) {
    const name = text.themes[0]?.[language] ?? '';
    themed.set(name, [...(themed.get(name) ?? []), text]);
  }
  const { compare } = new Intl.Collator(language);
  const names = [...themed.keys()].filter((name) => name !== '').toSorted(compare);
  const all = themed.has('') ? [...names, ''] : names;
  return all.map((name) => ({
    name: name === '' ? (names.length > 0 ? t.other : '') : name,
    // Counted over the pool, not over what a search found: a search is no breakdown.
    count:
      name === ''
        ? null
        : countClass(pool.filter(({ themes }) => themes.some((theme) => theme[language] === name)).length, language),
    voices: (themed.get(name) ?? []).map(({ body, themes }) => ({
      body,
      also: themes
        .slice(1)
        .map((theme) => theme[language])
        .join(', '),
    })),
  }));
}

function countClass(count: number, language: Language): string | null {
  const { ten, twenty, fifty } = openAnswerTexts(language).page.countClass;
  if (count < FEWEST_COUNTED) return null;
  return count < 20 ? ten : count < 50 ? twenty : fifty;
}

function whoWrote({ survey, field }: OpenAnswersFacts, group: string, language: Language): string {
  const { group: t } = openAnswerTexts(language).page;
  const name = registerList(survey, 'degree').groups?.find(({ code }) => code === field)?.label[language] ?? field;
  if (group.startsWith('degree/')) return t.degree;
  if (group.startsWith('institution_field/')) return t.institution_field(name);
  return group.startsWith('field/') ? t.field(name) : t.nation;
}

function fits(body: string, q: string, language: Language): boolean {
  const lower = body.toLocaleLowerCase(language);
  return q
    .toLocaleLowerCase(language)
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
