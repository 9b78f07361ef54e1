import { conditionInWords, type Naming } from '../documents/condition-words.ts';
import { together } from '../documents/question-numbers.ts';
import { optionsOf } from '../documents/question-options.ts';
import type { Condition } from '../engine/condition.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { DEFINITION_TEXTS } from './texts/index.ts';

/** Who is asked, by conditions that all hold, in words: 'everybody', 'if in question “…” you chose option “…”'. */
export function askedInWords(survey: Survey, conditions: readonly Condition[], language: Language): string {
  const { diff: t } = DEFINITION_TEXTS[language];
  const condition = together(conditions);
  return condition ? t.askedIf(conditionInWords(survey, condition, language, byWords(survey, language))) : t.everybody;
}

/** Two versions number their questions differently, so a question is named by its words. */
function byWords(survey: Survey, language: Language): Naming {
  const quoted = (text: string) => (language === 'en' ? `“${text}”` : `”${text}”`);
  return {
    question: (code) => quoted(survey.questions.get(code)?.text[language] ?? code),
    options: (_, question, codes) =>
      optionsOf(survey, question)
        .filter(({ code }) => codes.includes(code))
        .map(({ label }) => quoted(label[language])),
  };
}
