import type { RoundFacts } from '../rounds/load-rounds.ts';
import { freezableAt } from '../rounds/round-state.ts';
import { shortMoment, type Speech } from './moment-words.ts';
import type { ShownState } from './texts/index.ts';

/** A state as it is shown: a word and a shape, so that colour says nothing alone. */
export type StateView = { shape: string; word: string; code: ShownState };

const SHAPES: Readonly<Record<ShownState, string>> = {
  draft: '○',
  planned: '◔',
  open: '●',
  closed: '■',
  reported: '✓',
};

/** The state of a round as a coordinator reads it. */
export function stateView(facts: Pick<RoundFacts, 'state' | 'released'>, { t }: Speech): StateView {
  const code = shownState(facts);
  return { shape: SHAPES[code], word: t.states[code], code };
}

function shownState({ state, released }: Pick<RoundFacts, 'state' | 'released'>): ShownState {
  switch (state) {
    case 'draft':
    case 'discarded':
      return 'draft';
    case 'planned':
    case 'open':
      return state;
    case 'closing':
    case 'closed':
    case 'freezing':
    case 'frozen':
      return released ? 'reported' : 'closed';
    default:
      return state satisfies never;
  }
}

/** What happens next with a round, in words. */
export function nextEvent({ row, state, released, nextMessages }: RoundFacts, speech: Speech): string {
  const t = speech.t.next;
  const zone = row.time_zone;
  switch (state) {
    case 'draft':
      return t.draft;
    case 'planned':
      return t.opens(shortMoment(row.opens_at, zone, speech));
    case 'open':
      return nextMessages !== null && nextMessages < row.closes_at
        ? t.messages(shortMoment(nextMessages, zone, speech))
        : t.closes(shortMoment(row.closes_at, zone, speech, { closing: true }));
    case 'closing':
      return t.late(shortMoment(freezableAt(row), zone, speech, { closing: true }));
    case 'closed':
    case 'freezing':
      return t.freeze;
    case 'frozen':
      return released ? t.none : t.release;
    case 'discarded':
      return t.none;
    default:
      return state satisfies never;
  }
}
