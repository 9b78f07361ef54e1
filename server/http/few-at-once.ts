/**
 * Lets a few pieces of work be under way at once; others wait their turn, in order. What waits holds nothing yet:
 * a service that begins everything at once has it all in memory, which costs more to look after than to make.
 *
 * @example const inTurn = fewAtOnce(4); await inTurn(() => makePage());
 */
export function fewAtOnce(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
