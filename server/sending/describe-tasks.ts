import type { Deps } from '../deps.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import { findPlan, type FoundPlan } from '../messages/save-plan.ts';
import { isTested } from '../messages/tested.ts';
import { linkTo, textsOf } from './visit.ts';

/** One row of a round's list of tasks. */
type Task = {
  code: string;
  label: string;
  state: 'done' | 'check' | 'unfinished' | 'not_started' | 'waiting';
  note: string;
  href: string | null;
};
type TaskDeps = Pick<Deps, 'ownerDb' | 'keys' | 'surveys' | 'config' | 'now'>;
/** `institution`: whose part; null = the network's. */
type Asked = { round: { id: string }; language: Language; institution: string | null };

/** The texts of the messages, one task a language: which can be sent as they are. */
export async function describeMessagesTask(deps: TaskDeps, asked: Asked): Promise<Task[]> {
  const { t, found, link } = await look(deps, asked);
  if (!found) return [];
  const templates = usedTemplates(found);
  return LANGUAGES.map((language): Task => {
    const findings = found.findings.flatMap(({ place, blocking }) => {
      const [, template = '', of = ''] = /^templates\.([^.]+)\.([a-z]+)/.exec(place) ?? [];
      return of === language ? [{ template, blocking }] : [];
    });
    const faults = new Set(findings.flatMap(({ template, blocking }) => (blocking ? [template] : [])));
    return {
      code: `messages-${language}`,
      label: `${t.pages.messages}, ${t.languages[language]}`,
      state: faults.size > 0 ? 'unfinished' : findings.length > 0 ? 'check' : 'done',
      note: t.tasks.messages(templates.length - faults.size, templates.length),
      href: link('/messages'),
    };
  });
}

/** The contact plan: saved by somebody, and its times right. */
export async function describePlanTask(deps: TaskDeps, asked: Asked): Promise<Task[]> {
  const { t, found, link } = await look(deps, asked);
  if (!found) return [];
  const faults = found.findings.filter(({ blocking, place }) => blocking && place.startsWith('steps['));
  const row = { code: 'plan', label: t.pages.plan, href: link('/plan') };
  if (found.version === null) return [{ ...row, state: 'not_started', note: t.tasks.offered }];
  if (faults.length > 0) return [{ ...row, state: 'unfinished', note: t.tasks.faults(faults.length) }];
  return [{ ...row, state: 'done', note: t.tasks.plan(found.plan.steps.length) }];
}

/** Test messages: every text that the plan uses was sent as a test, as it is. */
export async function describeTestTask(deps: TaskDeps, asked: Asked): Promise<Task[]> {
  const { t, found, link } = await look(deps, asked);
  if (!found) return [];
  const templates = usedTemplates(found);
  let tested = 0;
  for (const template of templates) {
    if (await isTested(deps.ownerDb, { roundId: asked.round.id, plan: found.plan, template })) tested += 1;
  }
  const state = tested === templates.length ? 'done' : tested === 0 ? 'not_started' : 'unfinished';
  const note = t.tasks.tests(tested, templates.length);
  return [{ code: 'test', label: t.step.test, state, note, href: link('/plan') }];
}

/** The plan of whoever sends; null where nothing is sent any more. */
async function look(deps: TaskDeps, { round, language, institution }: Asked) {
  const sender = institution ?? '';
  const found = await findPlan(deps, { roundId: round.id, sender });
  return {
    t: textsOf(language),
    found: found.kind === 'plan' ? found : null,
    link: (page: string) => linkTo({ roundId: round.id, sender, language }, page),
  };
}

function usedTemplates({ plan }: FoundPlan): string[] {
  return [...new Set(plan.steps.map(({ template }) => template))];
}
