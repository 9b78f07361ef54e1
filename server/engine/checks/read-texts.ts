import type { SurveyDefinition } from '../definition.ts';
import type { Question } from '../question.ts';
import type { Text } from '../text.ts';

/** What a text is to the person who reads it. `judged`: the words that a scale answers. */
export type TextRole = 'title' | 'prose' | 'judged' | 'label';
export type ReadText = { place: string; role: TextRole; text: Text; question: Question | null };

/**
 * Every text that a respondent reads, in the order of the file. The words of bands and of background
 * variables are none of them: they stand in tables of results.
 */
export function readTexts(definition: SurveyDefinition): ReadText[] {
  const steps = definition.scales.flatMap((scale, index) =>
    scale.options.map((option, step) => label(`scales[${index}].options[${step}].label`, option.label, null)),
  );
  const pages = definition.pages.flatMap((page, index) => [
    { place: `pages[${index}].title`, role: 'title' as const, text: page.title, question: null },
    ...optional(`pages[${index}].intro`, 'prose', page.intro, null),
    ...page.questions.flatMap((question, at) => textsOf(question, `pages[${index}].questions[${at}]`)),
  ]);
  return [{ place: 'title', role: 'title', text: definition.title, question: null }, ...steps, ...pages];
}

function textsOf(question: Question, place: string): ReadText[] {
  const judged = question.kind === 'scale' || question.kind === 'pair' || question.kind === 'nps';
  const text: ReadText = { place: `${place}.text`, role: judged ? 'judged' : 'prose', text: question.text, question };
  if (question.kind === 'info') return [text];
  return [text, ...optional(`${place}.hint`, 'prose', question.hint, question), ...partsOf(question, place)];
}

function partsOf(question: Question, place: string): ReadText[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map((option, at) => label(`${place}.options[${at}].label`, option.label, question));
    case 'scale':
      return optional(`${place}.cannotSay`, 'label', question.cannotSay, question);
    case 'pair':
      return (['importance', 'development'] as const).flatMap((part) => [
        { place: `${place}.${part}.text`, role: 'prose' as const, text: question[part].text, question },
        ...optional(`${place}.${part}.cannotSay`, 'label', question[part].cannotSay, question),
      ]);
    case 'number':
      return [label(`${place}.unit`, question.unit, question)];
    case 'nps':
      return [label(`${place}.low`, question.low, question), label(`${place}.high`, question.high, question)];
    case 'year_month':
    case 'text':
    case 'codelist':
    case 'info':
      return [];
    default:
      return question satisfies never;
  }
}

function label(place: string, text: Text, question: Question | null): ReadText {
  return { place, role: 'label', text, question };
}

function optional(place: string, role: TextRole, text: Text | undefined, question: Question | null): ReadText[] {
  return text ? [{ place, role, text, question }] : [];
}
