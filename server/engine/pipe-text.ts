/** What a text may name besides `answer:<question>`: facts of the register about the person who reads it. */
export const REGISTER_VARIABLES = ['degree', 'institution', 'graduation_year'] as const;

/** Words to put in, in the language of the text: 'degree', 'institution', 'graduation_year', 'answer:<question>'. */
export type PipeValues = Readonly<Record<string, string | undefined>>;

/** One variable in a text: `{name}` or `{name|fallback}`. */
export type Pipe = { name: string; fallback: string | null };

const PIPE = /\{([^{}|]*)(?:\|([^{}|]*))?\}/gu;

/**
 * A text with its variables filled in. A variable without a value becomes its fallback, or nothing.
 * Values are put in as they are and never read again, so braces in an answer stay braces.
 *
 * The result is plain text, not markup: an answer may hold any characters. Escaping is the template's
 * work (auto-escape); never print the result raw.
 *
 * @example pipeText('Your degree: {degree}', { degree: 'Nurse' }) // 'Your degree: Nurse'
 * @example pipeText('In {answer:job_region|your region}', {}) // 'In your region'
 */
export function pipeText(text: string, values: PipeValues): string {
  return fillPipes(text, ({ name }) => (Object.hasOwn(values, name) ? values[name] : undefined));
}

/**
 * The same, with a function that knows the words of a variable: undefined or blank = it has none.
 *
 * @example fillPipes('Your degree: {degree|none}', () => undefined) // 'Your degree: none'
 */
export function fillPipes(text: string, wordsOf: (pipe: Pipe) => string | undefined): string {
  return text.replaceAll(PIPE, (_, name: string, fallback: string | undefined) => {
    const value = wordsOf({ name: name.trim(), fallback: fallback ?? null });
    return value === undefined || value.trim() === '' ? (fallback ?? '') : value;
  });
}

/**
 * The variables of a text, in its order.
 *
 * @example pipesIn('In {answer:job_region|your region}') // [{ name: 'answer:job_region', fallback: 'your region' }]
 */
export function pipesIn(text: string): Pipe[] {
  return [...text.matchAll(PIPE)].map(([, name = '', fallback]) => ({ name: name.trim(), fallback: fallback ?? null }));
}

/** Whether a text holds a brace that belongs to no variable. Example: hasLooseBrace('{degree') → true. */
export function hasLooseBrace(text: string): boolean {
  return /[{}]/u.test(text.replaceAll(PIPE, ''));
}
