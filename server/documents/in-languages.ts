import { LANGUAGES, type Language, type Text } from '../engine/text.ts';
import { element, type XmlElement } from './xml.ts';

/** The same element once a language, marked with it. */
export function inLanguages(
  name: string,
  text: Text | ((language: Language) => string),
  attributes: XmlElement['attributes'] = {},
): XmlElement[] {
  return LANGUAGES.map((language) =>
    element(name, { 'xml:lang': language, ...attributes }, [
      typeof text === 'function' ? text(language) : text[language],
    ]),
  );
}
