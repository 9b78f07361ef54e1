import type { Finding } from '../finding.ts';

/**
 * A finding for each code that an earlier entry of the same list has.
 *
 * @example repeatedCodes('bands', [{ code: 'a' }, { code: 'a' }], 'band') // one finding at 'bands[1].code'
 */
export function repeatedCodes(place: string, entries: readonly { code: string }[], noun: string): Finding[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ code }, index) => {
    const earlier = first.get(code);
    if (earlier === undefined) {
      first.set(code, index);
      return [];
    }
    const message = `The ${noun} code "${code}" is already used at ${place}[${earlier}]. Give one of the two another code.`;
    return [{ place: `${place}[${index}].code`, rule: 'duplicate_code', message }];
  });
}
