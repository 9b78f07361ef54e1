import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { HttpError } from '../http/errors.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { formatsOf } from '../results/format-figures.ts';
import { reportFrame, type ReportFrame } from '../results/page-frame.ts';
import { labelIn } from '../results/view-model.ts';
import { partsOf, toEntryView, type EntryView } from './action-view-model.ts';
import type { ActionForm, ActionProblem } from './decide-action.ts';
import { formOfEntry, toFormView, type FormView } from './form-view-model.ts';
import { listActions, listVersions, toEntry } from './list-actions.ts';
import { loadDegree, type DegreeCodes, type DegreeFacts } from './load-degree.ts';
import { findingOf } from './save-action.ts';
import type { ActionRow } from './store.ts';
import { actionTexts, type ActionTexts } from './texts/index.ts';

type ActionFrame = ReportFrame & {
  t: ActionTexts;
  place: string;
  /** Address of the log, without its query. */
  home: string;
  /** The newest report of the degree, or null. */
  report: string | null;
};
type Version = { heading: string; decision: string; title: string; parts: readonly { label: string; value: string }[] };
type Both = { label: string; theirs: string; yours: string };

const listView = defineView<ActionFrame & { entries: readonly EntryView[] }>('actions/views/list');
const formView = defineView<
  ActionFrame & { entry: FormView; action: string; revision: number; heading: string; both: Both[] | null }
>('actions/views/form');
const historyView = defineView<ActionFrame & { versions: Version[] }>('actions/views/history');

type ReadDeps = Pick<Deps, 'db' | 'surveys'>;
export type Asked = { language: Language; key: string; codes: DegreeCodes };

/** The action log of a degree. */
export async function logPage(deps: ReadDeps, asked: Asked): Promise<PageAnswer> {
  const list = await listActions(deps, asked.codes);
  if (!list) throw new HttpError(404, 'no such degree');
  const frame = frameOf(asked, list.facts, actionTexts(asked.language).list.title);
  return page(listView, {
    ...frame,
    entries: list.entries.map((entry) => toEntryView(list.facts, entry, asked.language)),
  });
}

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
  const measure = formOptions(facts).includes(found.item) ? found.item : '';
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

function formOptions(facts: DegreeFacts): string[] {
  return toFormView({ facts, form: EMPTY, problems: [], frozen: null, language: 'en' }).measures.map(
    ({ value }) => value,
  );
}

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
    both: theirs && bothOf(facts, { theirs, yours: form }, language),
  };
  return page(formView, model, theirs ? 409 : problems.length > 0 ? 422 : 200);
}

/** The two texts, part by part. */
function bothOf(
  facts: DegreeFacts,
  { theirs, yours }: { theirs: ActionRow; yours: ActionForm },
  language: Language,
): Both[] {
  const t = actionTexts(language);
  const stored = formOfEntry(toEntry(theirs));
  const names = ['title', 'on', 'body', 'decision', 'reason', 'what', 'role', 'due', 'measure', 'savedBy'] as const;
  const words = (form: ActionForm, name: (typeof names)[number]) => {
    if (name === 'decision') return Object.entries(t.decision).find(([code]) => code === form.decision)?.[1] ?? '';
    if (name === 'measure') return facts.survey.questions.get(form.measure)?.text[language] ?? '';
    return form[name];
  };
  const said = (form: ActionForm) => (form.forStudents ? t.list.yes : t.list.no);
  return [
    ...names.map((name) => ({ label: t.fields[name], theirs: words(stored, name), yours: words(yours, name) })),
    { label: t.list.forStudents, theirs: said(stored), yours: said(yours) },
  ];
}

/** Every saved state of an entry, newest first. */
export async function historyPage(deps: ReadDeps, asked: Asked, id: string): Promise<PageAnswer> {
  const list = await listVersions(deps, { ...asked.codes, id });
  if (!list) throw new HttpError(404, 'no such action');
  const t = actionTexts(asked.language);
  const format = formatsOf(asked.language);
  const versions = list.entries.toReversed().map((entry) => ({
    heading: t.history.version(format.count(entry.revision), format.day(entry.saved_on), entry.saved_by),
    title: entry.content.finding.title,
    decision: t.decision[entry.content.decision],
    parts: partsOf(list.facts, entry, asked.language),
  }));
  return page(historyView, { ...frameOf(asked, list.facts, t.history.title), versions });
}

function frameOf({ language, key, codes }: Asked, { survey, releases }: DegreeFacts, title: string): ActionFrame {
  const degree = labelIn(survey, 'degree', codes.degree, language);
  const institution = labelIn(survey, 'institution', codes.institution, language);
  const newest = releases.at(-1);
  const frame = reportFrame({
    language,
    title: `${title}: ${degree}, ${institution}`,
    invented: newest?.invented ?? false,
    key,
    notices: [],
  });
  return {
    ...frame,
    styles: [...frame.styles, 'answer.css', 'actions.css'],
    t: actionTexts(language),
    place: `${degree}, ${institution}`,
    home: `/reports/${key}/actions/${codes.institution}/${codes.degree}`,
    report: newest ? `/reports/${key}/${newest.id}/${codes.institution}/${codes.degree}?lang=${language}` : null,
  };
}
