import { CommandError } from './context.ts';

/**
 * The round that a command works on and its other words: the round is the first word, or the option
 * --round. `names` are what the other words are, in their order; each of them must be there.
 */
export function roundAndWords(
  words: readonly string[],
  option: string | undefined,
  names: readonly string[] = [],
): string[] {
  const all = option === undefined ? words : [option, ...words];
  const wanted = ['ROUND (or --round ROUND)', ...names];
  const missing = wanted[all.length];
  if (missing !== undefined) throw new CommandError(`${missing} is missing. Needed: ${wanted.join(' ')}`);
  if (all.length > wanted.length)
    throw new CommandError(`"${all[wanted.length] ?? ''}" is one word too many. Needed: ${wanted.join(' ')}`);
  return [...all];
}

/** A whole number of an option. */
export function wholeNumber(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CommandError(`${option} takes a whole number, not "${text}".`);
}
