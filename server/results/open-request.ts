import type { Language } from '../engine/text.ts';
import { acceptedLanguage, languageFrom } from '../http/request-language.ts';
import { textsOf } from './texts/index.ts';

/** What is read of a request; nothing in it is trusted. */
type Request = { params: unknown; query: unknown; headers: { 'accept-language'?: string | undefined } };

/** What every page of the reports is asked with. */
export type Asked = {
  key: string;
  language: Language;
  notices: string[];
  degree: string;
  query: (name: string) => string;
  /** Every value of a parameter that may stand several times. */
  queries: (name: string) => readonly string[];
};

/** Reads what every page needs. Whether the address's key opens it was decided before. */
export function openRequest(request: Request): Asked {
  const params: unknown = request.params;
  const key = textIn(params, 'key');
  const query = (name: string) => textIn(request.query, name);
  const wanted = query('lang');
  const language = languageFrom(wanted) ?? acceptedLanguage(request.headers['accept-language']);
  const notices = wanted !== '' && languageFrom(wanted) === null ? [textsOf(language).notices.language(wanted)] : [];
  return {
    key,
    language,
    notices,
    degree: textIn(params, 'degree'),
    query,
    queries: (name) => textsIn(request.query, name),
  };
}

/** A text of a query or path, cut to what a code or a search may be. Anything else is nothing. */
function textIn(source: unknown, name: string): string {
  if (typeof source !== 'object' || source === null) return '';
  const value: unknown = Reflect.get(source, name);
  return typeof value === 'string' ? value.slice(0, 100) : '';
}

const MOST_VALUES = 20;

function textsIn(source: unknown, name: string): string[] {
  const value: unknown = typeof source === 'object' && source !== null ? Reflect.get(source, name) : undefined;
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values
    .flatMap((one) => (typeof one === 'string' && one !== '' ? [one.slice(0, 100)] : []))
    .slice(0, MOST_VALUES);
}
