import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fastify from 'fastify';
import { open } from '../../../server/accounts/access.ts';
import { addGuard, type DeclaredRoute } from '../../../server/accounts/guard-routes.ts';
import { GIVEN_AT, ROLES, type Action, type Role } from '../../../server/accounts/permissions.ts';
import { releasedRound, type Place, type TextRound } from '../../support/frozen-texts.ts';
import { aStaffMember, type StaffMember } from '../../support/staff.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

// Every route that the service has, as every role, at one's own place and at others: what is expected is
// written here once more, so that a slip in the product's own table is a difference.
const A = 'administrator';
const N = 'network_coordinator';
const I = 'institution_coordinator';
const P = 'planner';
const U = 'auditor';
const EXPECTED: Readonly<Record<Action, readonly Role[]>> = {
  'accounts.manage': [A],
  'tokens.manage': [A],
  'audit.read': [A, U],
  'rounds.manage': [N],
  'rounds.read': [N, I, U],
  'population.manage': [I],
  'messages.edit': [N, I],
  'messages.send': [N, I],
  'feedback.answer': [N, I],
  'progress.read': [N, I, U],
  'own-questions.edit': [I],
  'open-answers.review': [N],
  'releases.read': [N, U],
  'releases.approve': [N],
  'reports.read': [N, I, P],
  'open-answers.read': [N, I, P],
  'actions.read': [N, I, P],
  'actions.write': [I, P],
};
const WHERE = ['own', 'other degree', 'other institution', 'no such place'] as const;
type Where = (typeof WHERE)[number];

let server: TestApp;
let round: TextRound;
let places: Readonly<Record<Where, Place>>;
let text: string;
let member: Readonly<Record<Role, StaffMember>>;
let routes: readonly DeclaredRoute[];

beforeAll(async () => {
  server = await openTestApp();
  round = await releasedRound(server, 'matrix');
  const [own] = round.degrees;
  const second = round.degrees.find((one) => one.institution === own?.institution && one.degree !== own.degree);
  const other = round.degrees.find((one) => one.institution !== own?.institution);
  if (!own || !second || !other) throw new Error('too few degrees');
  places = {
    own,
    'other degree': second,
    'other institution': other,
    'no such place': { institution: 'X9999', degree: '999999' },
  };
  text = (await round.write('open_wishes', own, ['something']))[0]?.key ?? '';
  member = await everyRole({});
  routes = server.app.declaredAccess.filter(({ method }) => method !== 'HEAD');
}, 400_000);
afterAll(() => server.close());

/** A person of each role, all at the own place as far as the role has one. */
async function everyRole(days: { from?: string; until?: string }): Promise<Record<Role, StaffMember>> {
  const made = {} as Record<Role, StaffMember>; // filled below
  for (const role of ROLES) made[role] = await aStaffMember(server, { role, ...grantPlace(role), ...days });
  return made;
}

function grantPlace(role: Role): Place {
  const { institution, degree } = places.own;
  const kind = GIVEN_AT[role];
  if (kind === 'nation') return { institution: '', degree: '' };
  return { institution, degree: kind === 'institution' ? '' : degree };
}

function addressOf(url: string, { institution, degree }: Place): string {
  const values: Readonly<Record<string, string>> = {
    key: url.startsWith('/reports/') ? 'staff' : text,
    release: round.releaseId,
    survey: 'amk-career',
    round: round.roundId,
    item: 'open_wishes',
    code: 'skill_negotiation',
    file: 'report.csv',
    template: 'invitation',
    words: 'fi',
    step: 'invitation',
    institution,
    degree,
  };
  const query = url === '/own-questions/open' ? `&survey=amk-career&institution=${institution}` : '';
  const path = url.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(values[name] ?? 'none'));
  return `${path}?lang=en${query}`;
}

/** Parameters whose value depends on what there is: an allowed visitor may be told that there is none. */
const MAY_BE_MISSING = /:(?:id|named|person|grant|token|member|tokenId)\b/;

/** What must become of it: 'allowed', or the status of a refusal. */
function expectedOf({ access }: DeclaredRoute, role: Role, where: Where): 'allowed' | 403 | 404 {
  if (typeof access === 'string') return 'allowed';
  const mayDo = EXPECTED[access.action].includes(role);
  if (access.scope === 'some') return mayDo ? 'allowed' : 403;
  if (access.scope === 'nation') return mayDo && GIVEN_AT[role] === 'nation' ? 'allowed' : 403;
  if (!isThere(access.scope, role, where)) return 404;
  return mayDo ? 'allowed' : 403;
}

/** Whether the role is given where the address is. A planner of a degree is nowhere in its institution as a whole. */
function isThere(scope: 'institution' | 'degree', role: Role, where: Where): boolean {
  const kind = GIVEN_AT[role];
  if (kind === 'nation') return true;
  if (where === 'no such place' || where === 'other institution') return false;
  return kind === 'institution' || (scope === 'degree' && where === 'own');
}

/** The scope as this address has it: without a degree it is of an institution. */
function asAddressed(route: DeclaredRoute): DeclaredRoute {
  const { access, url } = route;
  if (typeof access === 'string' || access.scope !== 'degree' || url.includes(':degree')) return route;
  return { ...route, access: { ...access, scope: 'institution' } };
}

const nameOf = ({ method, url }: DeclaredRoute) => `${method} ${url}`;
const ask = (who: StaffMember, { method }: DeclaredRoute, address: string) =>
  method === 'GET' ? who.get(address) : who.post(address);

test('the expectation names every action, and every action of a route', () => {
  const used = routes.flatMap(({ access }) => (typeof access === 'string' ? [] : [access.action]));
  expect(used.length).toBeGreaterThan(20);
  expect([...new Set(used)].filter((action) => !(action in EXPECTED))).toEqual([]);
});

describe.each([...ROLES])('%s', (role) => {
  test.each([...WHERE])(
    'at %s: what is allowed opens, what is not is refused, and elsewhere nothing exists',
    async (where) => {
      const holes: string[] = [];
      const nothing = await member[role].get('/nothing/here?lang=en');
      for (const route of routes.map(asAddressed)) {
        if (typeof route.access === 'string') continue;
        const address = addressOf(route.url, places[where]);
        const { statusCode, body, headers } = await ask(member[role], route, address);
        const expected = expectedOf(route, role, where);
        const toSignIn = String(headers.location ?? '').startsWith('/staff/sign-in');
        const isFine =
          expected === 'allowed'
            ? statusCode !== 403 &&
              statusCode < 500 &&
              !toSignIn &&
              (statusCode !== 404 || where !== 'own' || MAY_BE_MISSING.test(route.url))
            : statusCode === expected && (expected !== 404 || body === nothing.body);
        if (!isFine) holes.push(`${nameOf(route)}: ${statusCode}, expected ${expected}`);
      }
      expect(holes).toEqual([]);
    },
    240_000,
  );
});

test.each([
  ['ended yesterday', { until: '2026-11-11' }],
  ['begins tomorrow', { from: '2026-11-13' }],
])(
  'a role that %s opens nothing',
  async (_name, days) => {
    const holes: string[] = [];
    for (const [role, who] of Object.entries(await everyRole(days))) {
      for (const route of routes.map(asAddressed)) {
        if (typeof route.access === 'string') continue;
        const { statusCode } = await ask(who, route, addressOf(route.url, places.own));
        const isOfPlace = route.access.scope === 'institution' || route.access.scope === 'degree';
        if (statusCode !== (isOfPlace ? 404 : 403)) holes.push(`${role} ${nameOf(route)}: ${statusCode}`);
      }
    }
    expect(holes).toEqual([]);
  },
  240_000,
);

test('the last and the first day of a role count', async () => {
  const { institution, degree } = places.own;
  const at = { role: P, institution, degree } as const;
  for (const days of [{ until: '2026-11-12' }, { from: '2026-11-12' }, { from: '2026-11-12', until: '2026-11-12' }]) {
    const who = await aStaffMember(server, { ...at, ...days });
    expect((await who.get(addressOf('/reports/:key/:release/:institution/:degree', places.own))).statusCode).toBe(200);
  }
});

test('nobody who has not signed in comes past the sign-in page', async () => {
  const holes: string[] = [];
  const away = { host: 'survey.example.org' };
  for (const route of routes) {
    const address = addressOf(route.url, places.own);
    const answer =
      route.method === 'GET' ? await server.get(address, away) : await server.post(address, { a: 'b' }, away);
    const toSignIn = answer.statusCode === 303 && String(answer.headers.location).startsWith('/staff/sign-in');
    const isOpen = ['public', 'graduate', 'signing-in'].includes(route.access as string);
    if (!isOpen && !toSignIn) holes.push(`${nameOf(route)}: ${answer.statusCode}`);
  }
  expect(holes).toEqual([]);
});

test('a wrong key of reports is an address that does not exist', async () => {
  const nothing = await server.get('/nothing/here?lang=en');
  for (const { url, method } of routes.filter(({ url }) => url.startsWith('/reports/:key'))) {
    const address = addressOf(url, places.own).replace('/reports/staff', `/reports/${'x'.repeat(27)}`);
    const answer = method === 'GET' ? await server.get(address) : await server.post(address, {});
    expect([nameOf({ url, method, access: 'public' }), answer.statusCode]).toEqual([expect.any(String), 404]);
    expect(answer.body).toBe(nothing.body);
  }
});

test('a route that does not say who may open it ends the start', () => {
  const app = fastify();
  addGuard(app, server.deps);
  app.get('/open', open('public'), async () => 'open');
  expect(() => app.get('/forgotten', async () => 'open')).toThrow(/GET \/forgotten does not say who may open it/);
});
