import { insertAuditEvent } from '../audit/store.ts';
import { letOthersIn, withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { isOwnCode } from '../engine/own-block.ts';
import { registerList } from '../engine/register-lists.ts';
import type { Survey } from '../engine/survey.ts';
import type { Text } from '../engine/text.ts';
import { inDrawnOrder } from './order-pool.ts';
import { placeTexts, type Writer } from './place-texts.ts';
import { redact } from './redact.ts';
import {
  deleteOtherEditions,
  insertOpenAnswers,
  insertReleased,
  lockReviews,
  selectEdition,
  selectOptionalReleaseOfRound,
  selectOptionalRound,
  selectPopulationKeys,
  selectReviewed,
  switchEdition,
  type PoolRow,
  type ReviewedText,
} from './release-store.ts';
import { selectThemes, selectThemesOfTexts } from './theme-store.ts';

type ReleaseDeps = Pick<Deps, 'ownerDb' | 'surveys' | 'keys' | 'now'>;
type Command = { roundId: string; progress: (line: string) => void };

/** Counts of the round as a whole: never of a group. */
export type ReleaseCounts = {
  texts: number;
  unreviewed: number;
  waiting: number;
  rejected: number;
  approved: number;
  shown: number;
  new: number;
  held: number;
};
export type OpenAnswersOutcome =
  | { kind: 'released'; releaseId: string; edition: number; counts: ReleaseCounts }
  | { kind: 'unknown_round' | 'not_frozen' | 'no_release' | 'changed_meanwhile' };

const AT_ONCE = 400;

/**
 * Makes the approved texts of a round readable, each in the pool of one group with ten writers or more.
 * Readers see the old edition or the new one, never a part: the new one counts only when it is whole.
 */
export async function releaseOpenAnswers(deps: ReleaseDeps, command: Command): Promise<OpenAnswersOutcome> {
  const { ownerDb: db } = deps;
  return withLongWork(db, `releasing the open answers of round ${command.roundId}`, async () => {
    const round = await selectOptionalRound(db, command.roundId);
    const survey = round && deps.surveys.find(round.survey, round.version);
    if (!round || !survey) return { kind: 'unknown_round' };
    if (round.frozen_on === null) return { kind: 'not_frozen' };
    const release = await selectOptionalReleaseOfRound(db, round.id);
    if (!release) return { kind: 'no_release' };
    const texts = await readTexts(deps, command);
    const plan = planOf(survey, { texts, populations: new Set(await selectPopulationKeys(db, release.id)) });
    const before = await selectEdition(db, release.id);
    const edition = before + 1;
    await writePools(deps, { ...command, releaseId: release.id, before, edition, texts, groups: plan.groups });
    const on = deps.now().toISOString().slice(0, 10);
    const isSwitched = await switchTo(deps, {
      roundId: round.id,
      releaseId: release.id,
      before,
      edition,
      on,
      fresh: plan.fresh,
    });
    if (!isSwitched) return { kind: 'changed_meanwhile' };
    await clear(deps, { releaseId: release.id, edition });
    return { kind: 'released', releaseId: release.id, edition, counts: countsOf(texts, plan) };
  });
}

async function readTexts(deps: ReleaseDeps, { roundId, progress }: Command): Promise<ReviewedText[]> {
  const texts: ReviewedText[] = [];
  for (let after: string | null = null; ;) {
    const page = await selectReviewed(deps.ownerDb, roundId, { after, limit: AT_ONCE });
    texts.push(...page);
    progress(`read ${texts.length} texts`);
    after = page.at(-1)?.key ?? null;
    if (after === null || page.length < AT_ONCE) return texts;
    await letOthersIn();
  }
}

type Plan = { groups: ReadonlyMap<string, string>; fresh: readonly { key: string; population_key: string }[] };

/** Where each text is shown: as before, or where it finds its place now. */
function planOf(
  survey: Survey,
  { texts, populations }: { texts: readonly ReviewedText[]; populations: ReadonlySet<string> },
): Plan {
  const fields = new Map(registerList(survey, 'degree').codes.map(({ code, group }) => [code, group ?? '']));
  const writerOf = ({ key, institution, degree }: ReviewedText): Writer => ({
    key,
    institution,
    degree,
    field: fields.get(degree) ?? '',
  });
  // Before a release speaks of institutions by field, such a group is no figure's: only texts stand there.
  const hasLevel = [...populations].some((key) => key.startsWith('institution_field/'));
  const mayOpen = (group: string) =>
    group === 'nation' || populations.has(group) || (!hasLevel && group.startsWith('institution_field/'));
  const groups = new Map<string, string>();
  const fresh: { key: string; population_key: string }[] = [];
  for (const item of new Set(texts.map((text) => text.item))) {
    const ofItem = texts.filter((text) => text.item === item);
    const shown = ofItem.flatMap((text) =>
      text.population_key === null ? [] : [{ writer: writerOf(text), group: text.population_key }],
    );
    const waiting = ofItem.filter((text) => text.population_key === null && text.state === 'approved').map(writerOf);
    for (const { writer, group } of shown) groups.set(writer.key, group);
    // A question of an institution's own stays with it: nobody else was asked, and pools above mix institutions.
    const isOpen = (group: string) => mayOpen(group) && !(isOwnCode(item) && isOfMany(group));
    for (const [population_key, placed] of placeTexts({ waiting, shown, mayOpen: isOpen }).placed) {
      for (const { key } of placed) {
        groups.set(key, population_key);
        fresh.push({ key, population_key });
      }
    }
  }
  return { groups, fresh };
}

function isOfMany(group: string): boolean {
  return group === 'nation' || group.startsWith('field/');
}

type Pools = Command & {
  releaseId: string;
  before: number;
  edition: number;
  texts: readonly ReviewedText[];
  groups: Plan['groups'];
};

async function writePools(
  deps: ReleaseDeps,
  { roundId, releaseId, before, edition, texts, groups, progress }: Pools,
): Promise<void> {
  await clear(deps, { releaseId, edition: before }); // what an interrupted run left was read by nobody
  const rows = poolRows(texts, {
    groups,
    themes: await themesOf(deps, roundId),
    seed: deps.keys.deriveKey(`open-answers/${roundId}`),
  });
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await insertOpenAnswers(deps.ownerDb, { releaseId, edition }, rows.slice(start, start + AT_ONCE));
    progress(`stored ${Math.min(rows.length, start + AT_ONCE)} of ${rows.length} texts`);
    await letOthersIn();
  }
}

function poolRows(
  texts: readonly ReviewedText[],
  { groups, themes, seed }: { groups: Plan['groups']; themes: (key: string) => Text[]; seed: Buffer },
): PoolRow[] {
  const next = new Map<string, number>();
  return inDrawnOrder(texts, seed).flatMap(({ key, item, body, spans }) => {
    const population_key = groups.get(key);
    if (population_key === undefined) return [];
    const pool = `${population_key} ${item}`;
    const place = (next.get(pool) ?? 0) + 1;
    next.set(pool, place);
    return [{ population_key, item, place, body: redact(body, spans ?? []), themes: themes(key) }];
  });
}

async function themesOf({ ownerDb }: ReleaseDeps, roundId: string): Promise<(key: string) => Text[]> {
  const themes = await selectThemes(ownerDb, { roundId, item: null });
  const pairs = new Map<string, Set<string>>();
  for (const { text_key, theme_id } of await selectThemesOfTexts(ownerDb, roundId))
    pairs.set(text_key, (pairs.get(text_key) ?? new Set()).add(theme_id));
  return (key) => themes.filter(({ id }) => pairs.get(key)?.has(id)).map(({ fi, sv, en }) => ({ fi, sv, en }));
}

type Switch = { roundId: string; releaseId: string; before: number; edition: number; on: string; fresh: Plan['fresh'] };

/** The new edition is read from here on, or, where a reviewer or another run was faster, nothing changes. */
async function switchTo({ ownerDb }: ReleaseDeps, { roundId, fresh, ...change }: Switch): Promise<boolean> {
  class TooLate extends Error {}
  try {
    await ownerDb.transaction().execute(async (trx) => {
      await lockReviews(trx);
      if (!(await switchEdition(trx, change))) throw new TooLate();
      const kept = await insertReleased(trx, { roundId, edition: change.edition, texts: fresh });
      if (kept !== fresh.length) throw new TooLate();
      await insertAuditEvent(trx, {
        on_date: change.on,
        kind: 'open_answers_released',
        round_id: roundId,
        detail: { new: fresh.length },
      });
    });
    return true;
  } catch (error) {
    if (error instanceof TooLate) return false;
    throw error;
  }
}

async function clear(
  { ownerDb }: ReleaseDeps,
  { releaseId, edition }: { releaseId: string; edition: number },
): Promise<void> {
  while ((await deleteOtherEditions(ownerDb, { releaseId, edition, limit: AT_ONCE })) > 0) await letOthersIn();
}

function countsOf(texts: readonly ReviewedText[], { groups, fresh }: Plan): ReleaseCounts {
  const having = (state: string) => texts.filter((text) => text.state === state).length;
  const approved = having('approved');
  return {
    texts: texts.length,
    unreviewed: texts.filter(({ state }) => state === null || state === 'open').length,
    waiting: having('waiting'),
    rejected: having('rejected'),
    approved,
    shown: groups.size,
    new: fresh.length,
    held: approved - groups.size,
  };
}
