import type { Page, SurveyDefinition } from '../definition.ts';
import { within, type Finding } from '../finding.ts';
import type { Question } from '../question.ts';
import { typeOf } from '../question-types/index.ts';
import type { Survey } from '../survey.ts';

/** What each type says of its questions, and what pages and the funding indicator ask of types. */
export function checkQuestions(survey: Survey): Finding[] {
  return survey.definition.pages.flatMap((page, index) => {
    const findings = page.questions.flatMap((question, at) =>
      within(`questions[${at}]`, [...typeOf(question).check(survey, question), ...checkFunding(survey, question)]),
    );
    return within(`pages[${index}]`, [...checkShuffle(page), ...findings]);
  });
}

/** Names of the code lists that questions and background variables use. */
export function listsUsed(definition: SurveyDefinition): string[] {
  const questions = definition.pages.flatMap((page) => page.questions);
  return [...definition.background, ...questions].flatMap((user) => ('list' in user ? [user.list] : []));
}

function checkShuffle(page: Page): Finding[] {
  if (!page.shuffle || page.questions.filter((question) => typeOf(question).moves).length >= 2) return [];
  const message = 'Only pairs and scales change place, and this page has fewer than two. Take `shuffle` away.';
  return [{ place: 'shuffle', rule: 'nothing_to_shuffle', message }];
}

function checkFunding(survey: Survey, question: Question): Finding[] {
  if (!('funding' in question) || !question.funding) return [];
  const type = typeOf(question);
  const samples = type.samples(survey, question, { optionLists: [], numbers: [] });
  if (type.moves || samples.some((value) => type.score(survey, question, value) !== null)) return [];
  const message = 'Only answers with a score, on a scale, count in the funding indicator. Take `funding` away.';
  return [{ place: 'funding', rule: 'funding_without_score', message }];
}
