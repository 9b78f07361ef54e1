import type { Text } from '../../server/engine/text.ts';

/** A text whose three languages can be told apart. */
export function words(text: string): Text {
  return { fi: `${text} fi`, sv: `${text} sv`, en: `${text} en` };
}
