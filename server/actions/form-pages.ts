import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { frameOf, type ActionFrame, type Asked } from './action-frame.ts';
import type { ActionForm, ActionProblem } from './decide-action.ts';
import { formOfEntry, toFormView, toBothTexts, type BothTexts, type FormView } from './form-view-model.ts';
import { listVersions, toEntry } from './list-actions.ts';
import { loadDegree, type DegreeFacts } from './load-degree.ts';
import { findingOf, measuresOf } from './save-action.ts';
import type { ActionRow } from './store.ts';
import { actionTexts } from './texts/index.ts';

type ReadDeps = Pick<Deps, 'db' | 'surveys'>;

const formView = defineView<
  ActionFrame & { entry: FormView; action: string; revision: number; heading: string; both: BothTexts | null }
>('actions/views/form');

/** The form of a new entry, filled in from a finding of a report. */
export async function addPage(
  deps: ReadDeps,
  asked: Asked,
  { item, release }: { item: string; release: string },
): Promise<PageAnswer> {
  const facts = await loadDegree(deps, { ...asked.codes, items: item === '' ? [] : [item] });
  if (!facts) throw new HttpError(404, 'no such degree');
  const found = findingOf(facts, { item }, facts.releases.find(({ id }) => id === release)?.id ?? '');
  const title = facts.survey.questions.get(found.item)?.text[asked.language] ?? '';
  const measure = measuresOf(facts).includes(found.item) ? found.item : '';
  const form = { ...EMPTY, title, item: found.item, release: found.release, measure };
  return formPage(asked, { facts, form, problems: [], target: { kind: 'add' }, theirs: null });
}

const EMPTY: ActionForm = {
  title: '',
  item: '',
  release: '',
  on: '',
  body: '',
  decision: '',
  reason: '',
  what: '',
  role: '',
  due: '',
  measure: '',
  forStudents: false,
  savedBy: '',
  namesAreFine: false,
};

/** The form of an entry as it stands. */
export async function editPage(deps: ReadDeps, asked: Asked, id: string): Promise<PageAnswer> {
  const list = await listVersions(deps, { ...asked.codes, id });
  const entry = list?.entries.at(-1);
  if (!list || !entry) throw new HttpError(404, 'no such action');
  const form = { ...formOfEntry(entry), savedBy: '' };
  const target = { kind: 'edit', id, revision: entry.revision } as const;
  return formPage(asked, { facts: list.facts, form, problems: [], target, theirs: null });
}

export type FormTarget = { kind: 'add' } | { kind: 'edit'; id: string; revision: number };

/** A posted form again: what is wrong with it, or what somebody else saved meanwhile. */
export async function shownAgain(
  deps: ReadDeps,
  asked: Asked,
  {
    form,
    problems,
    target,
    theirs,
  }: { form: ActionForm; problems: readonly ActionProblem[]; target: FormTarget; theirs: ActionRow | null },
): Promise<PageAnswer> {
  const facts = await loadDegree(deps, { ...asked.codes, items: form.item === '' ? [] : [form.item] });
  if (!facts) throw new HttpError(404, 'no such degree');
  return formPage(asked, { facts, form, problems, target, theirs });
}

type FormFacts = {
  facts: DegreeFacts;
  form: ActionForm;
  problems: readonly ActionProblem[];
  target: FormTarget;
  theirs: ActionRow | null;
};

function formPage(asked: Asked, { facts, form, problems, target, theirs }: FormFacts): PageAnswer {
  const { language } = asked;
  const t = actionTexts(language);
  const found = findingOf(facts, form, form.release);
  const frozen = form.item === '' ? null : (found.frozen?.[language] ?? t.form.frozenNone);
  const heading = theirs ? t.conflict.title : target.kind === 'add' ? t.form.addTitle : t.form.editTitle;
  const frame = frameOf(asked, facts, problems.length > 0 ? `${t.errorPrefix}: ${heading}` : heading);
  const path = target.kind === 'add' ? 'add' : `${target.id}/edit`;
  const model = {
    ...frame,
    entry: toFormView({ facts, form, problems, frozen, language }),
    action: `${frame.home}/${path}?lang=${language}`,
    revision: theirs ? theirs.revision : target.kind === 'edit' ? target.revision : 0,
    heading,
    both: theirs && toBothTexts(facts, { theirs: toEntry(theirs), yours: form }, language),
  };
  return page(formView, model, theirs ? 409 : problems.length > 0 ? 422 : 200);
}
