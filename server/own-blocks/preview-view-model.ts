import { withoutPerson } from '../engine/fill-texts.ts';
import { composeSurvey, type OwnBlock } from '../engine/own-block.ts';
import type { Question } from '../engine/question.ts';
import type { Survey } from '../engine/survey.ts';
import { LANGUAGES, type Language, type Text } from '../engine/text.ts';
import { toPartView, type PartView } from '../responses/part-view-model.ts';
import { toOwnBlock } from './draft-block.ts';
import type { BlockFacts } from './load-block.ts';
import { surveyParts } from './survey-parts.ts';
import { ownTexts } from './texts/index.ts';

/**
 * The own part as a respondent's page shows it, or null where there is nothing to show. Texts that are
 * not written yet say so, variables become their fallback or a sign; a statement without a scale is left out, since nothing can stand under it.
 */
export function toPreview({ survey, owner, name, start }: BlockFacts, language: Language): PartView | null {
  const version = 1; // shown nowhere
  const block = toOwnBlock(start.content, { survey: name, owner, version, parts: surveyParts(survey) });
  const questions = block.questions.filter((question) => hasScales(question, survey)).map(filled);
  if (questions.length === 0) return null;
  const shown: OwnBlock = { ...block, ...(block.intro && { intro: fill(block.intro) }), questions };
  return toPartView({
    survey: withoutPerson(composeSurvey(survey, [shown])),
    response: null,
    background: {},
    language,
    day: '', // own questions have no lists
    pageIndex: survey.definition.pages.length,
    showing: { kind: 'opened', elsewhere: false },
  });
}

function hasScales(question: Question, { scales }: Survey): boolean {
  if (question.kind === 'scale') return scales.has(question.scale);
  return (
    question.kind !== 'pair' || [question.importance, question.development].every(({ scale }) => scales.has(scale))
  );
}

function filled(question: Question): Question {
  const words = {
    text: fill(question.text),
    ...('hint' in question && question.hint && { hint: fill(question.hint) }),
  };
  if (question.kind !== 'single' && question.kind !== 'multiple') return { ...question, ...words };
  const options = question.options.map((option) => ({ ...option, label: fill(option.label) }));
  return { ...question, ...words, options };
}

function fill(text: Text): Text {
  const [fi, sv, en] = LANGUAGES.map((language) => text[language].trim() || `(${ownTexts(language).noWords})`);
  return { fi: fi ?? '', sv: sv ?? '', en: en ?? '' };
}
