/** Small numbers in words, others in digits: 'kaksi kohtaa', '12 kohtaa'. `words` begins with nought. */
export function wordsForNumbers(words: readonly string[]): (count: number) => string {
  return (count) => words[count] ?? String(count);
}

/** With a capital letter at the beginning, for a sentence that begins with a number. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
