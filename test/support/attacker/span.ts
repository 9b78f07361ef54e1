// Products stay below 2^53.
const PRIME = 67_108_859;

/** The row space of the vectors told so far, over a field of prime order. */
export type Span = { add: (vector: readonly number[]) => void; has: (vector: readonly number[]) => boolean };

/** Gaussian elimination: which vectors are sums and differences of those that were published. */
export function createSpan(): Span {
  const rows: { pivot: number; row: number[] }[] = [];
  const reduce = (vector: readonly number[]): number[] => {
    let rest = vector.map((entry) => ((entry % PRIME) + PRIME) % PRIME);
    for (const { pivot, row } of rows) {
      const factor = rest[pivot] ?? 0;
      if (factor !== 0) rest = rest.map((entry, index) => (entry + (PRIME - factor) * (row[index] ?? 0)) % PRIME);
    }
    return rest;
  };
  return {
    add: (vector) => {
      const rest = reduce(vector);
      const pivot = rest.findIndex((entry) => entry !== 0);
      if (pivot === -1) return;
      const inverse = power(rest[pivot] ?? 1, PRIME - 2);
      rows.push({ pivot, row: rest.map((entry) => (entry * inverse) % PRIME) });
    },
    has: (vector) => reduce(vector).every((entry) => entry === 0),
  };
}

function power(base: number, exponent: number): number {
  let result = 1;
  let square = base % PRIME;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
