import { queryOf, staffFrame, type Refused, type StaffFrame } from '../accounts/staff-frame.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { describeEvent, describingFor, type LogLine } from './describe-event.ts';
import { EVENT_GROUPS } from './event-kinds.ts';
import { NO_FILTER, wishOf, type LogFilter } from './log-wish.ts';
import { selectLog, selectNames, selectRoundExists } from './store.ts';
import { logTexts, type LogTexts } from './texts/index.ts';

const LINES = 100;

type Choice = { value: string; label: string };
type LogModel = StaffFrame & {
  log: LogTexts;
  heading: string;
  hasRounds: boolean;
  lines: readonly LogLine[];
  filter: LogFilter;
  isFiltered: boolean;
  groups: readonly Choice[];
  people: readonly Choice[];
  refused: Readonly<Record<string, string>>;
  links: { older: string | null; newest: string | null; clear: string; export: string; back: string | null };
};
const logView = defineView<LogModel>('audit/views/log');

/** Where a log stands: of all, or of a round, with the institutions whose entries may be seen (null = all). */
export type LogPlace = { roundId: string | null; places: readonly string[] | null };
type Shown = { language: Language; place: LogPlace; filter: LogFilter; before: string };

/** A page of the log, newest first. Null where there is no such round. */
export async function logPage(deps: Pick<Deps, 'db' | 'surveys'>, shown: Shown): Promise<PageAnswer | null> {
  const { language, place, filter } = shown;
  if (place.roundId !== null && !(await selectRoundExists(deps.db, place.roundId))) return null;
  const t = logTexts(language);
  const before = /^\d{1,18}$/.test(shown.before) ? shown.before : null;
  const { wish, refused } = wishOf(filter, place);
  const rows = await selectLog(deps.db, wish, { before, limit: LINES + 1 });
  const names = await selectNames(deps.db);
  const describing = describingFor(deps.surveys, { language, names });
  const lines = rows.slice(0, LINES);
  const errors = refused.map((id): Refused => ({ id, message: t.badDay }));
  const heading = place.roundId === null ? t.title : t.ofRound(place.roundId);
  const older = rows.length > LINES ? (lines.at(-1)?.id ?? '') : '';
  const href = (more: Readonly<Record<string, string>>) => `?${queryOf({ lang: language, ...filter, ...more })}`;
  const model: LogModel = {
    ...staffFrame(language, heading, { kept: { ...filter, before: before ?? '' }, errors }),
    log: t,
    heading,
    hasRounds: place.roundId === null,
    lines: lines.map((row) => describeEvent(row, describing)),
    filter,
    isFiltered: Object.values(filter).some((value) => value !== ''),
    groups: [choice('', t.all), ...Object.keys(EVENT_GROUPS).map((name) => choice(name, groupLabel(t, name)))],
    people: [choice('', t.anybody), ...[...names].map(([id, name]) => choice(id, name))],
    refused: Object.fromEntries(errors.map(({ id, message }) => [id, message])),
    links: {
      older: older === '' ? null : href({ before: older }),
      newest: before === null ? null : href({}),
      clear: `?${queryOf({ lang: language, ...NO_FILTER })}`,
      export: `${logPath(place)}/export?lang=${language}`,
      back: place.roundId === null ? null : `/rounds/${place.roundId}?lang=${language}`,
    },
  };
  return page(logView, model, errors.length > 0 ? 422 : 200);
}

/** The address of a log. */
export function logPath({ roundId }: LogPlace): string {
  return roundId === null ? '/staff/log' : `/rounds/${roundId}/log`;
}

function choice(value: string, label: string): Choice {
  return { value, label };
}

function groupLabel({ groups }: LogTexts, name: string): string {
  return Object.entries(groups).find(([one]) => one === name)?.[1] ?? name;
}
