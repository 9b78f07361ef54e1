import type { Command } from 'commander';
import { loadMaps } from '../../survey-definitions/comparability.ts';
import { diffDefinitions } from '../comparability/diff-definitions.ts';
import { diffText } from '../definitions/diff-text.ts';
import { CommandError, type CommandContext } from './context.ts';
import { findSurvey } from './find-survey.ts';

/** `definitions diff SURVEY FROM TO`, in the group `definitions`. */
export function addDefinitionDiffCommand(definitions: Command, context: CommandContext): void {
  definitions
    .command('diff <survey> <from> <to>')
    .description('what differs between two versions, and what that does to each trend')
    .action((survey: string, from: string, to: string) => diff(context, survey, from, to));
}

function diff(context: CommandContext, name: string, first: string, second: string): void {
  const [from, to] = [findSurvey(context, name, first), findSurvey(context, name, second)];
  const { version } = from.definition;
  if (version >= to.definition.version) throw new CommandError('Name the earlier version first, then the later one.');
  const registered = loadMaps().find(
    ({ map }) => map.survey === name && map.from === version && map.to === to.definition.version,
  );
  const found = diffDefinitions(from, to, registered?.map);
  const source = registered
    ? `Trends as declared in ${registered.file}.`
    : 'No comparability map relates these versions.';
  context.result({ map: registered?.file ?? null, ...found }, `${diffText(found)}\n\n${source}`);
}
