import type { Refused } from '../accounts/staff-frame.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { monthNames } from '../responses/dates.ts';
import { listRecurrences, type RuleField, type RuleView, type TypedRule } from '../rounds/recurrences.ts';
import { shortMoment, timeWords, yearDay, type Speech } from './moment-words.ts';
import { startChoices, titleOf } from './new-round.ts';
import { roundFrame, roundPath, type RoundFrame } from './round-frame.ts';
import { roundTexts, type RoundTexts } from './texts/index.ts';

type Choice = { value: string; label: string };
type RuleRow = {
  id: string;
  words: string;
  more: string;
  next: string;
  rounds: readonly { href: string; label: string }[];
};
type Model = RoundFrame & {
  rules: readonly RuleRow[];
  typed: TypedRule;
  refused: Readonly<Record<string, string>>;
  surveys: readonly Choice[];
  months: readonly Choice[];
  times: readonly Choice[];
};
const yearlyView = defineView<Model>('round-pages/views/yearly');

type PageDeps = Pick<Deps, 'db' | 'now' | 'surveys'>;
type Shown = { done?: string; typed?: TypedRule; fields?: readonly RuleField[]; problem?: string };

const OFFERED: TypedRule = { survey: '', day: '1', month: '10', time: '09:00', daysOpen: '40', yearsAfter: '5' };

/** The rules that propose rounds, what each proposes next, and the form of another. */
export async function yearlyPage(
  deps: PageDeps,
  language: Language,
  { done = '', typed = OFFERED, fields = [], problem }: Shown = {},
): Promise<PageAnswer> {
  const t = roundTexts(language);
  const speech = { language, t };
  const own = fields.map((field): Refused => ({ id: field, message: t.yearly.problems[field] }));
  const errors = problem === undefined ? own : [...own, { id: 'rules', message: problem }];
  const said = done === 'added' || done === 'ended' ? t.yearly.done[done] : null;
  const { surveys } = await startChoices(deps, language);
  const model: Model = {
    ...roundFrame(language, t.yearly.title, { errors, done: said }),
    rules: (await listRecurrences(deps)).map((rule) => ruleRow(deps, rule, speech)),
    typed,
    refused: Object.fromEntries(own.map(({ id, message }) => [id, message])),
    surveys: surveys.map(({ named, name }) => ({ value: named.replace(/^survey:/, ''), label: name })),
    months: monthNames(language).map((label, index) => ({ value: String(index + 1), label })),
    times: hours(language),
  };
  return page(yearlyView, model, errors.length > 0 ? 422 : 200);
}

function ruleRow(deps: PageDeps, { id, survey, rule, next, rounds }: RuleView, speech: Speech): RuleRow {
  const { language } = speech;
  const { yearly: t }: RoundTexts = speech.t;
  const { dates, cohort } = next;
  const opens = shortMoment(dates.opens_at, rule.time_zone, speech);
  const closes = shortMoment(dates.closes_at, rule.time_zone, speech, { closing: true });
  return {
    id,
    words: t.rule(yearDay(rule.month, rule.day, language), rule.years_after),
    more: t.ruleMore(titleOf(deps, survey, language), timeWords(rule.opens_time, language), rule.days_open),
    next: t.next(cohort, opens, closes),
    rounds: rounds.map((roundId) => ({ href: roundPath(roundId, '', language), label: roundId })),
  };
}

function hours(language: Language): Choice[] {
  return Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`).map((value) => ({
    value,
    label: timeWords(value, language),
  }));
}
