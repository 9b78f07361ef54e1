import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { buildApp } from '../../server/app.ts';
import { runCommand } from '../../server/commands/program.ts';
import { publishDefinitions } from '../../server/definitions/publish-definitions.ts';
import { readConfig } from '../../server/config.ts';
import type { Deps } from '../../server/deps.ts';
import { openKeyStore } from '../../server/keys/key-store.ts';
import { deriveCode } from '../../server/invitations/code.ts';
import { openTestDatabase } from './test-db.ts';

const DAY_MS = 24 * 3600 * 1000;

export type ServedRound = {
  app: FastifyInstance;
  deps: Deps;
  baseUrl: string;
  /** Personal link of the n-th of its three people. */
  link: (index: number) => string;
  command: (...words: string[]) => Promise<string>;
  close: () => Promise<void>;
};

/** The real service on a real database, listening, with one open round of three invented people. */
export async function serveRound({ listsFolder }: { listsFolder?: string } = {}): Promise<ServedRound> {
  const database = await openTestDatabase();
  const { dataDir, databaseUrl } = database;
  const keys = openKeyStore(dataDir, randomBytes(32));
  const config = readConfig({ URAS_DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' });
  const log = {
    info: () => undefined,
    error: (message: string, cause?: unknown) => process.stderr.write(`${message} ${String(cause)}\n`),
  };
  const surveys = loadSurveys(listsFolder);
  const { web: db, owner: ownerDb, embedded } = database;
  const deps: Deps = { db, ownerDb, embedded, config, surveys, keys, now: () => new Date(), randomBytes, log };
  await publishDefinitions(ownerDb, surveys.all);
  const command = async (...words: string[]) => {
    let out = '';
    let err = '';
    const io = { cwd: dataDir, out: (text: string) => (out += text), err: (text: string) => (err += text) };
    const code = await runCommand(
      words,
      { ...io, out: (text) => void io.out(text), err: (text) => void io.err(text) },
      async () => deps,
    );
    if (code !== 0) throw new Error(`uras ${words.join(' ')} → ${code}\n${err}${out}`);
    return out;
  };
  await makeRound(dataDir, command);
  const app = await buildApp(deps);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const link = (index: number) => {
    const round = keys.allRoundKeys().get('test-round');
    if (!round) throw new Error('The round has no keys.');
    return `${baseUrl}/v/${deriveCode(round, `P${index}`, 0)}`;
  };
  const close = async () => {
    await app.close();
    await database.close();
  };
  return { app, deps, baseUrl, link, command, close };
}

async function makeRound(folder: string, command: (...words: string[]) => Promise<string>): Promise<void> {
  const header =
    'person_key,institution,degree,graduation_date,gender,birth_year,study_language,contact_language,email,phone';
  const people = [0, 1, 2].map((index) => `P${index},X0101,671201,2020-05-31,female,1994,fi,fi,p${index}@example.org,`);
  const file = join(folder, 'people.csv');
  writeFileSync(file, [header, ...people, ''].join('\n'));
  const opens = new Date(Date.now() - DAY_MS).toISOString();
  const closes = new Date(Date.now() + 10 * DAY_MS).toISOString();
  const survey = ['--survey', 'amk-career', '--version', '2', '--cohort', '2020'];
  await command('rounds', 'create', '--id', 'test-round', ...survey, '--opens', opens, '--closes', closes);
  await command('population', 'import', '--round', 'test-round', file, '--confirm');
}
