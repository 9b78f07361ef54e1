import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/**
 * `pid` is the server's first process; its children are the other ones. `pause` ends it and keeps what it holds,
 * `resume` starts it again at the same address.
 */
export type PostgresServer = {
  url: string;
  pid: number;
  stop(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
};

const DEBIAN_FOLDER = '/usr/lib/postgresql';
const DATABASE = 'test_uras';
const START_LIMIT_MS = 60_000;

/** As in production where durability and speed are concerned. */
const SETTINGS = [
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'shared_buffers=256MB',
  'max_connections=100',
];

/**
 * Starts a PostgreSQL server of its own on a temporary directory, and makes an empty database whose
 * name begins with test_. It listens on a free port of 127.0.0.1 and on a socket in that directory.
 * `stop` ends it and removes the directory. Throws when PostgreSQL is not installed or does not start.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = postgresPrograms();
  const account = unprivilegedAccount();
  const folder = mkdtempSync(join(tmpdir(), 'uras-pg-'));
  if (account) chownSync(folder, account.uid, account.gid);
  const password = randomBytes(16).toString('hex');
  const options = { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C.UTF-8' }, ...account };
  let server: ChildProcess | undefined;
  const pause = async () => {
    if (server) await endProcess(server);
  };
  const stop = async () => {
    await pause();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await initialise(programs, folder, password, options);
    const port = await freePort();
    const settings = [...SETTINGS, `port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
    const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
    const resume = async () => {
      const words = ['-D', join(folder, 'data'), ...settings.flatMap((one) => ['-c', one])];
      server = spawn(join(programs, 'postgres'), words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
      await untilItAnswers(server, url('postgres'));
      return server.pid;
    };
    const pid = await resume();
    await makeDatabase(url('postgres'));
    if (pid === undefined) throw new Error('PostgreSQL has no process.');
    return { url: url(DATABASE), pid, stop, pause, resume: async () => void (await resume()) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The folder with initdb and postgres: Debian's newest, or one of PATH. */
function postgresPrograms(): string {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : [];
  const newestFirst = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN_FOLDER, version, 'bin'));
  const found = [...newestFirst, ...(process.env['PATH'] ?? '').split(':')].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
  if (!found) throw new Error('PostgreSQL (initdb, postgres) was not found. On Debian: apt-get install postgresql');
  return found;
}

/** PostgreSQL refuses root, so root starts it as another account. Undefined when we are not root. */
function unprivilegedAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => accounts.find((fields) => fields[0] === name)).find(Boolean);
  if (!found) throw new Error('root cannot run PostgreSQL, and there is no account postgres or nobody to run it as.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

type SpawnOptions = { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number };

/** A Finnish collation, so that a sort left to the database differs from one made in code. */
async function initialise(programs: string, folder: string, password: string, options: SpawnOptions): Promise<void> {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (options.uid !== undefined && options.gid !== undefined) chownSync(passwordFile, options.uid, options.gid);
  const initdb = spawn(
    join(programs, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'postgres', '-E', 'UTF8', '--locale-provider=icu', '--icu-locale=fi-FI'].concat([
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
    ]),
    { ...options, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = collectOutput(initdb);
  const code = await new Promise((resolve, reject) => initdb.on('close', resolve).on('error', reject));
  if (code !== 0) throw new Error(`initdb failed (${String(code)}):\n${said()}`);
}

async function untilItAnswers(server: ChildProcess, url: string): Promise<void> {
  const said = collectOutput(server);
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit) {
    if (server.exitCode !== null || server.signalCode !== null) break;
    if (await answers(url)) return;
    await sleep(100);
  }
  throw new Error(`PostgreSQL did not start:\n${said()}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${DATABASE}`);
  await client.end();
}

/** SIGINT is PostgreSQL's fast shutdown: it ends its connections and leaves whole files. */
async function endProcess(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGINT');
  await ended;
}

/** Reads both outputs, so that a full pipe never stops the program, and keeps the last lines. */
function collectOutput(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text = (text + part).slice(-4_000);
    });
  }
  return () => text;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
