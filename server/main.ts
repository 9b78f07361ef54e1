import type { AddressInfo } from 'node:net';
import { buildApp } from './app.ts';
import { startSealer } from './audit/seal-events.ts';
import { serveCommands } from './commands/command-socket.ts';
import { runCommand } from './commands/program.ts';
import { readConfig } from './config.ts';
import { buildDemonstration, wantsDemonstration } from './demo/build-demonstration.ts';
import { startLinks } from './demo/start-links.ts';
import type { Log } from './deps.ts';
import { isLoopbackHost } from './http/local-only.ts';
import { openDeps } from './open-deps.ts';
import { startBeside } from './start-beside.ts';

// `npm start`: config → deps → (demonstration) → app → listen → links. The only start-up script.
const say = (line: string) => void process.stdout.write(line + '\n');
const log: Log = {
  info: say,
  error: (message, cause) =>
    void process.stderr.write(`${message}${cause instanceof Error ? `: ${cause.message}` : ''}\n`),
};

try {
  await start();
} catch (error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) process.stderr.write(cause.message + '\n');
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const deps = await openDeps(config, { as: 'web', log });
  try {
    if (deps.embedded) {
      say(
        'Embedded database: for a first look and for development. It does not force its writes to disk, so a power cut may lose answers. ' +
          'Set DATABASE_URL to a PostgreSQL server for real people.',
      );
    }
    if (await wantsDemonstration(deps, process.argv.includes('--demo'))) await buildDemonstration(deps, say);
    const app = await buildApp(deps);
    await app.listen({ port: config.port, host: config.host });
    const { port } = app.server.address() as AddressInfo; // listens on TCP, so the address is no string
    const commands = deps.embedded
      ? await serveCommands(config.dataDir, (words, io) =>
          runCommand(words, { ...io, listsDir: config.codeListsDir }, async () => deps),
        )
      : null;
    const sealer = startSealer(deps);
    const beside = startBeside(deps);
    const ownUrl = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    const localUrl = isLoopbackHost(config.host) ? ownUrl : null;
    for (const line of await startLinks(deps, config.baseUrl ?? ownUrl, localUrl)) say(line);
    const stop = () => {
      void (async () => {
        commands?.close();
        await beside.stop();
        await app.close();
        await sealer.stop();
        await deps.close();
        process.exit(0);
      })();
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
  } catch (error) {
    await deps.close();
    throw error;
  }
}
