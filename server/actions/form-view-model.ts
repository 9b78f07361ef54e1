import type { Language } from '../engine/text.ts';
import { DECISIONS } from './action-content.ts';
import type { ActionField, ActionForm, ActionProblem } from './decide-action.ts';
import type { ActionEntry } from './list-actions.ts';
import type { DegreeFacts } from './load-degree.ts';
import { measuresOf } from './save-action.ts';
import { actionTexts } from './texts/index.ts';

type Option = { value: string; label: string; checked: boolean };
export type FormView = {
  fields: Readonly<
    Record<ActionField, { id: string; label: string; hint: string | null; value: string; error: string | null }>
  >;
  decisions: readonly Option[];
  measures: readonly Option[];
  item: string;
  release: string;
  /** The figure of the finding; null where the form comes from no finding. */
  frozen: string | null;
  forStudents: boolean;
  errors: readonly { id: string; message: string }[];
  asksAboutNames: boolean;
};

type Facts = {
  facts: DegreeFacts;
  form: ActionForm;
  problems: readonly ActionProblem[];
  frozen: string | null;
  language: Language;
};

/** The form of an entry, with what was typed and what is wrong with it. */
export function toFormView({ facts, form, problems, frozen, language }: Facts): FormView {
  const t = actionTexts(language);
  const errorsOf = (field: ActionField) =>
    problems.filter((problem) => problem.field === field).map(({ kind }) => t.problems[kind](t.fields[field]));
  const field = (name: ActionField) => ({
    id: name === 'savedBy' ? 'saved-by' : name,
    label: t.fields[name],
    hint: t.hints[name] ?? null,
    value: form[name],
    error: errorsOf(name)[0] ?? null,
  });
  const names: readonly ActionField[] = [
    'title',
    'on',
    'body',
    'decision',
    'reason',
    'what',
    'role',
    'due',
    'measure',
    'savedBy',
  ];
  const fields = Object.fromEntries(names.map((name) => [name, field(name)])) as FormView['fields'];
  return {
    fields,
    decisions: DECISIONS.map((value) => ({ value, label: t.decision[value], checked: form.decision === value })),
    measures: measuresOf(facts).map((value) => ({
      value,
      label: facts.survey.questions.get(value)?.text[language] ?? value,
      checked: form.measure === value,
    })),
    item: form.item,
    release: form.release,
    frozen,
    forStudents: form.forStudents,
    errors: names.flatMap((name) =>
      errorsOf(name)
        .slice(0, 1)
        .map((message) => ({ id: fields[name].id, message })),
    ),
    asksAboutNames: problems.some(({ kind }) => kind === 'person') || form.namesAreFine,
  };
}

/** A stored entry as the form that would keep it unchanged. */
export function formOfEntry({ content, saved_by }: Pick<ActionEntry, 'content' | 'saved_by'>): ActionForm {
  const { finding, discussed, decision, reason, what, role, due, measure, forStudents } = content;
  return {
    title: finding.title,
    item: finding.item,
    release: finding.release,
    on: typed(discussed.on),
    body: discussed.body,
    decision,
    reason,
    what,
    role,
    due: typed(due),
    measure,
    forStudents,
    savedBy: saved_by,
    namesAreFine: false,
  };
}

export type BothTexts = readonly { label: string; theirs: string; yours: string }[];

/** What is stored and what was posted, part by part. */
export function toBothTexts(
  facts: DegreeFacts,
  { theirs, yours }: { theirs: ActionEntry; yours: ActionForm },
  language: Language,
): BothTexts {
  const t = actionTexts(language);
  const stored = formOfEntry(theirs);
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

/** A stored day as it is typed: '12.2.2026'; a year stays as it is. */
function typed(day: string): string {
  const [year, month, date] = day.split('-');
  return month === undefined ? day : `${Number(date)}.${Number(month)}.${year}`;
}
