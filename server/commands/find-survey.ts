import type { Survey } from '../engine/survey.ts';
import { CommandError, type CommandContext } from './context.ts';

/** The version of a survey that a command names. Throws with what there is. */
export function findSurvey(context: CommandContext, name: string, version: string): Survey {
  const surveys = context.surveys();
  const survey = /^\d+$/.test(version) ? surveys.find(name, Number(version)) : undefined;
  if (survey) return survey;
  const known = surveys.all
    .map(({ survey: { definition } }) => `${definition.survey} ${definition.version}`)
    .join(', ');
  throw new CommandError(`There is no version ${version} of a survey ${name}. There are: ${known}.`);
}
