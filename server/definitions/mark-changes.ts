import { diffWordsWithSpace } from 'diff';

/** A piece of a text of two versions, read one after another: what stayed, what went, what came. */
export type Piece = { kind: 'same' | 'deleted' | 'inserted'; text: string };

/** Below this share of kept characters, words that happen to recur are noise: the texts stand one after the other. */
const LEAST_KEPT = 0.35;

/**
 * What changed between two texts, word by word. null: the text is not there. Pieces without the inserted
 * ones make the earlier text, without the deleted ones the later.
 *
 * @example markChanges('often used', 'rarely used') // [deleted 'often', inserted 'rarely', same ' used']
 */
export function markChanges(before: string | null, after: string | null): Piece[] {
  const whole = [piece('deleted', before ?? ''), piece('inserted', after ?? '')].flat();
  if (before === after) return piece('same', after ?? '');
  if (before === null || after === null) return whole;
  const changes = diffWordsWithSpace(before, after);
  const kept = changes.filter(({ added, removed }) => !added && !removed).map(({ value }) => value);
  const isRewritten = lettersIn(kept.join('')) < LEAST_KEPT * Math.max(lettersIn(before), lettersIn(after));
  if (isRewritten) return whole;
  return joined(
    changes.map(({ added, removed, value }) => ({
      kind: added ? 'inserted' : removed ? 'deleted' : 'same',
      text: value,
    })),
  );
}

/** Neighbouring changes with nothing but a space between them are one: a phrase for a phrase. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  let [deleted, inserted] = ['', ''];
  const flush = () => {
    all.push(...piece('deleted', deleted), ...piece('inserted', inserted));
    [deleted, inserted] = ['', ''];
  };
  for (const [index, { kind, text }] of pieces.entries()) {
    const isBetween = index > 0 && index < pieces.length - 1;
    if (kind === 'same' && (!isBetween || text.trim() !== '')) {
      flush();
      all.push({ kind, text });
    } else {
      if (kind !== 'inserted') deleted += text;
      if (kind !== 'deleted') inserted += text;
    }
  }
  flush();
  return all;
}

function piece(kind: Piece['kind'], text: string): Piece[] {
  return text === '' ? [] : [{ kind, text }];
}

function lettersIn(text: string): number {
  return text.replaceAll(/\s/gu, '').length;
}
