import type { Deps } from '../deps.ts';
import { nameList } from '../open-answers/name-list.ts';
import { actionContentSchema, DECISIONS, type ActionContent } from './action-content.ts';
import { decideAction, type ActionForm, type ActionProblem } from './decide-action.ts';
import { frozenWords } from './figure-words.ts';
import { loadDegree, type DegreeCodes, type DegreeFacts } from './load-degree.ts';
import { isFollowed, measureFigure } from './measure-figure.ts';
import { insertVersion, selectVersions, type ActionRow } from './store.ts';

export type SaveOutcome =
  | { kind: 'saved'; id: string }
  | { kind: 'unknown' }
  | { kind: 'refused'; problems: readonly ActionProblem[] }
  /** Somebody saved meanwhile: their text, and nothing of this one is kept yet. */
  | { kind: 'conflict'; theirs: ActionRow };

type SaveDeps = Pick<Deps, 'db' | 'surveys' | 'now' | 'randomBytes'>;
type Command = DegreeCodes & { form: ActionForm } & ({ kind: 'add' } | { kind: 'edit'; id: string; revision: number });

/** Keeps a new entry, or the next state of one. Every state stays in its history. */
export async function saveAction(deps: SaveDeps, command: Command): Promise<SaveOutcome> {
  const { form } = command;
  const versions = command.kind === 'edit' ? await versionsOf(deps, command) : [];
  const newest = versions.at(-1);
  if (command.kind === 'edit' && !newest) return { kind: 'unknown' };
  const before = newest && actionContentSchema.parse(newest.content);
  const item = before ? before.finding.item : form.item;
  const facts = await loadDegree(deps, { ...command, items: item === '' ? [] : [item] });
  if (!facts) return { kind: 'unknown' };
  const decided = decideAction(form, { decisions: DECISIONS, measures: measuresOf(facts), names: nameList() });
  if (decided.kind === 'refused') return decided;
  const { title, ...rest } = decided.content;
  const release = facts.releases.find(({ id }) => id === form.release)?.id ?? '';
  const found = before ? { ...before.finding, title } : { title, ...findingOf(facts, form, release) };
  const baseline = before && before.measure === rest.measure ? before.baseline : (facts.releases.at(-1)?.id ?? '');
  const content: ActionContent = {
    ...rest,
    finding: found,
    baseline: rest.measure === '' ? '' : found.release || baseline,
  };
  const id = command.kind === 'edit' ? command.id : uuid(deps.randomBytes(16));
  const revision = command.kind === 'edit' ? command.revision + 1 : 1;
  const { institution, degree } = command;
  const saved_on = deps.now().toISOString().slice(0, 10);
  const row = { action_id: id, revision, institution, degree, content, saved_on, saved_by: form.savedBy };
  // A revision beyond the newest never came from a page of ours: it is treated as late, too.
  const isNext = command.kind === 'add' || command.revision <= (newest?.revision ?? 0);
  if (isNext && (await insertVersion(deps.db, row))) return { kind: 'saved', id };
  const theirs = (await selectVersions(deps.db, id)).at(-1);
  return theirs ? { kind: 'conflict', theirs } : { kind: 'unknown' };
}

/** Items by which an action of a degree may be followed. */
export function measuresOf({ survey }: Pick<DegreeFacts, 'survey'>): string[] {
  return [...survey.questions.values()].filter(isFollowed).map(({ code }) => code);
}

/** Every state of an entry of this degree; none for one of another degree. */
export async function versionsOf(
  { db }: Pick<Deps, 'db'>,
  { id, institution, degree }: DegreeCodes & { id: string },
): Promise<ActionRow[]> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return [];
  const versions = await selectVersions(db, id);
  return versions.filter((row) => row.institution === institution && row.degree === degree);
}

/** The figure as its release has it: copied, so that the entry still says it when releases change. */
export function findingOf(
  facts: DegreeFacts,
  { item }: { item: string },
  release: string,
): Omit<ActionContent['finding'], 'title'> {
  const survey = facts.releases.find(({ id }) => id === release)?.definition ?? facts.survey;
  const question = survey.questions.get(item);
  if (!question) return { item: '', release, frozen: null };
  const measure = measureFigure(question, facts.cellOf(release, item));
  return { item, release, frozen: measure && frozenWords(survey, item, measure) };
}

/** Sixteen random bytes as a UUID of version 4. */
function uuid(bytes: Buffer): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
