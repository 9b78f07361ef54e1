import { CANNOT_SAY, type AnswerValue } from '../engine/answer.ts';
import { isMet, type Background } from '../engine/condition.ts';
import { isOwnCode } from '../engine/own-block.ts';
import type { Question, QuestionOf } from '../engine/question.ts';
import { listOf, scaleOf, type Survey } from '../engine/survey.ts';
import type { Programme } from './make-nation.ts';
import {
  OPEN_TEXTS,
  PAY_BY_FIELD,
  PAY_OTHERWISE,
  RECOMMENDATION,
  SHIFT_BY_FIELD,
  WIDE_GAPS,
  scaleShares,
  singleWeights,
} from './profiles.ts';
import { hashOf, type Random } from './random.ts';

const ITEM_NON_RESPONSE = 0.04;
const CANNOT_SAY_SHARE = 0.03;
const WRITES_TEXT = 0.12;

/** One simulated person's leanings, in standard deviations; answers to judgements share `content`. */
type Leaning = { random: Random; programme: Programme; content: number };

/**
 * Answers of one simulated person, along the routing of any definition. Known questions follow the
 * published shares of profiles.ts; others are drawn by their type.
 * Own questions draw from `ownRandom`, so that all other answers are the same with and without them.
 */
export function drawAnswers(
  survey: Survey,
  random: Random,
  person: { programme: Programme; background: Background; ownRandom?: Random },
) {
  const answers: Record<string, AnswerValue> = {};
  const { programme, background } = person;
  const content = random.normal() + programme.shift + (SHIFT_BY_FIELD[programme.field] ?? 0);
  for (const page of survey.definition.pages) {
    if (page.showIf && !isMet(page.showIf, answers, background)) continue;
    const leaning: Leaning = {
      random: isOwnCode(page.code) ? (person.ownRandom ?? random) : random,
      programme,
      content,
    };
    // Conditions look at earlier pages only, so what this page gives is added after it.
    const given = page.questions.flatMap((question) => {
      if (question.showIf && !isMet(question.showIf, answers, background)) return [];
      if (question.kind !== 'text' && leaning.random.next() < ITEM_NON_RESPONSE) return [];
      const value = drawValue(survey, question, leaning);
      return value === null ? [] : [[question.code, value] as const];
    });
    Object.assign(answers, Object.fromEntries(given));
  }
  return answers;
}

function drawValue(survey: Survey, question: Question, leaning: Leaning): AnswerValue | null {
  const { random } = leaning;
  switch (question.kind) {
    case 'single':
      return question.options[random.weighted(singleWeights(question.code, question.options.length))]?.code ?? null;
    case 'multiple':
      return drawSeveral(question, random);
    case 'scale':
      if (question.cannotSay && random.next() < CANNOT_SAY_SHARE) return CANNOT_SAY;
      return drawStep(survey, { scale: question.scale, shares: question.code, shift: 0 }, leaning);
    case 'pair':
      return drawPair(survey, question, leaning);
    case 'number':
      return drawNumber(question, leaning);
    case 'year_month':
      return drawMonth(question, random);
    case 'codelist':
      return drawCode(survey, question, leaning);
    case 'nps':
      return String(stepOf(RECOMMENDATION, 0.7 * leaning.content + 0.71 * random.normal()));
    case 'text':
      return random.next() < WRITES_TEXT ? (OPEN_TEXTS[random.below(OPEN_TEXTS.length)] ?? null) : null;
    case 'info':
      return null;
    default:
      return question satisfies never;
  }
}

function drawSeveral(question: QuestionOf<'multiple'>, random: Random): AnswerValue | null {
  const exclusive = question.options.find((option) => option.exclusive);
  if (exclusive && random.next() < 0.3) return [exclusive.code];
  const open = question.options
    .filter((option) => !option.exclusive && random.next() < 0.25)
    .map((option) => option.code);
  const chosen = open.slice(0, question.max ?? open.length);
  return chosen.length > 0 ? chosen : exclusive ? [exclusive.code] : null;
}

/** A step of a scale whose shares are known, for someone who leans up or down. */
function drawStep(survey: Survey, what: { scale: string; shares: string; shift: number }, leaning: Leaning): string {
  const { options } = scaleOf(survey, what.scale);
  const latent = 0.6 * leaning.content + 0.8 * leaning.random.normal() + what.shift;
  return options[stepOf(scaleShares(what.shares, options.length), latent)]?.code ?? '';
}

/** Each skill has a level of its own; what work asks for is mostly more than what studies gave. */
function drawPair(survey: Survey, question: QuestionOf<'pair'>, leaning: Leaning): AnswerValue | null {
  const { random, programme } = leaning;
  const level = ((hashOf(question.code) % 1000) / 1000 - 0.5) * 0.9;
  const fieldLevel = ((hashOf(question.code + programme.field) % 1000) / 1000 - 0.5) * 0.6;
  const gap = WIDE_GAPS.includes(question.code) ? 0.9 : 0.35;
  const part = (side: 'importance' | 'development', shift: number) => {
    if (question[side].cannotSay && random.next() < CANNOT_SAY_SHARE) return CANNOT_SAY;
    return drawStep(survey, { scale: question[side].scale, shares: question.code, shift }, leaning);
  };
  const importance = part('importance', level + fieldLevel + gap / 2);
  const development = part('development', level - gap / 2 + 0.3 * programme.shift);
  if (random.next() < ITEM_NON_RESPONSE / 2) return { importance };
  return { importance, development };
}

function drawNumber(question: QuestionOf<'number'>, { random, programme, content }: Leaning): AnswerValue {
  const { from, to } = question.plausible;
  const median =
    question.code === 'pay' ? (PAY_BY_FIELD[programme.field] ?? PAY_OTHERWISE) : Math.max(1, (from + to) / 12);
  const spread = question.code === 'pay' ? 0.24 : 0.8;
  const drawn = median * Math.exp(spread * (0.2 * content + 0.98 * random.normal()));
  const step = question.code === 'pay' ? 50 : 1;
  return Math.min(question.max, Math.max(question.min, Math.round(drawn / step) * step));
}

/** Most began their job in the last few years of the range that ends some years before its last year. */
function drawMonth(question: QuestionOf<'year_month'>, random: Random): AnswerValue {
  const latest = Math.min(question.toYear, 2025);
  const year = Math.max(question.fromYear, latest - Math.floor(8 * random.next() ** 2));
  const month = 1 + random.below(year === latest ? 9 : 12);
  return `${year}-${String(month).padStart(2, '0')}`;
}

function drawCode(
  survey: Survey,
  question: QuestionOf<'codelist'>,
  { random, programme }: Leaning,
): AnswerValue | null {
  const { codes } = listOf(survey, question.list);
  const finland = codes.find((entry) => entry.code === 'FI');
  if (finland && random.next() < 0.93) return finland.code;
  if (!finland && random.next() < 0.6) return codes[programme.homeRegion % codes.length]?.code ?? null;
  return codes[random.below(codes.length)]?.code ?? null;
}

/** The step whose share of a standard normal holds the latent value. */
function stepOf(shares: readonly number[], latent: number): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let left = normalShare(latent) * total;
  const found = shares.findIndex((share) => (left -= share) < 0);
  return found === -1 ? shares.length - 1 : found;
}

/** The standard normal's distribution function, to about 1e-3 (a logistic curve): enough for a simulation. */
function normalShare(value: number): number {
  return 1 / (1 + Math.exp(-1.5976 * value - 0.07056 * value ** 3));
}
