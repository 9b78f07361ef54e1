import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../../server/app.ts';
import type { PersonTable } from '../../server/db/schema/contact.ts';
import type { RoundTable } from '../../server/db/schema/survey.ts';
import type { Deps } from '../../server/deps.ts';
import { answerHandle, contactHash, deriveCode } from '../../server/invitations/code.ts';
import { openTestDatabase } from './test-db.ts';
import { testDeps } from './test-deps.ts';

type RoundOverrides = Partial<Pick<RoundTable, 'survey' | 'version' | 'time_zone' | 'tolerance_hours' | 'invented'>> & {
  opens_at?: Date;
  closes_at?: Date;
};
type PersonOverrides = Partial<
  Omit<PersonTable, 'round_id' | 'person_key' | 'code_hash' | 'generation' | 'messages' | 'protected' | 'own_contact'>
> & {
  round?: string;
};

/** A person with a link. `path` is '/v/CODE'. */
export type LinkedPerson = { roundId: string; personKey: string; code: string; path: string; handle: Buffer };

export type TestApp = {
  app: FastifyInstance;
  deps: Deps;
  /** Where the clock stands; a test moves it. */
  clock: { now: Date };
  aRound: (overrides?: RoundOverrides) => Promise<string>;
  /** A person in a round, by default in one of its own. */
  aPerson: (overrides?: PersonOverrides) => Promise<LinkedPerson>;
  get: (path: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
  post: (path: string, form: Form, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
  responseOf: (person: LinkedPerson) => Promise<Awaited<ReturnType<typeof selectResponse>>>;
  close: () => Promise<void>;
};
export type Form = readonly (readonly [string, string])[] | Readonly<Record<string, string | readonly string[]>>;

export const OPENS = new Date('2026-11-02T07:00:00Z'); // Monday 9.00 in Finland
export const CLOSES = new Date('2026-11-30T22:00:00Z'); // the midnight that ends 30 November in Finland

/** The real app, with the rights it has in production, on a database of its own. */
export async function openTestApp(): Promise<TestApp> {
  const database = await openTestDatabase();
  const clock = { now: new Date('2026-11-12T10:00:00Z') };
  const deps: Deps = { ...(await testDeps(database, () => clock.now)), db: database.web };
  const app = await buildApp(deps);
  await app.ready();
  let made = 0;

  const aRound = async (overrides: RoundOverrides = {}) => {
    made += 1;
    const id = `round-${made}`;
    const usual = {
      survey: 'amk-career',
      version: 2,
      time_zone: 'Europe/Helsinki',
      tolerance_hours: 24,
      invented: true,
    };
    const times = { opens_at: OPENS, closes_at: CLOSES };
    const row = { id, ...usual, ...times, ...overrides, cohort: '2020', created_on: '2026-10-01' };
    await deps.ownerDb.insertInto('survey.round').values(row).execute();
    deps.keys.createRoundKeys(id);
    return id;
  };

  const aPerson = async ({ round, ...overrides }: PersonOverrides = {}) => {
    const roundId = round ?? (await aRound());
    const keys = deps.keys.allRoundKeys().get(roundId);
    if (!keys) throw new Error(`round ${roundId} has no keys`);
    made += 1;
    const personKey = `person-${made}`;
    const code = deriveCode(keys, personKey, 0);
    const register = { institution: 'X0101', degree: '671112', graduation_date: '2020-05-31', gender: 'female' };
    const more = { birth_year: 1994, study_language: 'fi', contact_language: 'fi', email: `${personKey}@example.org` };
    const ids = { round_id: roundId, person_key: personKey, code_hash: contactHash(keys, code) };
    await deps.ownerDb
      .insertInto('contact.person')
      .values({ ...ids, ...register, ...more, ...overrides })
      .execute();
    return { roundId, personKey, code, path: `/v/${code}`, handle: answerHandle(keys, code) };
  };

  const close = async () => {
    await app.close();
    await database.close();
  };
  return {
    app,
    deps,
    clock,
    aRound,
    aPerson,
    get: (path, headers = {}) => app.inject({ method: 'GET', url: path, headers }),
    post: (path, form, headers = {}) =>
      app.inject({
        method: 'POST',
        url: path,
        payload: encode(form),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
    responseOf: (person) => selectResponse(deps, person),
    close,
  };
}

/** A form as a browser sends it. */
export function encode(form: Form): string {
  const encoded = new URLSearchParams();
  const pairs: readonly (readonly [string, string | readonly string[]])[] = isPairs(form) ? form : Object.entries(form);
  for (const [name, value] of pairs) for (const one of [value].flat()) encoded.append(name, one);
  return encoded.toString();
}

function isPairs(form: Form): form is Extract<Form, readonly unknown[]> {
  return Array.isArray(form);
}

async function selectResponse(deps: Deps, { handle }: LinkedPerson) {
  const row = await deps.ownerDb
    .selectFrom('answer.response')
    .selectAll()
    .where('handle', '=', handle)
    .executeTakeFirst();
  return row ?? null;
}
