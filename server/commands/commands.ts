import type { Command } from 'commander';
import { addAttackCommand } from './attack-command.ts';
import { addAuditCommands } from './audit-commands.ts';
import { addBackupCommands } from './backup-commands.ts';
import { addCodesCommands } from './codes-commands.ts';
import { addDefinitionCommands } from './definition-commands.ts';
import { addOpenAnswerCommands } from './open-answer-commands.ts';
import { addPopulationCommands } from './population-commands.ts';
import { addPublisherCommands } from './publisher-commands.ts';
import { addReleaseCommands } from './release-commands.ts';
import { addReportCommands } from './report-commands.ts';
import { addResponseCommands } from './response-commands.ts';
import { addRoundCommands } from './round-commands.ts';
import { addSendingCommands } from './sending-commands.ts';
import { addSimulateCommand } from './simulate-command.ts';
import { addTokenCommands } from './token-commands.ts';
import { addUserCommands } from './user-commands.ts';
import type { CommandContext, CommandIo } from './context.ts';

/** Every group of commands, in the order of the help. */
export function addCommands(program: Command, context: CommandContext, listsDir: CommandIo['listsDir']): void {
  addDefinitionCommands(program, context);
  addRoundCommands(program, context);
  addPopulationCommands(program, context);
  addCodesCommands(program, context, listsDir);
  addResponseCommands(program, context);
  addReleaseCommands(program, context);
  addReportCommands(program, context);
  addPublisherCommands(program, context);
  addTokenCommands(program, context);
  addOpenAnswerCommands(program, context);
  addSendingCommands(program, context);
  addSimulateCommand(program, context);
  addUserCommands(program, context);
  addBackupCommands(program, context);
  addAuditCommands(program, context);
  addAttackCommand(program, context);
}
