import { findNames } from '../open-answers/find-names.ts';
import type { ActionContent, Decision } from './action-content.ts';

/** The form of an entry as it was posted, trimmed. */
export type ActionForm = {
  title: string;
  item: string;
  release: string;
  on: string;
  body: string;
  decision: string;
  reason: string;
  what: string;
  role: string;
  due: string;
  measure: string;
  forStudents: boolean;
  savedBy: string;
  /** Ticked on a page that warned of a name. */
  namesAreFine: boolean;
};

export type ActionField =
  'title' | 'on' | 'decision' | 'reason' | 'what' | 'role' | 'due' | 'measure' | 'savedBy' | 'body';
export type ActionProblem = {
  field: ActionField;
  kind: 'missing' | 'no_day' | 'no_year' | 'unknown' | 'long' | 'person';
};

const LONGEST: Readonly<Record<'title' | 'body' | 'reason' | 'what' | 'role' | 'savedBy', number>> = {
  title: 300,
  body: 200,
  reason: 2000,
  what: 2000,
  role: 200,
  savedBy: 200,
};
/** Fields that name a body or a role, never a person. */
const NO_PERSON = ['body', 'role', 'savedBy'] as const;

export type ActionDecision =
  | { kind: 'content'; content: Omit<ActionContent, 'finding' | 'baseline'> & { title: string } }
  | { kind: 'refused'; problems: readonly ActionProblem[] };

type Lists = { decisions: readonly Decision[]; measures: readonly string[]; names: ReadonlySet<string> };

/**
 * Whether a posted entry can be kept. What is decided needs the deed and a role; "no action" needs a
 * reason. A name of a person where a role belongs is refused once, so that somebody looks again.
 */
export function decideAction(form: ActionForm, lists: Lists): ActionDecision {
  const decision = lists.decisions.find((one) => one === form.decision);
  const on = readDate(form.on);
  const due = readDate(form.due) ?? (/^20\d\d$/.test(form.due) ? form.due : null);
  const problems: ActionProblem[] = [
    ...missing(form, decision),
    ...(on === null ? [{ field: 'on', kind: 'no_day' } as const] : []),
    ...(due === null ? [{ field: 'due', kind: 'no_year' } as const] : []),
    ...(form.measure !== '' && !lists.measures.includes(form.measure)
      ? [{ field: 'measure', kind: 'unknown' } as const]
      : []),
    ...tooLong(form),
    ...(form.namesAreFine ? [] : persons(form, lists.names)),
  ];
  if (problems.length > 0 || !decision || on === null || due === null) return { kind: 'refused', problems };
  const { title, body, reason, what, role, measure, forStudents } = form;
  return {
    kind: 'content',
    content: { title, discussed: { on, body }, decision, reason, what, role, due, measure, forStudents },
  };
}

function missing(form: ActionForm, decision: Decision | undefined): ActionProblem[] {
  const isDecided = decision === 'decided' || decision === 'done';
  const wanted: ActionField[] = [
    'title',
    ...(isDecided ? (['what', 'role'] as const) : []),
    ...(decision === 'no_action' ? (['reason'] as const) : []),
    'savedBy',
  ];
  const bare = wanted.filter((field) => form[field] === '').map((field): ActionProblem => ({ field, kind: 'missing' }));
  return decision ? bare : [...bare, { field: 'decision', kind: form.decision === '' ? 'missing' : 'unknown' }];
}

function tooLong(form: ActionForm): ActionProblem[] {
  const fields = Object.entries(LONGEST) as [keyof typeof LONGEST, number][];
  return fields.filter(([field, most]) => form[field].length > most).map(([field]) => ({ field, kind: 'long' }));
}

function persons(form: ActionForm, names: ReadonlySet<string>): ActionProblem[] {
  return NO_PERSON.filter((field) => findNames(form[field], names).some(({ kind }) => kind === 'person')).map(
    (field) => ({
      field,
      kind: 'person',
    }),
  );
}

/**
 * A day as people write it, as 'YYYY-MM-DD'; '' stays ''; null where there is no such day.
 *
 * @example readDate('12.2.2026') // '2026-02-12'
 */
export function readDate(text: string): string | null {
  if (text === '') return '';
  const finnish = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d\d)$/.exec(text);
  const iso = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(text);
  const [year, month, day] = finnish ? [finnish[3], finnish[2], finnish[1]] : [iso?.[1], iso?.[2], iso?.[3]];
  if (year === undefined) return null;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const isReal = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= last;
  return isReal ? `${year}-${String(Number(month)).padStart(2, '0')}-${String(Number(day)).padStart(2, '0')}` : null;
}
