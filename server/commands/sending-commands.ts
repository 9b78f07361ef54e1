import type { Command } from 'commander';
import { addBouncesCommand } from './bounces-command.ts';
import type { CommandContext } from './context.ts';
import { addMessageCommands } from './message-commands.ts';
import { addWorkCommand } from './work-command.ts';

/** `messages …`, `bounces read`, `work`. */
export function addSendingCommands(program: Command, context: CommandContext): void {
  addMessageCommands(program, context);
  addBouncesCommand(program, context);
  addWorkCommand(program, context);
}
