import { LANGUAGES } from '../engine/text.ts';
import { formatZoned, zonedDay } from '../rounds/zoned-time.ts';
import type { MessagePlan, PlanStep, Template } from './plan-schema.ts';
import { isQuiet } from './sending-hours.ts';
import { TEMPLATES } from './texts/index.ts';

const DAY_MS = 24 * 3_600_000;
const HOUR = 9;

type Offered = Omit<PlanStep, 'at'> & { day: number };

/** Days from the opening; a reminder never falls into the 72 hours after the message before it. */
const OFFERED: readonly Offered[] = [
  { code: 'invitation', day: 0, channel: 'mail', audience: 'not_answered', reach: 'all', template: 'invitation' },
  {
    code: 'sms-invitation',
    day: 1,
    channel: 'sms',
    audience: 'not_answered',
    reach: 'without_mail',
    template: 'sms-invitation',
  },
  { code: 'reminder-1', day: 7, channel: 'mail', audience: 'not_started', reach: 'all', template: 'reminder-1' },
  { code: 'unfinished-1', day: 8, channel: 'mail', audience: 'partial', reach: 'all', template: 'unfinished-1' },
  {
    code: 'letter',
    day: 14,
    channel: 'letter',
    audience: 'not_answered',
    reach: 'without_mail_and_phone',
    template: 'letter',
  },
  { code: 'reminder-2', day: 16, channel: 'mail', audience: 'not_answered', reach: 'all', template: 'reminder-2' },
  { code: 'sms-reminder', day: 21, channel: 'sms', audience: 'not_answered', reach: 'all', template: 'sms-reminder' },
];
const LAST: Omit<PlanStep, 'at'> = {
  code: 'last-reminder',
  channel: 'mail',
  audience: 'not_answered',
  reach: 'all',
  template: 'last-reminder',
};
const LAST_DAYS_BEFORE_CLOSING = 3;

/** The plan that a round is offered: what fits between its opening and its closing, with the offered templates. */
export function defaultPlan(round: { opens_at: Date; closes_at: Date; time_zone: string }): MessagePlan {
  const { opens_at, closes_at, time_zone: zone } = round;
  const lastDay = closes_at.getTime() - LAST_DAYS_BEFORE_CLOSING * DAY_MS;
  const steps = OFFERED.flatMap(({ day, ...step }): PlanStep[] => {
    const at = sendingTime(opens_at.getTime() + day * DAY_MS, opens_at, zone);
    return day === 0 || at.getTime() < lastDay - LAST_DAYS_BEFORE_CLOSING * DAY_MS
      ? [{ ...step, at: written(at, zone) }]
      : [];
  });
  const last = sendingTime(lastDay, opens_at, zone);
  if (last.getTime() - opens_at.getTime() > LAST_DAYS_BEFORE_CLOSING * DAY_MS)
    steps.push({ ...LAST, at: written(last, zone) });
  const used = new Set(steps.map((step) => step.template));
  return { steps, templates: offeredTemplates((code) => used.has(code) || steps.length < 2) };
}

/** 9 o'clock of that day, or of the next on which messages may leave, and never before the opening. */
function sendingTime(near: number, opensAt: Date, zone: string): Date {
  for (let at = near; ; at += DAY_MS) {
    const morning = hourOf(new Date(at), zone);
    if (morning >= opensAt && !isQuiet(morning, zone)) return morning;
  }
}

function hourOf(at: Date, zone: string): Date {
  const shown = Number(formatZoned(at, zone).slice(11, 13)) * 60 + Number(formatZoned(at, zone).slice(14, 16));
  const moved = new Date(Math.floor(at.getTime() / 60_000) * 60_000 + (HOUR * 60 - shown) * 60_000);
  // Where the clocks changed in between, the hour is mended once.
  const off = Number(formatZoned(moved, zone).slice(11, 13)) - HOUR;
  return zonedDay(moved, zone) === zonedDay(at, zone) ? new Date(moved.getTime() - off * 3_600_000) : moved;
}

function written(at: Date, zone: string): string {
  return formatZoned(at, zone).replace(' ', 'T');
}

function offeredTemplates(wanted: (code: string) => boolean): Record<string, Template> {
  const codes = Object.keys(TEMPLATES.fi).filter(wanted);
  return Object.fromEntries(
    codes.map((code) => [
      code,
      Object.fromEntries(
        LANGUAGES.flatMap((language) => {
          const words = TEMPLATES[language][code];
          return words ? [[language, words]] : [];
        }),
      ),
    ]),
  );
}
