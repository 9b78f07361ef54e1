import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { buildRoundRelease } from '../../../server/releases/build-round-release.ts';
import { freezeRound } from '../../../server/rounds/freeze-round.ts';
import { buildRound } from '../../support/build-round.ts';
import { aStaffMember, type StaffMember } from '../../support/staff.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

// A release on its way through its pages: two coordinators with accounts of their own, and an auditor who looks on.
let tested: TestApp;
let [anna, bertta, auditor]: StaffMember[] = [];
const progress = () => undefined;
const build = () => buildRoundRelease(tested.deps, { roundId: 'real', progress });

beforeAll(async () => {
  tested = await openTestApp();
  await buildRound(tested.deps, { id: 'real', persons: 240, institutions: 2, degrees: 3 });
  await freezeRound(tested.deps, { roundId: 'real', progress });
  await sql`update survey.round set invented = false where id = 'real'`.execute(tested.deps.ownerDb);
  const network = { role: 'network_coordinator' } as const;
  anna = await aStaffMember(tested, network);
  bertta = await aStaffMember(tested, network);
  auditor = await aStaffMember(tested, { role: 'auditor' });
}, 400_000);
afterAll(() => tested.close());

function who(member: StaffMember | undefined): StaffMember {
  if (!member) throw new Error('not signed in');
  return member;
}

const see = (member: StaffMember | undefined, language = 'en') =>
  who(member)
    .get(`/releases/real?lang=${language}`)
    .then(({ body }) => body);
const hashOn = (body: string) => /name="hash" value="([^"]+)"/.exec(body)?.[1] ?? '';
const approve = async (member: StaffMember | undefined, more: Record<string, string> = {}) =>
  who(member).post('/releases/real/approval?lang=en', { hash: hashOn(await see(member)), ...more });
const report = (id = 'real') => who(anna).get(`/reports/staff/${id}/X0101/671112?lang=en`);

async function published(id: string): Promise<void> {
  for (let tries = 0; (await report(id)).statusCode !== 200; tries += 1) {
    if (tries > 300) throw new Error(`${id} was not published`);
    await sleep(100);
  }
}

test(
  'two people approve a draft on its page, and then readers find it',
  async () => {
    expect(await see(anna)).toContain('This round has no draft.');
    await build();
    for (const [language, words] of [
      ['fi', 'Hyväksy julkaisu'],
      ['sv', 'Godkänn publiceringen'],
      ['en', 'Approve publishing'],
    ] as const) {
      expect(await see(anna, language)).toContain(words);
    }
    expect(await see(auditor)).not.toContain('Approve publishing');
    expect((await who(auditor).post('/releases/real/approval?lang=en', { hash: 'x' })).statusCode).toBe(403);

    // One person, twice, is one approval; it can be taken back.
    expect((await approve(anna)).statusCode).toBe(303);
    expect(await see(anna)).toContain('It waits for a second person.');
    const seen = hashOn(await see(bertta));
    const twice = await who(anna).post('/releases/real/approval?lang=en', { hash: seen });
    expect([twice.statusCode, twice.body]).toEqual([422, expect.stringContaining('A second person is needed.')]);
    await who(anna).post('/releases/real/approval/back?lang=en');
    expect(await see(anna)).toContain('Nobody has approved it yet.');

    // What was approved is what was built: of another draft it is no approval.
    await approve(anna);
    await sql`update publication.draft set parts_hash = 'other' where round_id = 'real'`.execute(tested.deps.ownerDb);
    expect(await see(bertta)).toContain('Nobody has approved it yet.');
    const changed = await who(bertta).post('/releases/real/approval?lang=en', { hash: seen });
    expect([changed.statusCode, changed.body]).toEqual([422, expect.stringContaining('was built anew')]);
    // A draft that is not as it was built is dropped when its turn comes, and is built anew.
    expect((await approve(anna)).statusCode).toBe(303);
    expect((await approve(bertta)).statusCode).toBe(303);
    while (!(await see(anna)).includes('This round has no draft.')) await sleep(100);
    await build();
    expect(hashOn(await see(bertta))).toBe(seen);
    expect(await see(bertta)).toContain('Approved by Aino Esimerkki on 12 November 2026');
    expect((await who(bertta).get('/releases?lang=en')).body).toContain('a draft that one person has approved');
    expect((await report()).statusCode).toBe(404);

    expect((await approve(bertta)).headers.location).toBe('/releases/real?lang=en&done=approved');
    // Too late to take it back: nobody is told that it was.
    const tooLate = await who(anna).post('/releases/real/approval/back?lang=en');
    expect(tooLate.headers.location).toBe('/releases/real?lang=en');
    await published('real');
    const late = await who(bertta).post('/releases/real/approval?lang=en', { hash: seen });
    expect([late.statusCode, late.body]).toEqual([422, expect.stringContaining('There is no draft any more')]);

    const events = await sql<{ kind: string; by: string }>`
      select kind, detail ->> 'by' as by from survey.audit_event
      where kind like 'release_appro%' or kind = 'release_published' order by id`.execute(tested.deps.ownerDb);
    const both = [who(anna).id, who(bertta).id].toSorted();
    expect(events.rows.map(({ kind }) => kind)).toEqual([
      'release_approved',
      'release_approval_taken_back',
      'release_approved',
      'release_approved',
      'release_approved',
      'release_approved',
      'release_published',
    ]);
    expect(events.rows.at(-1)?.by.split(', ').toSorted()).toEqual(both);
    const log = await who(auditor).get('/staff/log?lang=en');
    expect(log.body).toContain('Aino Esimerkki, Aino Esimerkki');
  },
  8 * 60_000,
);
