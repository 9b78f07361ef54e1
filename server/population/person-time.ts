import type { Deps } from '../deps.ts';
import { messagesById, type StaffFrame } from '../accounts/staff-frame.ts';
import { textOf } from '../http/form.ts';
import { page, redirect, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { extendForPerson } from '../rounds/extend-person.ts';
import { readZonedTime } from '../rounds/zoned-time.ts';
import type { SeenPerson } from './find-people.ts';
import { peopleFrame, peoplePath, type Visit } from './people-frame.ts';
import { lastDay } from './person-facts.ts';
import { timeTexts, type TimeTexts } from './texts/time.ts';

type TimeModel = StaffFrame & {
  w: TimeTexts;
  heading: string;
  back: { href: string; label: string };
  lead: string;
  has: string | null;
  typed: string;
  refused: string | undefined;
  action: string;
};
const timeView = defineView<TimeModel>('population/views/person-time');

/** Where one person is given more time than the round. */
export function personTimePage(
  visit: Visit,
  { row }: SeenPerson,
  shown: { typed?: string; fault?: string } = {},
): PageAnswer {
  const { language, round } = visit;
  const w = timeTexts(language);
  const errors = shown.fault === undefined ? [] : [{ id: 'until', message: shown.fault }];
  const heading = w.title(row.person_key);
  return page(
    timeView,
    {
      ...peopleFrame(visit, heading, { errors }),
      w,
      heading,
      back: { href: peoplePath(visit, `/${row.page}`), label: w.back },
      lead: w.lead(lastDay(round.closes_at, visit)),
      has: row.extended_to === null ? null : w.has(lastDay(row.extended_to, visit)),
      typed: shown.typed ?? '',
      refused: messagesById(errors)['until'],
      action: peoplePath(visit, `/${row.page}/time`),
    },
    errors.length > 0 ? 422 : 200,
  );
}

/** Gives more time, or takes it back. What was typed stays where it is refused. */
export async function postPersonTime(
  deps: Pick<Deps, 'db' | 'now'>,
  visit: Visit,
  { person, form }: { person: SeenPerson; form: unknown },
): Promise<PageAnswer> {
  const { language, round } = visit;
  const w = timeTexts(language);
  const typed = textOf(form, 'until').slice(0, 20);
  const isBack = textOf(form, 'back') === '1';
  const read = readZonedTime(typed, round.time_zone, { endOfDay: true });
  if (!isBack && (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || read.kind !== 'time'))
    return personTimePage(visit, person, { typed, fault: w.noDay });
  const until = isBack || read.kind !== 'time' ? null : read.at;
  const { person_key: personKey, page: address } = person.row;
  const outcome = await extendForPerson(deps, { roundId: round.id, personKey, until, by: visit.by });
  switch (outcome.kind) {
    case 'extended':
      return redirect(peoplePath(visit, `/${address}`, '&done=time_given'));
    case 'taken_back':
      return redirect(peoplePath(visit, `/${address}`, '&done=time_back'));
    case 'not_later':
      return personTimePage(visit, person, { typed, fault: w.notLater(lastDay(outcome.closes_at, visit)) });
    case 'not_now':
    case 'unknown_round':
    case 'unknown_person':
      return personTimePage(visit, person, { typed, fault: w.notNow });
    default:
      return outcome satisfies never;
  }
}
