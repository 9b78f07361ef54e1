import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, redirect, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import type { RoundFacts } from '../rounds/load-rounds.ts';
import { discardDraft, publishRound, withdrawRound } from '../rounds/publish-round.ts';
import { isBlocking, type RoundTask } from '../rounds/round-task.ts';
import { commonTasks } from './list-tasks.ts';
import { momentWords } from './moment-words.ts';
import type { Reader } from './reader.ts';
import { roundFrame, roundHead, roundPath, type RoundFrame, type RoundHead } from './round-frame.ts';
import { roundTexts } from './texts/index.ts';

type DeedModel = RoundFrame & {
  heading: string;
  head: RoundHead;
  paragraphs: readonly string[];
  /** Tasks that keep it from being done. */
  blockers: readonly RoundTask[];
  blocked: string;
  /** What is typed: a reason, or the name that confirms. */
  field: { id: 'reason' | 'typed'; label: string; hint: string; value: string } | null;
  /** null = it cannot be done now. */
  submit: string | null;
  action: string;
};
const deedView = defineView<DeedModel>('round-pages/views/deed');

export type Deed = 'publish' | 'withdraw' | 'discard';
type PageDeps = Pick<Deps, 'db' | 'ownerDb' | 'now' | 'surveys' | 'keys' | 'config'>;
type Asked = { reader: Reader; facts: RoundFacts; language: Language };
type Shown = { value?: string; problem?: string };
type DeedWords = Pick<DeedModel, 'heading' | 'paragraphs' | 'blockers' | 'field' | 'submit'>;

/** Asks before a deed is done, and says what it means. */
export async function deedPage(
  deps: PageDeps,
  asked: Asked,
  deed: Deed,
  { value = '', problem }: Shown = {},
): Promise<PageAnswer> {
  const { facts, language } = asked;
  const t = roundTexts(language);
  const words = await deedWords(deps, asked, deed);
  const errors = problem === undefined ? [] : [{ id: words.field?.id ?? 'deed', message: problem }];
  const model: DeedModel = {
    ...roundFrame(language, words.heading, { errors }),
    ...words,
    field: words.field && { ...words.field, value },
    blocked: t.publish.blocked,
    head: roundHead(deps, facts, language),
    action: roundPath(facts.row.id, `/${deed}`, language),
  };
  return page(deedView, model, problem !== undefined ? 422 : words.submit === null ? 409 : 200);
}

async function deedWords(deps: PageDeps, { facts, language }: Asked, deed: Deed): Promise<DeedWords> {
  const t = roundTexts(language);
  const { row, state } = facts;
  switch (deed) {
    case 'publish': {
      const blockers = (await commonTasks(deps, facts, language)).filter(
        (task) => task.code !== 'publish' && isBlocking(task),
      );
      const opens = momentWords(row.opens_at, row.time_zone, { language, t });
      const { title: heading, lead, locks, undo, submit, not_draft } = t.publish;
      const nothing = { heading, blockers: [], field: null, submit: null };
      if (state !== 'draft') return { ...nothing, paragraphs: [not_draft] };
      if (blockers.length > 0) return { ...nothing, paragraphs: [], blockers };
      return { ...nothing, paragraphs: [lead(opens), locks, undo], submit };
    }
    case 'withdraw': {
      const { title: heading, lead, reason, reasonHint, submit, not_published } = t.withdraw;
      const may = state === 'planned' || state === 'open';
      const field = may ? { id: 'reason' as const, label: reason, hint: reasonHint, value: '' } : null;
      return { heading, paragraphs: [may ? lead : not_published], blockers: [], field, submit: may ? submit : null };
    }
    case 'discard': {
      const { title: heading, lead, typed, submit, not_draft } = t.discard;
      const may = state === 'draft';
      const field = may ? { id: 'typed' as const, label: typed(row.id), hint: '', value: '' } : null;
      return { heading, paragraphs: [may ? lead : not_draft], blockers: [], field, submit: may ? submit : null };
    }
    default:
      return deed satisfies never;
  }
}

/** Does it, or says why not. */
export async function postDeed(deps: PageDeps, asked: Asked, deed: Deed, value: string): Promise<PageAnswer> {
  switch (deed) {
    case 'publish':
      return postPublish(deps, asked);
    case 'withdraw':
      return postWithdraw(deps, asked, value);
    case 'discard':
      return postDiscard(deps, asked, value);
    default:
      return deed satisfies never;
  }
}

async function postPublish(deps: PageDeps, asked: Asked): Promise<PageAnswer> {
  const { facts, language, reader } = asked;
  const { publish: t } = roundTexts(language);
  const tasks = await commonTasks(deps, facts, language);
  if (facts.state !== 'draft' || tasks.some((task) => task.code !== 'publish' && isBlocking(task))) {
    return deedPage(deps, asked, 'publish');
  }
  const { kind } = await publishRound(deps, { roundId: facts.row.id, by: reader.by });
  if (kind === 'opening_past') return deedPage(deps, asked, 'publish', { problem: t.past });
  if (kind !== 'published') return deedPage(deps, asked, 'publish', { problem: t.not_draft });
  return redirect(roundPath(facts.row.id, '', language, { done: 'published' }));
}

async function postWithdraw(deps: PageDeps, asked: Asked, value: string): Promise<PageAnswer> {
  const { facts, language, reader } = asked;
  const { withdraw: t } = roundTexts(language);
  const reason = value.trim().slice(0, 500);
  if (reason === '') return deedPage(deps, asked, 'withdraw', { value, problem: t.noReason });
  const { kind } = await withdrawRound(deps, { roundId: facts.row.id, by: reader.by, reason });
  if (kind === 'begun') return deedPage(deps, asked, 'withdraw', { value, problem: t.begun });
  if (kind !== 'withdrawn') return deedPage(deps, asked, 'withdraw', { value, problem: t.not_published });
  return redirect(roundPath(facts.row.id, '', language, { done: 'withdrawn' }));
}

async function postDiscard(deps: PageDeps, asked: Asked, value: string): Promise<PageAnswer> {
  const { facts, language, reader } = asked;
  const { discard: t } = roundTexts(language);
  const { kind } = await discardDraft(deps, { roundId: facts.row.id, by: reader.by, typed: value });
  if (kind === 'not_confirmed') return deedPage(deps, asked, 'discard', { value, problem: t.wrong(facts.row.id) });
  if (kind !== 'discarded') return deedPage(deps, asked, 'discard', { value, problem: t.not_draft });
  return redirect(`/rounds?lang=${language}`);
}
