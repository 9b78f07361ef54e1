import type { StaffFrame } from '../accounts/staff-frame.ts';
import type { Deps } from '../deps.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { registerNames } from './asked-round.ts';
import { peopleFrame, peoplePath, type Visit } from './people-frame.ts';
import { selectPeopleDegrees } from './person-store.ts';
import { numbersIn, peopleTexts, type PeopleTexts } from './texts/index.ts';

type NetworkModel = StaffFrame & {
  w: PeopleTexts;
  round: string;
  isOn: boolean;
  action: string;
  status: string | null;
  institutions: readonly { name: string; people: string }[];
};
const networkView = defineView<NetworkModel>('population/views/network');

/** What the network decides of a round's people, and how many each institution has; never a person. */
export async function networkPage(deps: Pick<Deps, 'db'>, visit: Visit, done: string): Promise<PageAnswer> {
  const w = peopleTexts(visit.language);
  const n = numbersIn(visit.language);
  const name = registerNames(visit.round.survey, visit.language).institution;
  const people = new Map<string, number>();
  for (const row of await selectPeopleDegrees(deps.db, visit.round.id, null)) {
    people.set(row.institution, (people.get(row.institution) ?? 0) + row.people);
  }
  return page(networkView, {
    ...peopleFrame(visit, w.network.title),
    w,
    round: w.round(visit.round.id),
    isOn: visit.round.showsStatus,
    action: peoplePath(visit, '/network'),
    status: done === 'saved' ? w.network.saved : null,
    institutions: [...people].map(([code, count]) => ({ name: name(code), people: n(count) })),
  });
}
