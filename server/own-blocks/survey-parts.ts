import type { Scale } from '../engine/definition.ts';
import type { QuestionOf } from '../engine/question.ts';
import type { Survey } from '../engine/survey.ts';
import type { Text } from '../engine/text.ts';

/** What a survey lends to own questions, so that they read like its own and can be set beside them. */
export type SurveyParts = {
  /** Scales to choose from; of two with the same words the first. */
  scales: readonly Scale[];
  /** Both sides of a pair: its words and scales. Null where the survey has no pairs. */
  pair: Pick<QuestionOf<'pair'>, 'importance' | 'development'> | null;
  /** The words of "cannot say". Null where the survey has none. */
  cannotSay: Text | null;
};

/** Reads what a survey lends. */
export function surveyParts({ definition }: Survey): SurveyParts {
  const questions = definition.pages.flatMap((page) => page.questions);
  const pair = questions.find((question) => question.kind === 'pair');
  const scale = questions.find((question) => question.kind === 'scale' && question.cannotSay !== undefined);
  const words = ({ options }: Scale) => JSON.stringify(options.map(({ label }) => [label.fi, label.sv, label.en]));
  const scales = definition.scales.filter(
    (one, index) => definition.scales.findIndex((other) => words(other) === words(one)) === index,
  );
  return {
    scales,
    pair: pair ? { importance: pair.importance, development: pair.development } : null,
    cannotSay: scale?.kind === 'scale' ? (scale.cannotSay ?? null) : null,
  };
}
