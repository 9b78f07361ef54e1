import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defaultPlan } from '../../../server/messages/default-plan.ts';
import { savePlan } from '../../../server/messages/save-plan.ts';
import { freezeRound } from '../../../server/rounds/freeze-round.ts';
import { fillRound, type DegreeStanding } from '../../support/monitored-round.ts';
import { textOf } from '../../support/page-text.ts';
import { openRoundDesk, type RoundDesk } from '../../support/round-desk.ts';
import { aStaffMember, type StaffMember } from '../../support/staff.ts';
import { CLOSES, OPENS } from '../../support/test-app.ts';

let desk: RoundDesk;
let auditor: StaffMember;
let round: string;
const YEAR = 364 * 24 * 3_600_000;
const NOW = new Date('2026-11-12T10:00:00Z');

/** Two institutions; X0101 has a large degree, one under the threshold, and one of few people. */
const standing = (year: number): DegreeStanding[] => {
  const day = (date: string) => `${year}-${date}`;
  return [
    {
      institution: 'X0101',
      degree: '671112',
      target: 112,
      days: { [day('11-03')]: 20, [day('11-08')]: 20, [day('11-11')]: 1, [day('11-12')]: 3 },
      begun: 4,
      partial: 7,
      refused: 6,
      gone: 2,
    },
    { institution: 'X0101', degree: '671101', target: 30, days: { [day('11-04')]: 3 } },
    { institution: 'X0101', degree: '621901', target: 7, days: { [day('11-04')]: 7 } },
    { institution: 'X0102', degree: '671112', target: 60, days: { [day('11-05')]: 33 } },
  ];
};

beforeAll(async () => {
  desk = await openRoundDesk();
  auditor = await aStaffMember(desk.server, { role: 'auditor' });
  round = await desk.server.aRound();
  await fillRound(desk.server.deps, round, standing(2026));
}, 120_000);
afterAll(() => desk.server.close());

const wordsOf = async (path: string, who = desk.nation) => textOf((await who.get(path)).body);
const monitor = (id: string, more = '') => `/rounds/${id}/monitor?lang=en${more}`;

describe('the live monitor', () => {
  test('says where the whole round is, in words that are explained and numbers in full fives', async () => {
    const words = await wordsOf(monitor(round));
    expect(words).toMatch(/Target population Imported.*209/);
    expect(words).toMatch(/Started .*? People: at least 95 Of the target population: 45%/);
    expect(words).toMatch(/Partly answered .*? People: at least 5 Of the target population: 2%/);
    expect(words).toMatch(/Answered Have sent .*? People: at least 85 Of the target population: 41%/); // 87
    expect(words).toMatch(/Refused .*? People: 6 Of the target population: 3%/);
    expect(words).toMatch(/Undeliverable .*? People: 2 Of the target population: 1%/);
    expect(words).toContain('As of 12 November 2026 at 12:00');
    expect(words).toContain('Closes 30 November 2026 at 23:59 (18 days left)');
    expect(words).not.toMatch(/\b(44|87|98)\b/); // nothing exact of answers
  });

  test('counts groups to the end of yesterday, small ones together', async () => {
    const words = await wordsOf(monitor(round, '&institution=X0101'));
    expect(words).toContain('At the end of 11 November 2026');
    expect(words).toMatch(/Asked: 112 Answered: 40–44 Rate: 36–39%/);
    // Thirty people with 3 answers and seven with 7 are told together.
    expect(words).toMatch(/2 small groups together Asked: 37 Answered: 10–14|Asked: 30 Answered: 0–4/);
    expect(words).not.toMatch(/Asked: 7 /);
  });

  test('shows an institution its own people alone, and the network each and all', async () => {
    const own = await wordsOf(monitor(round), desk.institution);
    expect(own).toMatch(/Target population Imported.*149/);
    expect(own).not.toContain('209');
    expect((await desk.institution.get(monitor(round, '&institution=X0102'))).statusCode).toBe(404);
    const all = await desk.nation.get(monitor(round));
    expect(all.body).toMatch(/href="\/rounds\/round-1\/monitor\?lang=en&(amp;)?institution=X0102"/);
    const other = await wordsOf(monitor(round, '&institution=X0102'));
    expect(other).toMatch(/Target population Imported.*60/);
    expect(await wordsOf(monitor(round), auditor)).toMatch(/Target population Imported.*209/);
    expect((await desk.nation.get(monitor('no-such-round'))).statusCode).toBe(404);
    expect((await desk.nation.get(monitor(round, '&institution=X9999'))).statusCode).toBe(404);
  });

  test('one more answer shows nothing, until five more have come', async () => {
    const id = await desk.server.aRound();
    await fillRound(desk.server.deps, id, [
      { institution: 'X0101', degree: '671112', target: 40, days: { '2026-11-04': 11 }, begun: 5 },
    ]);
    const look = async () => (await desk.nation.get(monitor(id))).body.replace(/<svg.*?<\/svg>/gs, '');
    const seen = [await look()];
    const { ownerDb } = desk.server.deps;
    const waiting = await ownerDb
      .selectFrom('answer.response')
      .select('handle')
      .where('round_id', '=', id)
      .where('submitted_on', 'is', null)
      .execute();
    for (const { handle } of waiting) {
      await ownerDb
        .updateTable('answer.response')
        .set({ submitted_on: '2026-11-12' })
        .where('handle', '=', handle)
        .execute();
      seen.push(await look());
    }
    // 11 to 14 look the same, 15 differs, and 16 looks as 15 does.
    expect(new Set(seen.slice(0, 4)).size).toBe(1);
    expect(new Set(seen).size).toBe(2);
    expect(seen.at(-1)).toBe(seen.at(-2));
  });

  test('tells which reports are out of reach, what opens them and which reminder serves them', async () => {
    const row = await desk.server.deps.ownerDb
      .selectFrom('survey.round')
      .selectAll()
      .where('id', '=', round)
      .executeTakeFirstOrThrow();
    expect(await wordsOf(monitor(round))).toContain('No contact plan is saved.');
    await savePlan(desk.server.deps, { roundId: round, plan: defaultPlan(row) });
    const words = await wordsOf(monitor(round));
    expect(words).toContain('1 degree is under the reporting threshold of 5 answers.');
    expect(words).toContain('At most 5 more answers would open it.');
    expect(words).toMatch(/What serves them best: Reminder .*? It goes to at most 30 people of these degrees\./);
    expect(words).toContain('1 degree has fewer than ten people');
    expect(words).toMatch(/Next message .*? at 9:00\. To at most \d+ people\. It is not scheduled yet/);
  });

  test('leads to what does not reach people, for whoever may go there', async () => {
    const page = await desk.nation.get(monitor(round));
    expect(textOf(page.body)).toContain('Messages do not reach 2 people.');
    expect(page.body).toContain('/rounds/round-1/delivery?lang=en');
    expect((await auditor.get(monitor(round))).body).not.toContain('/rounds/round-1/delivery');
    // Nothing moves by itself: whoever wants newer numbers asks for them.
    expect(page.body).not.toMatch(/http-equiv="refresh"|<script/);
  });
});

describe('earlier rounds', () => {
  let earlier: string;
  beforeAll(async () => {
    const { server } = desk;
    earlier = await server.aRound({
      opens_at: new Date(OPENS.getTime() - YEAR),
      closes_at: new Date(CLOSES.getTime() - YEAR),
    });
    const more = { '2025-11-04': 40, '2025-11-10': 20, '2025-11-20': 7 };
    const [large, ...others] = standing(2025);
    if (!large) throw new Error('no degree');
    await fillRound(server.deps, earlier, [{ ...large, days: more, begun: 0, partial: 0 }, ...others]);
    const outcome = await freezeRound(server.deps, { roundId: earlier, progress: () => undefined });
    expect(outcome).toMatchObject({ kind: 'frozen' });
  }, 120_000);

  test('keep their curves when they are frozen: full fives of thirty people and more, and no day of fewer', async () => {
    const points = await desk.server.deps.ownerDb
      .selectFrom('survey.round_curve')
      .select(['institution', 'degree', 'day', 'target', 'sent'])
      .where('round_id', '=', earlier)
      .orderBy('institution')
      .orderBy('degree')
      .orderBy('day')
      .execute();
    const of = (institution: string, degree: string) =>
      points.filter((one) => one.institution === institution && one.degree === degree);
    expect(of('X0101', '671112').map(({ day, sent }) => [day, sent])).toEqual([
      [0, 0],
      [1, 40],
      [7, 60],
      [17, 65],
    ]);
    expect(of('X0101', '621901')).toEqual([]); // seven people
    expect(of('X0101', '').at(-1)).toMatchObject({ target: 149, sent: 75 }); // 67, 3 and 7
    expect(of('', '').at(-1)).toMatchObject({ target: 209, sent: 110 });
  });

  test('stand beside the same day of this one, with who is behind and what is to be expected', async () => {
    const words = await wordsOf(monitor(round));
    expect(words).toContain('38% had answered by the end of 11 November 2026.'); // 80 of 209
    expect(words).toContain('In the last round (graduates of 2020) it was 48% on the same day.'); // 100 of 209
    // Of 109 who had not answered then, 10 did later; of 129 now as many will: 80 + 129 × 10 / 109.
    expect(words).toMatch(/44% will have answered in the end\. The 95% interval is from 39% to 48%\./);
    expect(words).toContain('It rests on one earlier round');
    const own = await wordsOf(monitor(round, '&institution=X0101'));
    expect(own).toMatch(/Answered: 40–44 Rate: 36–39% Last round, same day: 54% ▼ behind the last round/);
    expect(own).toContain('Behind: five percentage points at least');
    expect((await desk.nation.get(monitor(round))).body).toMatch(/<div class="curve"><svg/);
  });

  test('have no monitor of people any more, and show the curve that was kept', async () => {
    const words = await wordsOf(monitor(earlier));
    expect(words).toContain('Of its days only this curve was kept');
    expect(words).not.toContain('Where we are');
    expect(words).toMatch(/Response rate at the end of each day .* 18 53%/);
  });
});

describe('where there is nothing to follow', () => {
  test('it says why, and what there will be', async () => {
    const { server } = desk;
    const draft = await desk.aDraft('monitored-draft');
    expect(await wordsOf(monitor(draft))).toContain('The round is a draft.');
    const planned = await server.aRound({ opens_at: new Date('2026-11-20T07:00:00Z') });
    expect(await wordsOf(monitor(planned))).toContain('The round opens 20 November 2026 at 9:00.');
    const empty = await server.aRound();
    expect(await wordsOf(monitor(empty))).toContain('no people have been imported');
    expect((await desk.nation.get(monitor(empty))).body).not.toContain('/population/import');
    expect((await desk.institution.get(monitor(empty))).body).toContain('/population/import?lang=en');
    await fillRound(server.deps, empty, [
      { institution: 'X0102', degree: '671112', target: 9, days: { '2026-11-04': 6 } },
    ]);
    const few = await wordsOf(monitor(empty));
    expect(few).toContain('Fewer than ten people are asked here.');
    expect(few).toMatch(/Answered Have sent .*? People: – /);
    expect(await wordsOf(monitor(empty), desk.institution)).toContain('no people have been imported');
  });

  test('on the first day the numbers by day are still to come', async () => {
    const first = await desk.server.aRound({ opens_at: new Date('2026-11-12T05:00:00Z') });
    await fillRound(desk.server.deps, first, [
      { institution: 'X0101', degree: '671112', target: 40, days: { '2026-11-12': 12 } },
    ]);
    const words = await wordsOf(monitor(first));
    expect(words).toContain('The first day comes here when it has ended.');
    expect(words).toContain('The first numbers by group come tomorrow.');
    expect(words).toContain('People: at least 10');
  });

  test('the frozen days of another survey or of real people are no earlier round of this one', async () => {
    const real = await desk.server.aRound({ invented: false });
    await fillRound(desk.server.deps, real, standing(2026));
    expect(await wordsOf(monitor(real))).toContain('There is no earlier round to compare with');
    expect(desk.server.clock.now).toEqual(NOW);
  });
});
