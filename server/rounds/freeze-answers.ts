import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import type { Survey } from '../engine/survey.ts';
import { blocksOfRound } from '../own-blocks/asked-survey.ts';
import { keptParts, type KeptParts } from './decide-freeze.ts';
import { moveResponses, moveTexts, selectHandles, selectTextItems, type TextPlace } from './freeze-store.ts';
import { shuffle } from './shuffle.ts';

type FreezeDeps = Pick<Deps, 'ownerDb' | 'randomBytes'>;
type Work = { roundId: string; kept: KeptParts; progress: (line: string) => void };

/** Keys read at a time. */
const PAGE = 2000;
/** Rows moved at a time: some 40 ms on the embedded database, so that savers hardly wait. */
const BATCH = 200;

/** What freezing keeps of a round's answers, those to own questions included. */
export async function readKeptParts(deps: Pick<Deps, 'ownerDb'>, roundId: string, survey: Survey): Promise<KeptParts> {
  return keptParts(survey, await blocksOfRound(deps.ownerDb, roundId));
}

/**
 * Writes the answer side of a round anew: first the texts, then the answers, each in an order drawn
 * at random and in batches of its own, so that neither the order nor the transaction of a row tells
 * whose it is or which text belongs to which answers. Safe to repeat when killed anywhere: what is
 * moved is gone from where it was in the same transaction, and the rest is drawn anew.
 */
export async function freezeAnswers(deps: FreezeDeps, work: Work): Promise<{ moved: number }> {
  const { roundId, kept, progress } = work;
  let moved = 0;
  // Again until none is left: a save that was under way when the round closed may have come in between.
  for (let handles = await allHandles(deps, roundId); handles.length > 0; handles = await allHandles(deps, roundId)) {
    const places = shuffle(await textPlaces(deps, work), deps.randomBytes);
    await inBatches(places, progress, 'open texts', (batch) => moveTexts(deps.ownerDb, batch));
    await inBatches(shuffle(handles, deps.randomBytes), progress, 'answer records', (batch) =>
      moveResponses(deps.ownerDb, { handles: batch, answers: kept.answers, background: kept.background }),
    );
    moved += handles.length;
  }
  return { moved };
}

async function textPlaces(deps: FreezeDeps, { roundId, kept }: Work): Promise<TextPlace[]> {
  const places: TextPlace[] = [];
  if (kept.texts.length === 0) return places;
  for (let after: Buffer = Buffer.alloc(0); ;) {
    const page = await selectTextItems(deps.ownerDb, { roundId, after, limit: PAGE, texts: kept.texts });
    for (const { handle, items } of page) places.push(...items.map((item) => ({ handle, item })));
    const last = page.at(-1);
    if (!last) return places;
    after = last.handle;
    await letOthersIn();
  }
}

async function allHandles(deps: FreezeDeps, roundId: string): Promise<Buffer[]> {
  const handles: Buffer[] = [];
  for (let after: Buffer = Buffer.alloc(0); ;) {
    const page = await selectHandles(deps.ownerDb, { roundId, after, limit: PAGE });
    const last = page.at(-1);
    if (!last) return handles;
    handles.push(...page);
    after = last;
    await letOthersIn();
  }
}

/** Works through a list in batches, with a line of progress after each and others let in between. */
export async function inBatches<T>(
  all: readonly T[],
  progress: (line: string) => void,
  what: string,
  work: (batch: T[]) => Promise<void>,
): Promise<void> {
  for (let done = 0; done < all.length;) {
    const batch = all.slice(done, done + BATCH);
    await work(batch);
    done += batch.length;
    progress(`${what}: ${done} of ${all.length}`);
    await letOthersIn();
  }
}
