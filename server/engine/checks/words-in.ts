/** The words of a text: what stands between spaces and holds a letter or a digit. Example: wordsIn('a – b') → ['a', 'b']. */
export function wordsIn(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\d]/u.test(word));
}
