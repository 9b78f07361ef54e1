import { spawn } from 'node:child_process';
import { startPostgres } from './postgres-server.ts';

// Starts a PostgreSQL server, runs the command that follows with TEST_DATABASE_URL naming it, and
// ends the server whatever happens: `node server/run.mjs test/support/with-postgres.ts npm test`.
const [command, ...rest] = process.argv.slice(2);
if (!command) throw new Error('Say which command to run.');

const server = await startPostgres();
const child = spawn(command, rest, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: server.url } });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
try {
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve(code ?? 1));
  });
} finally {
  await server.stop();
}
