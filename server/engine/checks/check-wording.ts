import type { SurveyDefinition } from '../definition.ts';
import { asAdvice, type Finding } from '../finding.ts';
import { LANGUAGES, type Language } from '../text.ts';
import { labelDirection } from './label-direction.ts';
import { readTexts, type ReadText } from './read-texts.ts';

type Words = { joins: RegExp; leads: RegExp; denies: RegExp };

const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    joins: whole('ja|sekä|että myös'),
    leads: whole(
      'eikö|eikös|etkö|etkös|eivätkö|olethan|onhan|kai|varmaan|varmasti|tietenkin|tietysti|luonnollisesti|toki|kuten tiedät',
    ),
    denies: whole('en|et|ei|emme|ette|eivät|eikä|enkä|ettei|etten|älä|ilman'),
  },
  sv: {
    joins: whole('och|samt|såväl'),
    leads: whole('visst|väl inte|naturligtvis|självklart|förstås|säkert|håller du inte med|som du vet'),
    denies: whole('inte|ej|icke|aldrig|ingen|inget|inga|utan'),
  },
  en: {
    joins: whole('and|as well as'),
    leads: whole(
      "surely|of course|obviously|naturally|clearly|don[’']t you|do you not|isn[’']t it|wouldn[’']t you|as you know",
    ),
    denies: new RegExp("(?<!\\p{L})(?:not|no|never|without|nobody|nothing)(?!\\p{L})|n[’']t(?!\\p{L})", 'iu'),
  },
};

/**
 * Advice on wording, from lists of words: two objects in one judgement, leading words, a question that
 * names one end of its scale only, negations in what is judged, and negations in one language alone.
 * The lists cannot understand a sentence, so nothing here fails a definition.
 */
export function adviseOnWording(definition: SurveyDefinition): Finding[] {
  const texts = readTexts(definition);
  return asAdvice([
    ...texts.filter(({ role }) => role === 'judged').flatMap(ofJudgements),
    ...texts.filter(({ role }) => role === 'judged' || role === 'prose').flatMap(leading),
  ]);
}

function ofJudgements(read: ReadText): Finding[] {
  return [...doubleBarrelled(read), ...oneSided(read), ...negations(read)];
}

function doubleBarrelled({ place, text }: ReadText): Finding[] {
  return found(place, text, 'joins', 'double_barrelled', (word) => {
    return `"${word}" may join two things, and one answer cannot judge both. Ask about one, or make two questions.`;
  });
}

function leading({ place, text }: ReadText): Finding[] {
  return found(place, text, 'leads', 'leading_wording', (word) => {
    return `"${word}" suggests an answer. Ask without it.`;
  });
}

function oneSided({ place, text, question }: ReadText): Finding[] {
  if (question?.kind !== 'scale') return [];
  return LANGUAGES.filter(
    (language) => text[language].includes('?') && labelDirection(text[language], language) !== null,
  ).map((language) => ({
    place: `${place}.${language}`,
    rule: 'one_sided_question',
    message: `The question names one end of its scale only and leads to it. Name both: "satisfied or dissatisfied".`,
  }));
}

function negations({ place, text }: ReadText): Finding[] {
  const denied = LANGUAGES.filter((language) => WORDS[language].denies.test(text[language]));
  if (denied.length === 0) return [];
  if (denied.length < LANGUAGES.length) {
    const message = `There is a negation in ${denied.join(' and ')} but not in every language. Make sure that all mean the same.`;
    return [{ place: `${place}.${denied[0] ?? 'fi'}`, rule: 'negation_differs', message }];
  }
  const message = `Whoever disagrees with a negation says yes by saying no. Word the statement without it.`;
  return denied.map((language) => ({ place: `${place}.${language}`, rule: 'negation', message }));
}

function found(
  place: string,
  text: ReadText['text'],
  list: 'joins' | 'leads',
  rule: string,
  message: (word: string) => string,
): Finding[] {
  return LANGUAGES.flatMap((language) => {
    const word = WORDS[language][list].exec(text[language])?.[0];
    return word === undefined ? [] : [{ place: `${place}.${language}`, rule, message: message(word) }];
  });
}

function whole(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
}
