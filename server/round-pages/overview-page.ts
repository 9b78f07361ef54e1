import { placeWords } from '../accounts/grant-words.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import type { RoundFacts } from '../rounds/load-rounds.ts';
import { commonTasks, institutionTasks, partOf, readyOf, withLinks } from './list-tasks.ts';
import { factRows, linksOf, monitorOf, rowsOf, type Overview, type TaskGroup } from './overview-view-model.ts';
import type { Reader } from './reader.ts';
import { roundFrame, roundName, type RoundFrame } from './round-frame.ts';
import { nextEvent, stateView } from './state-words.ts';
import { roundTexts } from './texts/index.ts';

const overviewView = defineView<RoundFrame & { overview: Overview }>('round-pages/views/overview');

type PageDeps = Pick<Deps, 'db' | 'ownerDb' | 'now' | 'surveys' | 'keys' | 'config'>;
type Asked = { reader: Reader; facts: RoundFacts; language: Language; done: string };

/** One round: where it is, its tasks, and what can be done with it. */
export async function overviewPage(deps: PageDeps, { reader, facts, language, done }: Asked): Promise<PageAnswer> {
  const t = roundTexts(language);
  const { row } = facts;
  const speech = { language, t };
  const said = Object.entries(t.overview.done).find(([name]) => name === done)?.[1] ?? null;
  const name = roundName(deps, row, language);
  const overview: Overview = {
    name,
    id: row.id,
    state: stateView(facts, speech),
    explained: t.overview.explained[facts.released ? 'reported' : facts.state],
    next: nextEvent(facts, speech),
    facts: factRows(facts, language),
    groups: await taskGroups(deps, { reader, facts, language }),
    monitor: monitorOf(facts, reader, language),
    links: linksOf(facts, reader, language),
  };
  return page(overviewView, { ...roundFrame(language, name, { done: said }), overview });
}

async function taskGroups(deps: PageDeps, { reader, facts, language }: Omit<Asked, 'done'>): Promise<TaskGroup[]> {
  if (!['draft', 'planned', 'open'].includes(facts.state)) return [];
  const t = roundTexts(language);
  const place = { roundId: facts.row.id, opens: reader.opens, language };
  const common = rowsOf(withLinks(await commonTasks(deps, facts, language), place), t);
  const ready = readyOf(common);
  const nation: TaskGroup = {
    title: reader.manages ? t.overview.tasks : t.overview.nation,
    lead: reader.manages ? null : t.overview.nationLead,
    ready: facts.state === 'draft' ? t.overview.ready(ready.done, ready.of) : null,
    rows: reader.manages
      ? common
      : common.map((task) => ({ ...task, href: task.code === 'population' ? null : task.href })),
  };
  const groups: TaskGroup[] = [];
  for (const institution of partOf(deps, facts, reader.institutions)) {
    const tasks = await institutionTasks(deps, facts, { language, institution });
    const words = placeWords({ institution, degree: '' }, { language, surveys: deps.surveys });
    groups.push({
      title: t.overview.ownPart(words),
      lead: null,
      ready: null,
      rows: rowsOf(withLinks(tasks, place), t),
    });
  }
  return [...groups, nation];
}
