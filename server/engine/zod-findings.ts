import type { z } from 'zod';
import { placeOf, type Finding } from './finding.ts';
import { LANGUAGES } from './text.ts';

/**
 * What zod says of a file that does not fit the schema, in the shape of the checker's findings.
 *
 * @example zodFindings(error) // [{ place: 'pages[0].title.sv', rule: 'missing_translation', message: … }]
 */
export function zodFindings(error: z.ZodError): Finding[] {
  return error.issues.map((issue) => {
    const place = placeOf(issue.path);
    const last = String(issue.path.at(-1) ?? '');
    const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
    if (missing && LANGUAGES.some((language) => language === last)) {
      const message = `The text is missing in "${last}". Write it in every language: ${LANGUAGES.join(', ')}.`;
      return { place, rule: 'missing_translation', message };
    }
    if (missing) return { place, rule: 'missing', message: `"${last}" is missing. Add it. (${issue.message})` };
    return { place, rule: issue.code, message: `${issue.message}. Correct the value, or its name.` };
  });
}
