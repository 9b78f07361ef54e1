import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type ProductEnvironment = {
  dataDir: string;
  databaseUrl?: string | null;
  port?: number;
  settings?: Readonly<Record<string, string>>;
};
export type ProductServer = {
  pid: number;
  baseUrl: string;
  /** The links that it printed: name → address. */
  links: ReadonlyMap<string, string>;
  output: () => string;
  /** SIGKILL, as a power switch would. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
};

export function environmentOf(product: ProductEnvironment): NodeJS.ProcessEnv {
  const { DATABASE_URL: _other, npm_lifecycle_event: _script, ...rest } = process.env;
  return {
    ...rest,
    URAS_DATA_DIR: product.dataDir,
    PORT: String(product.port ?? 0),
    ...(product.databaseUrl ? { DATABASE_URL: product.databaseUrl } : {}),
    ...product.settings,
  };
}

/** As server/run.mjs starts the service. */
const FLAGS = ['--disable-warning=ExperimentalWarning', '--single-threaded-gc'];

/** Starts the real server as a process of its own and waits for its links. */
export async function startProduct(product: ProductEnvironment, words: readonly string[] = []): Promise<ProductServer> {
  const child = spawn(process.execPath, [...FLAGS, 'server/main.ts', ...words], {
    cwd: root,
    env: environmentOf(product),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const links = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    output += line + '\n';
    const link = /^(graduate|report|reports): (\S+)$/.exec(line);
    if (link) links.set(link[1] ?? '', link[2] ?? '');
    if (links.has('reports') && links.size >= 2) break;
  }
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdout.resume();
  const reports = links.get('reports');
  if (!reports || child.pid === undefined) throw new Error(`The server did not start:\n${output}`);
  return {
    pid: child.pid,
    baseUrl: new URL(reports).origin,
    links,
    output: () => output,
    kill: () => endBy(child, 'SIGKILL'),
    stop: () => endBy(child, 'SIGTERM'),
  };
}

async function endBy(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await ended;
}

export type CommandResult = { code: number; out: string; err: string };

/** Runs one `uras` command as a process of its own. */
export async function uras(product: ProductEnvironment, ...words: string[]): Promise<CommandResult> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/uras.ts', ...words], {
    cwd: root,
    env: environmentOf(product),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  return { code, out, err };
}

/** The same, for a command that must succeed: throws with what it said. */
export async function urasOrFail(product: ProductEnvironment, ...words: string[]): Promise<string> {
  const result = await uras(product, ...words);
  if (result.code !== 0) throw new Error(`uras ${words.join(' ')} → ${result.code}\n${result.err}${result.out}`);
  return result.out;
}
