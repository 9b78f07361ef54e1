import type { Language } from '../text.ts';

/** Which end of a scale a label names: -1 the lower, 1 the upper, null where the words do not tell. */
export type Direction = -1 | 1 | null;

type Words = { negative: RegExp; positive: RegExp; negation: RegExp; unclear: RegExp };

// Beginnings of words, since Finnish and Swedish inflect at the end. The lower end is taken out first, so
// that "missnöjd" never counts as "nöjd" nor "disagree" as "agree".
const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    negative: beginning('tyytymät|eri mieltä|merkityksetö|epätodennäköi|huono|heiko|vaike|vähene|kielteis'),
    positive: beginning('tyytyväi|samaa mieltä|tärke|merkittäv|todennäköi|hyvä|parem|helppo|kasva|lisäänty|myönteis'),
    negation: whole('ei|en|eivät'),
    unclear: whole('eikä|enkä|tai|sekä|vähemmän'),
  },
  sv: {
    negative: beginning(
      'missnöjd|otillfred|(?:av )?annan åsikt|oviktig|betydelselös|osannolik|dålig|sämre|svår|minska|negativ',
    ),
    positive: beginning(
      'nöjd|tillfred|(?:av )?samma åsikt|instämmer|viktig|betydelsefull|sannolik|bra|bättre|lätt|öka|positiv',
    ),
    negation: whole('inte|ej|icke|inga|inget|ingen|nej'),
    unclear: whole('varken|eller|både|och|mindre|färre'),
  },
  en: {
    negative: beginning(
      'dissatisf|unsatisf|unhappy|disagree|unimportant|unlikely|poor|bad|worse|difficult|decreas|negative',
    ),
    positive: beginning('satisf|happy|agree|importan|likely|good|better|easy|increas|positive'),
    negation: whole('not|no|never'),
    unclear: whole('neither|nor|or|both|and|less|fewer'),
  },
};

/**
 * The direction of a scale label by a small list of words. A negation turns a word of the upper end round
 * ("inte nöjd"). Labels that join two ends
 * ("neither agree nor disagree"), compare ("less important") or deny the lower end have none.
 *
 * @example labelDirection('ganska missnöjd', 'sv') // -1
 * @example labelDirection('melko tyytyväinen', 'fi') // 1
 * @example labelDirection('jonkin verran', 'fi') // null
 */
export function labelDirection(label: string, language: Language): Direction {
  const { negative, positive, negation, unclear } = WORDS[language];
  const all = label.toLowerCase().replace(/\s+/gu, ' ');
  const rest = all.replaceAll(negative, ' ');
  const low = rest !== all;
  const high = rest.search(positive) >= 0;
  const negated = all.search(negation) >= 0;
  if (low === high || all.search(unclear) >= 0) return null;
  if (low) return negated ? null : -1;
  return negated ? -1 : 1;
}

function beginning(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})\\p{L}*`, 'gu');
}

function whole(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u');
}
