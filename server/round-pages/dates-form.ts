import type { Refused } from '../accounts/staff-frame.ts';
import { monthNames } from '../responses/dates.ts';
import {
  END_OF_DAY,
  readMoment,
  type DateField,
  type DateProblem,
  type TypedDates,
  type TypedMoment,
} from '../rounds/decide-dates.ts';
import { timeWords, type Speech } from './moment-words.ts';
import type { RoundTexts } from './texts/index.ts';

type Labels = { day: string; month: string; year: string; time: string };
/** A date, and where it has one a time, as its fields are printed. */
export type MomentField = {
  id: string;
  legend: string;
  hint: string;
  error: string | null;
  labels: Labels;
  typed: TypedMoment;
  months: readonly { value: string; label: string }[];
  times: readonly { value: string; label: string }[];
  /** Asked where the clocks show the time twice. */
  fold: { question: string; choices: readonly { value: string; label: string }[] } | null;
};
export type DatesForm = { moments: readonly MomentField[]; tolerance: { value: string; error: string | null } };

type Shown = {
  typed: TypedDates;
  problems: readonly DateProblem[];
  zone: string;
  fields: readonly Exclude<DateField, 'tolerance'>[];
};

/** The fields of dates, filled with what was typed. */
export function datesForm({ typed, problems, zone, fields }: Shown, speech: Speech): DatesForm {
  const { t, language } = speech;
  const errors = new Map(problems.map((problem) => [problem.field, problemWords(problem, t)] as const));
  const months = monthNames(language).map((label, index) => ({ value: String(index + 1), label }));
  const { day, month, year, time } = t.dates;
  const momentOf = (field: Exclude<DateField, 'tolerance'>): MomentField => {
    const hasTime = field !== 'reports';
    const value = field === 'reports' ? { ...typed.reports, time: '', fold: '' } : typed[field];
    const legend = hasTime ? `${t.dates[field]}, ${t.dates.zone(zone)}` : `${t.dates.reports} (${t.dates.optional})`;
    return {
      id: field,
      legend,
      hint: { opens: '', closes: t.dates.closesHint, reports: t.dates.reportsHint }[field],
      error: errors.get(field) ?? null,
      labels: { day, month, year, time },
      typed: value,
      months,
      times: hasTime ? timeChoices(value.time, field, speech) : [],
      fold: hasTime && isTwice(value, zone, field === 'closes') ? foldOf(t) : null,
    };
  };
  return {
    moments: fields.map(momentOf),
    tolerance: { value: typed.tolerance, error: errors.get('tolerance') ?? null },
  };
}

/** Half hours, the end of the day for a closing, and a time that a command has set. */
function timeChoices(chosen: string, field: DateField, { language }: Speech): MomentField['times'] {
  const half = Array.from({ length: 48 }, (_, index) => clock(Math.floor(index / 2), (index % 2) * 30));
  const all = new Set([...half, ...(field === 'closes' ? [END_OF_DAY] : []), ...(chosen === '' ? [] : [chosen])]);
  return [...all].toSorted().map((value) => ({ value, label: timeWords(value, language) }));
}

function clock(hour: number, minute: number): string {
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
}

function isTwice(typed: TypedMoment, zone: string, closing: boolean): boolean {
  return readMoment({ ...typed, fold: '' }, zone, { closing }) === 'twice';
}

function foldOf({ dates: t }: RoundTexts): MomentField['fold'] {
  return {
    question: t.fold,
    choices: [
      { value: 'first', label: t.first },
      { value: 'second', label: t.second },
    ],
  };
}

/** What to say of the fields that were refused, with the element to go to. */
export function dateErrors(problems: readonly DateProblem[], t: RoundTexts): Refused[] {
  return problems.map((problem) => ({ id: elementOf(problem), message: problemWords(problem, t) }));
}

function elementOf({ field, kind }: DateProblem): string {
  if (field === 'tolerance') return 'tolerance';
  if (kind === 'twice') return `${field}-first`;
  return kind === 'no_time' || kind === 'skipped' ? `${field}-time` : `${field}-day`;
}

function problemWords({ field, kind }: DateProblem, { dates: t }: RoundTexts): string {
  return t.problems[kind](t[field]);
}
