/** What the bytes of a file are like, counted over all of it. */
export type ByteCensus = {
  size: number;
  /** How often each byte comes. */
  counts: Uint32Array;
  /** Zero bytes at even and at odd places: the other half of letters in UTF-16. */
  zeros: readonly [even: number, odd: number];
  /** The first four bytes. */
  start: readonly number[];
  isUtf8: boolean;
};

/** Counts the bytes of a file chunk by chunk, in memory that does not grow with it. */
export function countBytes(): { add: (chunk: Buffer) => void; end: () => ByteCensus } {
  const counts = new Uint32Array(256);
  const zeros: [number, number] = [0, 0];
  const start: number[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let isUtf8 = true;
  const check = (decode: () => void) => {
    if (!isUtf8) return;
    try {
      decode();
    } catch {
      isUtf8 = false;
    }
  };
  return {
    add(chunk) {
      if (start.length < 4) start.push(...chunk.subarray(0, 4 - start.length));
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at] ?? 0;
        counts[byte] = (counts[byte] ?? 0) + 1;
        if (byte !== 0) continue;
        if ((size + at) % 2 === 0) zeros[0] += 1;
        else zeros[1] += 1;
      }
      size += chunk.length;
      check(() => decoder.decode(chunk, { stream: true }));
    },
    end() {
      check(() => decoder.decode());
      return { size, counts, zeros, start, isUtf8 };
    },
  };
}
