import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { selectRecipients } from '../../../server/messages/recipient-store.ts';
import { aStaffMember, type StaffMember } from '../../support/staff.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let server: TestApp;
let own: StaffMember;
let other: StaffMember;
let network: StaffMember;

beforeAll(async () => {
  server = await openTestApp();
  own = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0101' });
  other = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0102' });
  network = await aStaffMember(server, { role: 'network_coordinator' });
}, 120_000);
afterAll(() => server.close());

const events = async (kind: string) =>
  (await server.deps.ownerDb.selectFrom('survey.audit_event').select('detail').where('kind', '=', kind).execute()).map(
    ({ detail }) => detail,
  );

test('an institution hands its people back to the plan of the network, and takes its own up again', async () => {
  const there = await server.aRound();
  const { personKey } = await server.aPerson({ round: there, institution: 'X0101' });
  const at = (page: string, more = '') => `/rounds/${there}${page}?lang=en${more}`;
  const { ownerDb } = server.deps;
  const sender = async () =>
    (await selectRecipients(ownerDb, { roundId: there, personKeys: [personKey], lock: false }))[0]?.sender;
  await network.post(at('/plan/steps/invitation/save'));
  expect((await own.post(at('/plan/hand-back'))).headers.location).toBe(at('/plan', '&institution=X0101'));
  await own.post(at('/plan/steps/invitation/save'));
  expect(await sender()).toBe('X0101');
  const before = (await own.get(at('/plan'))).body;
  expect(before).toContain('Hand the plan back');

  // Not while messages are on their way, whichever plan they are of.
  for (const [step, state] of [
    ['X0101/invitation', 'scheduled'],
    ['invitation', 'sending'],
  ] as const) {
    const row = { step, state, plan_version: 1, channel: 'mail', starts_at: server.clock.now, expected: 1 } as const;
    await ownerDb
      .insertInto('contact.message_step')
      .values({ round_id: there, ...row, listed_to: null, counts: '{}' })
      .execute();
    const refused = await own.post(at('/plan/hand-back'));
    expect([refused.statusCode, refused.body.includes('Invitation is scheduled or being sent')]).toEqual([409, true]);
    expect(await sender()).toBe('X0101');
    await ownerDb.updateTable('contact.message_step').set({ state: 'done' }).where('step', '=', step).execute();
  }

  expect((await own.post(at('/plan/hand-back'))).headers.location).toContain('changed=hand_back');
  expect(await sender()).toBe('');
  const back = (await own.get(at('/plan', '&changed=hand_back'))).body;
  for (const words of ['get the messages of the network again', 'Take your own plan up again', 'version 2'])
    expect(back).toContain(words);
  expect((await network.get(at('/plan'))).body).not.toContain('institution=X0101"');
  expect((await own.post(at('/plan/take-up'))).headers.location).toContain('changed=take_up');
  expect(await sender()).toBe('X0101');
  expect(await events('message_plan_handed_back')).toEqual([{ version: 2, institution: 'X0101', by: own.id }]);
  expect(await events('message_plan_taken_up')).toEqual([{ version: 2, institution: 'X0101', by: own.id }]);
  expect((await other.post(at('/plan/hand-back', '&institution=X0101'))).statusCode).toBe(404);
  expect((await network.post(at('/plan/hand-back'))).headers.location).toBe(at('/plan'));
});
