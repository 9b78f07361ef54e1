import type { Question, QuestionOf } from '../engine/question.ts';
import { scaleOf, type Survey } from '../engine/survey.ts';
import type { Language, Text } from '../engine/text.ts';
import { letterOf } from './paper-routing.ts';
import { optionsOf } from './question-options.ts';
import type { PlacedQuestion } from './question-numbers.ts';
import { PAPER_TEXTS } from './texts/paper-texts.ts';

type Step = { code: string; label: string };
/** A line of a table of scales: its boxes are the steps of the head, and "cannot say" where it has words. */
export type PaperRow = {
  number: number | null;
  text: string;
  hint: string | null;
  code: string;
  cannotSay: string | null;
};
export type PaperAnswer =
  | {
      kind: 'options';
      note: string | null;
      columns: number;
      options: { letter: string; label: string; code: string }[];
    }
  | { kind: 'steps'; low: string; high: string; steps: string[] }
  | { kind: 'number'; boxes: number; decimals: number; unit: string }
  | { kind: 'month' }
  | { kind: 'write' }
  | { kind: 'lines'; count: number };
export type PaperBlock =
  | { kind: 'info'; text: string }
  | { kind: 'question'; number: number; code: string; text: string; hint: string | null; answer: PaperAnswer }
  | { kind: 'table'; steps: Step[]; groups: { number: number | null; text: string | null; rows: PaperRow[] }[] };

/** More codes than this are not printed: one is written by hand. */
const MOST_PRINTED = 30;

/** The blocks of neighbouring questions. Neighbours on scales of the same words share one table. */
export function paperBlocks(
  survey: Survey,
  questions: readonly Question[],
  placed: readonly PlacedQuestion[],
  language: Language,
): PaperBlock[] {
  const numbers = new Map(placed.map(({ question, number }) => [question.code, number]));
  const blocks: PaperBlock[] = [];
  for (const question of questions) {
    const last = blocks.at(-1);
    for (const block of blocksOf(survey, question, numbers.get(question.code) ?? 0, language)) {
      const isSameTable =
        last?.kind === 'table' && block.kind === 'table' && JSON.stringify(last.steps) === JSON.stringify(block.steps);
      if (isSameTable) last.groups.push(...block.groups);
      else blocks.push(block);
    }
  }
  return blocks;
}

function blocksOf(survey: Survey, question: Question, number: number, language: Language): PaperBlock[] {
  if (question.kind === 'info') return [{ kind: 'info', text: question.text[language] }];
  if (question.kind === 'pair') return pairTables(survey, question, number, language);
  const { code } = question;
  const text = question.text[language];
  const hint = question.hint?.[language] ?? null;
  if (question.kind === 'scale') {
    const row = { number, text, hint, code, cannotSay: question.cannotSay?.[language] ?? null };
    const groups = [{ number: null, text: null, rows: [row] }];
    return [{ kind: 'table', steps: stepsOf(survey, question.scale, language), groups }];
  }
  return [{ kind: 'question', number, code, text, hint, answer: answerOf(survey, question, language) }];
}

/** Both parts under the name of the skill: in one table where the scales have the same words, else in two. */
function pairTables(survey: Survey, pair: QuestionOf<'pair'>, number: number, language: Language): PaperBlock[] {
  const hint = pair.hint?.[language] ?? null;
  const partRow = (part: 'importance' | 'development', hintHere: string | null): PaperRow => ({
    number: null,
    text: pair[part].text[language],
    hint: hintHere,
    code: `${pair.code}.${part}`,
    cannotSay: pair[part].cannotSay?.[language] ?? null,
  });
  const rows = [partRow('importance', hint), partRow('development', null)];
  const steps = [pair.importance, pair.development].map(({ scale }) => stepsOf(survey, scale, language));
  const isShared = JSON.stringify(steps[0]) === JSON.stringify(steps[1]);
  const heading = { number, text: pair.text[language] };
  if (isShared) return [{ kind: 'table', steps: steps[0] ?? [], groups: [{ ...heading, rows }] }];
  return rows.map((row, index) => ({
    kind: 'table',
    steps: steps[index] ?? [],
    groups: [{ ...heading, rows: [row] }],
  }));
}

function stepsOf(survey: Survey, scale: string, language: Language): Step[] {
  return scaleOf(survey, scale).options.map(({ code, label }) => ({ code, label: label[language] }));
}

type Single = Exclude<Question, { kind: 'info' | 'pair' | 'scale' }>;
function answerOf(survey: Survey, question: Single, language: Language): PaperAnswer {
  switch (question.kind) {
    case 'single':
      return optionList(question.options, null, language);
    case 'multiple': {
      // A hint says it in the survey's own words.
      const isSaid = question.max === undefined || question.hint !== undefined;
      const note = isSaid ? null : PAPER_TEXTS[language].atMost(question.max ?? 0);
      const { alone } = PAPER_TEXTS[language];
      const lone = new Set(question.options.filter(({ exclusive }) => exclusive).map(({ code }) => code));
      const list = optionList(question.options, note, language);
      const options = list.options.map((option) =>
        lone.has(option.code) ? { ...option, label: `${option.label} ${alone}` } : option,
      );
      return { ...list, options };
    }
    case 'codelist': {
      const options = optionsOf(survey, question);
      return options.length > MOST_PRINTED ? { kind: 'write' } : optionList(options, null, language);
    }
    case 'nps': {
      const steps = optionsOf(survey, question).map(({ code }) => code);
      return { kind: 'steps', low: question.low[language], high: question.high[language], steps };
    }
    case 'number': {
      const { decimals, unit, max, min } = question;
      const digits = (limit: number) => String(Math.trunc(Math.abs(limit))).length;
      return { kind: 'number', boxes: Math.max(digits(max), digits(min)), decimals, unit: unit[language] };
    }
    case 'year_month':
      return { kind: 'month' };
    case 'text':
      return { kind: 'lines', count: Math.min(8, Math.max(1, Math.ceil(question.maxLength / 250))) };
    default:
      return question satisfies never;
  }
}

/** Long lists run in columns, so that a sheet is not spent on them. */
function optionList(options: readonly { code: string; label: Text }[], note: string | null, language: Language) {
  const printed = options.map(({ code, label }, index) => ({ letter: letterOf(index), label: label[language], code }));
  return { kind: 'options' as const, note, columns: printed.length > 14 ? 2 : 1, options: printed };
}
