import { FEW_BELOW, type SafeCell } from '../disclosure/safe-table.ts';
import type { Answers } from '../engine/answer.ts';
import type { Question } from '../engine/question.ts';
import { scaleOf, type Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { formatsOf } from '../results/format-figures.ts';
import { decideStanding, type Among } from './decide-standing.ts';
import { EARLIER } from './texts/index.ts';

/** One question: what earlier graduates answered, and where the person's own answer stands. */
export type QuestionStanding = {
  id: string;
  title: string;
  lines: readonly string[];
  /** Empty where nothing may be shown. */
  rows: readonly { label: string; share: string; isOwn: boolean }[];
};

type Facts = {
  survey: Survey;
  language: Language;
  answers: Answers;
  cellOf: (among: Among, item: string) => SafeCell | undefined;
};

/** What the page prints of each question, in order; a question that this survey does not ask is left out. */
export function toStandings(items: readonly string[], facts: Facts): QuestionStanding[] {
  return items.flatMap((item) => {
    const question = facts.survey.questions.get(item);
    return question ? [toStanding(question, facts)] : [];
  });
}

function toStanding(question: Question, { survey, language, answers, cellOf }: Facts): QuestionStanding {
  const t = EARLIER[language];
  const { count, share } = formatsOf(language);
  const steps = stepsOf(question, survey, language);
  const labelOf = (code: string) => steps.find((step) => step.code === code)?.label ?? code;
  const standing = decideStanding(
    answers[question.code],
    steps.map(({ code }) => code),
    (among) => cellOf(among, question.code),
  );
  const own = steps.find(({ code }) => code === answers[question.code]);
  const base = { id: `q-${question.code}`, title: question.text[language] };
  const said = own ? t.yours(own.label) : t.none;
  if (!standing) return { ...base, lines: [said, t.hidden], rows: [] };
  const { below, same, above } = standing.own ?? { below: 0, same: 0, above: 0 };
  return {
    ...base,
    lines: [
      t.among[standing.among](count(standing.n)),
      ...(standing.n < FEW_BELOW ? [t.few] : []),
      said,
      ...(standing.own ? [t.standing(share(below), share(same), share(above))] : []),
    ],
    rows: standing.steps.map((step) => ({ label: labelOf(step.code), share: share(step.share), isOwn: step.isOwn })),
  };
}

/** The steps of a scale with their words, the lowest first. */
function stepsOf(question: Question, survey: Survey, language: Language): { code: string; label: string }[] {
  if (question.kind === 'scale') {
    const { options } = scaleOf(survey, question.scale);
    return options
      .toSorted((a, b) => a.score - b.score)
      .map(({ code, score, label }) => ({ code, label: `${score} – ${label[language]}` }));
  }
  if (question.kind !== 'nps') return [];
  const words: Readonly<Record<string, string>> = { '0': question.low[language], '10': question.high[language] };
  return Array.from({ length: 11 }, (_, score) => String(score)).map((code) => ({
    code,
    label: words[code] === undefined ? code : `${code} – ${words[code]}`,
  }));
}
