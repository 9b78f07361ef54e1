import type { RowProblem } from '../csv/row-problem.ts';
import type { AskedSurveys } from '../engine/asked-surveys.ts';
import { blockId, isOwnCode } from '../engine/own-block.ts';
import { typeOf } from '../engine/question-types/index.ts';
import type { RawRow } from '../engine/question-types/question-type.ts';
import type { Survey } from '../engine/survey.ts';
import { shownAnswer } from './problem-text.ts';

/** Values of own questions that the row's person is not asked: they would be lost, so the row is not taken. */
export function ownColumnProblems(surveys: AskedSurveys, survey: Survey, row: RawRow, line: number): RowProblem[] {
  if (surveys.blocks.length === 0) return [];
  const others = [...surveys.all.questions.values()].filter(
    ({ code }) => isOwnCode(code) && !survey.questions.has(code),
  );
  return others.flatMap((question) =>
    typeOf(question)
      .columns(question)
      .map((column) => ({ line, column, value: shownAnswer((row[column] ?? '').trim()) }))
      .filter(({ value }) => value !== '')
      .map((problem) => ({ ...problem, reason: reasonFor(surveys, question.code) })),
  );
}

function reasonFor({ blocks }: AskedSurveys, code: string): string {
  const asking = blocks.filter(({ questions }) => questions.some((question) => question.code === code)).map(blockId);
  return `this person is not asked this own question (only ${asking.join(', ')} asks it); leave the cell empty`;
}
