import type { StaffPerson } from '../accounts/decide-access.ts';
import { linksOf, type StaffLink } from '../accounts/staff-links.ts';
import { todayOf } from '../accounts/sessions.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { feedbackTask } from '../feedback/staff-pages.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { loadRounds, type RoundReader } from '../rounds/load-rounds.ts';
import { roundFrame, roundName, roundPath, type RoundFrame } from './round-frame.ts';
import { nextEvent, stateView, type StateView } from './state-words.ts';
import { roundTexts } from './texts/index.ts';

type Going = { href: string; name: string; state: StateView; next: string };
type Model = RoundFrame & {
  hello: string;
  /** null = whoever reads sees no rounds. */
  rounds: readonly Going[] | null;
  /** Feedback that waits for an answer of theirs, with the day on which it is due. */
  task: Awaited<ReturnType<typeof feedbackTask>>;
  links: readonly StaffLink[];
  account: string;
};
const startView = defineView<Model>('round-pages/views/start');

const MOST_ROUNDS = 5;

/** What each role does next: its rounds under way, and its pages. */
export async function startPage(
  deps: Pick<Deps, 'db' | 'now' | 'surveys'>,
  { person, reader, language }: { person: StaffPerson; reader: RoundReader; language: Language },
): Promise<PageAnswer> {
  const t = roundTexts(language);
  const speech = { language, t };
  const sees = reader.all || reader.institutions.length > 0;
  const rounds = sees ? await loadRounds(deps, reader) : [];
  const visitor = { kind: 'person', person, sessionId: '' } as const;
  const going = rounds.filter(({ state }) => state !== 'frozen').slice(0, MOST_ROUNDS);
  return page(startView, {
    ...roundFrame(language, t.start.title),
    hello: t.start.hello(person.name),
    rounds: sees
      ? going.map((facts) => ({
          href: roundPath(facts.row.id, '', language),
          name: roundName(deps, facts.row, language),
          state: stateView(facts, speech),
          next: nextEvent(facts, speech),
        }))
      : null,
    task: await feedbackTask(deps, { language, visitor }),
    links: linksOf(visitor, language, todayOf(deps)),
    account: `/staff/account?lang=${language}`,
  });
}
