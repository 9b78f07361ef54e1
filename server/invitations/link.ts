import type { Config } from '../config.ts';
import { formatCode } from './code.ts';

/** The address of a person's own page, as a letter prints it. */
export function linkOf(config: Pick<Config, 'baseUrl' | 'host' | 'port'>, code: string): string {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `${config.baseUrl ?? `http://${host}:${config.port}`}/v/${formatCode(code)}`;
}
