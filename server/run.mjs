// Runs a script on Node 24 or newer: the host's own when it is new enough, otherwise the one that
// npm installed as an optional dependency. Plain JavaScript, because it must run on any Node.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';

const WANTED = 24;
/**
 * What is thrown away a moment later is looked through by the service's own thread: helpers that wait for each other
 * cost as much again where all cores have work.
 */
const OF_THE_SERVICE = ['--single-threaded-gc'];

function ownNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    console.error(
      `Uraseuranta needs Node ${WANTED} or newer; this is ${process.version}, and npm has no ready ${name} package.\n` +
        `Install Node ${WANTED} (https://nodejs.org) and run the same command again.`,
    );
    process.exit(1);
  }
}

const isNewEnough = Number(process.versions.node.split('.')[0]) >= WANTED;
const node = isNewEnough ? process.execPath : ownNode();
const words = process.argv.slice(2);
const flags = words[0] === 'server/main.ts' ? OF_THE_SERVICE : [];
const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...flags, ...words], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 128 + 15 : (code ?? 1)));
