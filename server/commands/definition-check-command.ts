import type { Command } from 'commander';
import { loadMaps } from '../../survey-definitions/comparability.ts';
import type { Surveys } from '../../survey-definitions/index.ts';
import { checkMaps } from '../comparability/check-maps.ts';
import { checkDefinitionFile, type ReviewedDefinition } from '../definitions/check-file.ts';
import { checkList } from '../engine/checks/check-lists.ts';
import { severityOf, type Finding } from '../engine/finding.ts';
import { reviewDefinition } from '../engine/review-definition.ts';
import { CommandError, type CommandContext } from './context.ts';

type Found = Finding & { file: string };
type Reviewed = { surveys: ReviewedDefinition[]; findings: Found[] };

/** `definitions check`. */
export function addDefinitionCheckCommand(definitions: Command, context: CommandContext): void {
  definitions
    .command('check [file]')
    .description('check all definitions of this program, or those in a .ts or .json file')
    .action((file: string | undefined) => check(context, file));
}

async function check(context: CommandContext, file: string | undefined): Promise<void> {
  const { surveys, findings } = file === undefined ? checkAll(context) : await checkFile(context, file);
  const graded = findings.map((found) => ({ ...found, severity: severityOf(found) }));
  const errors = graded.filter(({ severity }) => severity === 'error');
  const advice = graded.length - errors.length;
  const lines = [...errors, ...graded.filter(({ severity }) => severity === 'advice')].map(
    ({ file: name, place, message, severity }) =>
      `${name}\n  ${place}: ${severity === 'advice' ? 'Advice. ' : ''}${message}`,
  );
  const counts = `${counted(surveys.length, 'definition')} checked, ${counted(errors.length, 'error')}, ${advice} of advice.`;
  context.result(
    { definitions: surveys.length, findings: graded, surveys },
    [...lines, ...surveys.map(summaryLine), counts].join('\n'),
  );
  if (errors.length > 0)
    throw new CommandError('A definition with errors is not published. Mend them and check again.');
}

function checkAll(context: CommandContext): Reviewed {
  const { all, imported } = context.surveys();
  const reviews = all.map(({ file, survey }) => ({ file, survey, review: reviewDefinition(survey) }));
  const findings = reviews.flatMap(({ file, review }) => review.findings.map((finding) => ({ file, ...finding })));
  return {
    surveys: reviews.map(({ survey: { id, questions }, review: { paths } }) => ({
      id,
      questions: questions.size,
      paths,
    })),
    findings: [...findings, ...checkMaps(all, loadMaps()), ...checkImported(imported)],
  };
}

/** Imported lists by their own files, whether a survey uses them or not. */
function checkImported(imported: Surveys['imported']): Found[] {
  return imported.flatMap(({ file, list }) => checkList(list).map((finding) => ({ file, ...finding })));
}

async function checkFile(context: CommandContext, file: string): Promise<Reviewed> {
  const checked = await checkDefinitionFile(context.path(file), context.surveys().lists);
  if (checked.kind === 'unusable') throw new CommandError(`${file}: ${checked.reason}`);
  return { surveys: checked.definitions, findings: checked.findings.map((finding) => ({ file, ...finding })) };
}

function summaryLine({ id, questions, paths }: ReviewedDefinition): string {
  if (!paths) return `${id}: ${questions} questions, not walked: mend the errors first.`;
  const { walks, reached, different, shortest, longest } = paths;
  return (
    `${id}: ${questions} questions. ${walks} random paths (${different} different), ${percent(reached)} reach the end. ` +
    `Shortest ${lengthOf(shortest)}, longest ${lengthOf(longest)}.`
  );
}

function lengthOf({ questions, minutes, reading }: { questions: number; minutes: number; reading: number }): string {
  return `${questions} questions in about ${minutes.toFixed(1)} min (${reading.toFixed(1)} of it reading)`;
}

/** Never rounded up to 100 %. */
function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
