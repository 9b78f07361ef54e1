import type { Condition } from '../engine/condition.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { conditionInWords, type Naming } from './condition-words.ts';
import { optionsOf } from './question-options.ts';
import type { PlacedQuestion } from './question-numbers.ts';
import { PAPER_TEXTS } from './texts/paper-texts.ts';

type Routed = { survey: Survey; placed: readonly PlacedQuestion[]; language: Language };

/**
 * Who answers some neighbouring questions, and where everyone else goes on: the first later question that
 * does not need the same condition. Empty for questions that are none (information alone).
 */
export function routingLine(
  { survey, placed, language }: Routed,
  asked: readonly PlacedQuestion[],
  condition: Condition,
): string | null {
  const [first, last] = [asked[0], asked.at(-1)];
  if (!first || !last) return null;
  const texts = PAPER_TEXTS[language];
  const clause = conditionInWords(survey, condition, language, byNumber(placed, language));
  const written = JSON.stringify(condition);
  const next = placed.find(
    ({ number, conditions }) => number > last.number && !conditions.some((one) => JSON.stringify(one) === written),
  );
  const elsewhere = next ? texts.otherwise(next.number) : texts.otherwiseEnd;
  return `${texts.onlyIf(first.number, last.number, clause)} ${elsewhere}`;
}

/** The letter before an option: a to z, then aa, ab … */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

/** On paper a question is a number, and an option the letter or step that is printed beside its box. */
function byNumber(placed: readonly PlacedQuestion[], language: Language): Naming {
  return {
    question: (code) => String(placed.find(({ question }) => question.code === code)?.number ?? code),
    options: (survey, question, codes) => {
      const options = optionsOf(survey, question);
      const chosen = options.flatMap(({ code }, index) => (codes.includes(code) ? [index] : []));
      if (question.kind === 'codelist') return chosen.map((index) => options[index]?.label[language] ?? '');
      const isLettered = question.kind === 'single' || question.kind === 'multiple';
      const nameAt = (index: number) => {
        const option = options[index];
        if (isLettered || !option) return letterOf(index);
        return /^\d+$/.test(option.code) ? option.code : option.label[language];
      };
      return runsOf(chosen).map(([first, last]) =>
        last - first < 2 ? span(first, last).map(nameAt).join(', ') : `${nameAt(first)}–${nameAt(last)}`,
      );
    },
  };
}

/** Neighbouring numbers as first and last: 0, 1, 2, 5 → [0, 2], [5, 5]. */
function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
