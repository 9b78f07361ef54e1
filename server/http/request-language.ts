import type { FastifyRequest } from 'fastify';
import type { Language } from '../engine/text.ts';

const LANGUAGES = ['fi', 'sv', 'en'] as const satisfies readonly Language[];

/** The language that a piece of input names, or null. Nothing in a request is trusted. */
export function languageFrom(input: unknown): Language | null {
  return LANGUAGES.find((language) => language === input) ?? null;
}

/**
 * The language for someone of whom nothing is known: the first of ours that the browser asks for, by
 * the weights of Accept-Language. Finnish by default.
 *
 * @example acceptedLanguage('en-GB,en;q=0.8,sv;q=0.9') // 'en'
 */
export function acceptedLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .slice(0, 30)
    .map((part) => {
      const [tag = '', ...params] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = Number(params.find((param) => param.startsWith('q='))?.slice(2) ?? 1);
      return { language: languageFrom(tag.split('-')[0]), weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ language, weight }) => language !== null && weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return wanted[0]?.language ?? 'fi';
}

/** The language of a page that knows nobody: what `?lang=` asks for, else what the browser asks for. */
export function requestLanguage(request: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  return askedLanguage(request) ?? acceptedLanguage(request.headers['accept-language']);
}

/** The language that `?lang=` asks for, or null. */
export function askedLanguage({ query }: Pick<FastifyRequest, 'query'>): Language | null {
  const asked: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, 'lang') : undefined;
  return languageFrom(asked);
}
