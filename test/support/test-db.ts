import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openDatabase, type OpenDatabase } from '../../server/db/connect.ts';
import { migrateUp } from '../../server/db/migrate-up.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type TestDatabase = OpenDatabase & { dataDir: string; databaseUrl: string | null };

/**
 * A migrated, empty database of its own: a copy of the prepared one. On the embedded engine, or,
 * with TEST_DATABASE_URL, on that server (which must be ours: its database's name begins with test_).
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'uras-test-'));
  const serverUrl = process.env['TEST_DATABASE_URL'];
  const databaseUrl = serverUrl ? await cloneServerTemplate(serverUrl) : null;
  if (!databaseUrl) cpSync(await embeddedTemplate(), join(dataDir, 'db'), { recursive: true });
  const database = await openDatabase({ dataDir, databaseUrl });
  const close = async () => {
    await database.close();
    if (serverUrl && databaseUrl)
      await onServer(serverUrl, `drop database if exists "${databaseName(databaseUrl)}" with (force)`);
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...database, close, dataDir, databaseUrl };
}

/** A data directory with a migrated embedded database, for tests that start a real server on it. */
export async function preparedDataDir(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'uras-test-'));
  cpSync(await embeddedTemplate(), join(dataDir, 'db'), { recursive: true });
  return dataDir;
}

/** The prepared embedded database of this state of the migrations; made once, kept between runs. */
export async function embeddedTemplate(): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', 'uraseuranta');
  const template = join(cache, `template-${migrationsHash()}`);
  if (existsSync(template)) return template;
  mkdirSync(cache, { recursive: true });
  const making = mkdtempSync(join(tmpdir(), 'uras-template-'));
  const database = await openDatabase({ dataDir: making, databaseUrl: null });
  await migrateUp(database.owner);
  await database.close();
  const arriving = `${template}-${randomUUID()}`;
  cpSync(join(making, 'db'), arriving, { recursive: true });
  rmSync(making, { recursive: true, force: true });
  try {
    renameSync(arriving, template);
  } catch {
    rmSync(arriving, { recursive: true, force: true }); // another worker was first
  }
  return template;
}

async function cloneServerTemplate(serverUrl: string): Promise<string> {
  if (!databaseName(serverUrl).startsWith('test_')) {
    throw new Error(
      'TEST_DATABASE_URL must name a database that begins with test_: tests drop and make databases there.',
    );
  }
  const template = `test_template_${migrationsHash()}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  try {
    await client.query('select pg_advisory_lock(7041)'); // one worker makes the template, and clones wait
    const found = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount === 0) await makeServerTemplate(client, serverUrl, template);
    await client.query(`create database "${name}" template "${template}"`);
  } finally {
    await client.end();
  }
  return withDatabase(serverUrl, name);
}

async function makeServerTemplate(client: pg.Client, serverUrl: string, template: string): Promise<void> {
  const making = `${template}_making`;
  await client.query(`drop database if exists "${making}" with (force)`);
  await client.query(`create database "${making}"`);
  const database = await openDatabase({ dataDir: '', databaseUrl: withDatabase(serverUrl, making) });
  await migrateUp(database.owner);
  await database.close();
  await client.query(`alter database "${making}" rename to "${template}"`);
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  const folder = join(root, 'migrations');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}
