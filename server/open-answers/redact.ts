import type { Span } from './flag.ts';

/** What stands where words were removed. The same for one letter as for ten words. */
export const REMOVED = '[…]';

/** Spans in order, those that touch or overlap as one; what lies outside the text is cut. */
export function joinSpans(spans: readonly Span[], length: number): Span[] {
  const joined: [number, number][] = [];
  const inside = spans.map(([start, end]) => [Math.max(0, start), Math.min(length, end)] as const);
  for (const [start, end] of inside.filter(([from, to]) => from < to).toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/**
 * The text without the spans.
 *
 * @example redact('Ask Matti at once', [[4, 9]]) // 'Ask […] at once'
 */
export function redact(body: string, spans: readonly Span[]): string {
  let from = 0;
  let shown = '';
  for (const [start, end] of joinSpans(spans, body.length)) {
    shown += body.slice(from, start) + REMOVED;
    from = end;
  }
  return shown + body.slice(from);
}

/** Every place of the typed words in a text, whatever their letters' size; null where there is none. */
export function placesOf(body: string, words: string): Span[] | null {
  const wanted = words.trim().split(/\s+/).map(escape).join('\\s+');
  if (wanted === '') return null;
  const found = [...body.matchAll(new RegExp(wanted, 'giu'))].map((match): Span => [
    match.index,
    match.index + match[0].length,
  ]);
  return found.length > 0 ? found : null;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
