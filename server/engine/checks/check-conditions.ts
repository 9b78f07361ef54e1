import type { Condition } from '../condition.ts';
import type { Finding } from '../finding.ts';
import type { Question } from '../question.ts';
import { typeOf } from '../question-types/index.ts';
import type { Survey } from '../survey.ts';
import { backgroundValues, backgroundVariable } from './background-values.ts';
import { conditionNodes, conditionRoots } from './condition-nodes.ts';

type OnQuestion = Extract<Condition, { question: string }>;
type OnBackground = Extract<Condition, { kind: 'background' }>;

/** Everything that conditions name exists, lies on an earlier page and can be asked of its type. */
export function checkConditions(survey: Survey): Finding[] {
  return conditionRoots(survey.definition).flatMap((root) =>
    conditionNodes(root).flatMap(({ condition, place }) => {
      switch (condition.kind) {
        case 'answered':
        case 'any_of':
        case 'at_least':
        case 'at_most':
          return checkOnQuestion(survey, condition, place, root.page);
        case 'background':
          return checkOnBackground(survey, condition, place);
        case 'all':
        case 'any':
        case 'not':
          return [];
        default:
          return condition satisfies never;
      }
    }),
  );
}

function checkOnQuestion(survey: Survey, condition: OnQuestion, place: string, page: number): Finding[] {
  const question = survey.questions.get(condition.question);
  if (!question) {
    const message = `There is no question "${condition.question}". Correct the code.`;
    return [{ place: `${place}.question`, rule: 'unknown_question', message }];
  }
  const asked = survey.pageOf.get(question.code) ?? 0;
  if (asked >= page) {
    const where = asked === page ? 'the same page' : 'a later page';
    const message = `"${question.code}" is asked on ${where}. Conditions look at earlier pages only: move one of the two.`;
    return [{ place: `${place}.question`, rule: 'looks_ahead', message }];
  }
  return checkAgainstType(survey, question, condition, place);
}

function checkAgainstType(survey: Survey, question: Question, condition: OnQuestion, place: string): Finding[] {
  switch (condition.kind) {
    case 'answered':
      return typeOf(question).columns(question).length > 0 ? [] : [neverHolds(question, condition, place)];
    case 'any_of':
      return checkOptions(survey, question, condition, place);
    case 'at_least':
    case 'at_most':
      return checkLimit(survey, question, condition, place);
    default:
      return condition satisfies never;
  }
}

function checkOptions(
  survey: Survey,
  question: Question,
  condition: Extract<Condition, { kind: 'any_of' }>,
  place: string,
): Finding[] {
  const known = typeOf(question).choices(survey, question);
  if (!known) return [neverHolds(question, condition, place)];
  return unknownCodes(condition.options, known).map(({ code, index }) => ({
    place: `${place}.options[${index}]`,
    rule: 'unknown_option',
    message: `"${question.code}" has no option "${code}". Use one of: ${shortened(known)}.`,
  }));
}

function checkLimit(
  survey: Survey,
  question: Question,
  condition: Extract<Condition, { value: number }>,
  place: string,
): Finding[] {
  const range = typeOf(question).range(survey, question);
  if (!range) return [neverHolds(question, condition, place)];
  const { kind, value } = condition;
  if (kind === 'at_least' ? value <= range.to : value >= range.from) return [];
  const message = `Answers to "${question.code}" run from ${range.from} to ${range.to}, so ${kind} ${value} never holds. Correct the value.`;
  return [{ place: `${place}.value`, rule: 'beyond_range', message }];
}

function checkOnBackground(survey: Survey, condition: OnBackground, place: string): Finding[] {
  const variable = backgroundVariable(survey, condition.variable);
  if (!variable) {
    const known = survey.definition.background.map(({ code }) => code).join(', ');
    const message = `There is no background variable "${condition.variable}". Use one of: ${known}.`;
    return [{ place: `${place}.variable`, rule: 'unknown_background', message }];
  }
  const known = backgroundValues(survey, variable);
  return unknownCodes(condition.values, known).map(({ code, index }) => ({
    place: `${place}.values[${index}]`,
    rule: 'unknown_background_value',
    message: `The background variable "${variable.code}" has no value "${code}". Use one of: ${shortened(known)}.`,
  }));
}

function neverHolds(question: Question, condition: OnQuestion, place: string): Finding {
  const message = `"${condition.kind}" never holds for "${question.code}", which is of kind ${question.kind}. Ask something that its answers can meet.`;
  return { place: `${place}.kind`, rule: 'condition_of_wrong_kind', message };
}

function unknownCodes(codes: readonly string[], known: readonly string[]): { code: string; index: number }[] {
  return codes.map((code, index) => ({ code, index })).filter(({ code }) => !known.includes(code));
}

function shortened(codes: readonly string[]): string {
  return codes.length > 20 ? `${codes.slice(0, 20).join(', ')} and ${codes.length - 20} more` : codes.join(', ');
}
