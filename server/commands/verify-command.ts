import type { Command } from 'commander';
import { isReleaseFolder, verifyFolder, type Verified } from '../releases/verify-folder.ts';
import { verifyReleases } from '../releases/verify-release.ts';
import { CommandError, type CommandContext } from './context.ts';

const MOST_NAMED = 20;

/** `releases verify [what]`. */
export function addVerifyCommand(releases: Command, context: CommandContext): void {
  releases
    .command('verify [what]')
    .description(
      'compute every hash anew: of the release of a round, of a folder with a release (./release), or of every ' +
        'published release. Names what differs and ends with 1 then',
    )
    .action((what: string | undefined) => verify(context, what ?? null));
}

/** Whether what is verified is a folder by its name: no round has a dot or a slash in its own. */
export function namesFolder(what: string): boolean {
  return /[./\\]/.test(what);
}

async function verify(context: CommandContext, what: string | null): Promise<void> {
  const verified = await verifiedOf(context, what);
  const faulty = verified.filter(({ problems }) => problems.length > 0);
  const text = verified.map(lineOf).join('\n') || 'Nothing is published yet.';
  context.result({ releases: verified, whole: faulty.length === 0 }, text);
  if (faulty.length > 0)
    throw new CommandError(`${faulty.length} of ${verified.length} are not as they were published.`);
}

async function verifiedOf(context: CommandContext, what: string | null): Promise<Verified[]> {
  const folder = what === null ? null : context.path(what);
  if (what !== null && folder !== null && namesFolder(what)) {
    if (!isReleaseFolder(folder)) throw new CommandError(`${folder} holds no release: manifest.json is not there.`);
    return [await verifyFolder(folder)];
  }
  const verified = await verifyReleases(await context.deps(), what);
  if (what === null || verified.length > 0) return verified;
  if (folder !== null && isReleaseFolder(folder)) return [await verifyFolder(folder)];
  throw new CommandError(`Round ${what} has no published release, and there is no folder of that name with one.`);
}

function lineOf({ release, checked, problems }: Verified): string {
  if (problems.length === 0) return `${release}: ${checked} hashes computed anew, all agree`;
  const more = problems.length - MOST_NAMED;
  const lines = problems.slice(0, MOST_NAMED).map((problem) => `  ${problem}`);
  return [`${release}: differs`, ...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}
