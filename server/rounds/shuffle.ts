/** Bytes of one draw: 48 bits, so that no place is favoured in any list that fits in memory. */
const DRAW_BYTES = 6;

/** The same things in an order drawn at random (Fisher and Yates). The argument stays as it is. */
export function shuffle<T>(things: readonly T[], randomBytes: (size: number) => Buffer): T[] {
  const shuffled = [...things];
  const bytes = randomBytes(shuffled.length * DRAW_BYTES);
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = bytes.readUIntBE(last * DRAW_BYTES, DRAW_BYTES) % (last + 1);
    const [a, b] = [shuffled[last], shuffled[other]];
    // Both places are inside the list: the type alone does not say so.
    shuffled[last] = b as T;
    shuffled[other] = a as T;
  }
  return shuffled;
}
