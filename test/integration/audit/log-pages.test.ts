import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createSecretKey } from 'node:crypto';
import { describeEvent, describingFor } from '../../../server/audit/describe-event.ts';
import { EVENT_GROUPS } from '../../../server/audit/event-kinds.ts';
import { insertAuditEvent } from '../../../server/audit/store.ts';
import { logTexts } from '../../../server/audit/texts/index.ts';
import { LANGUAGES, type Language } from '../../../server/engine/text.ts';
import { deriveCode, formatCode } from '../../../server/invitations/code.ts';
import { loadSurveys } from '../../../survey-definitions/index.ts';
import { sourceFiles, sourceText } from '../../support/source-files.ts';
import { aStaffMember, type StaffMember } from '../../support/staff.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const KINDS: readonly string[] = Object.values(EVENT_GROUPS).flat();

let server: TestApp;
let auditor: StaffMember;
let coordinator: StaffMember;
let round: string;
beforeAll(async () => {
  server = await openTestApp();
  auditor = await aStaffMember(server, { role: 'auditor' });
  coordinator = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0101' });
  round = await server.aRound();
  const note = (kind: string, round_id: string | null, detail: Record<string, unknown>, on_date = '2026-11-10') =>
    insertAuditEvent(server.deps.db, { on_date, kind, round_id, detail });
  await note('letters_exported', round, { letters: 1234, again: 'sent to anna.aalto@example.org' });
  await note('population_imported', round, { rows: 500, added: 480, institution: 'X0101', by: coordinator.id });
  await note('population_imported', round, { rows: 77, added: 70, institution: 'X0102' });
  await note('round_opened', 'another-round', {}, '2026-09-01');
}, 120_000);
afterAll(() => server.close());

const rowsOf = (html: string) => [...html.matchAll(/<tr><td>(.*?)<\/tr>/gs)].map(([, row]) => row ?? '');

describe('the page', () => {
  test('says who did what, when and to how many, newest first', async () => {
    const { statusCode, body } = await auditor.get('/staff/log?lang=en');
    expect(statusCode).toBe(200);
    const rows = rowsOf(body).filter((row) => !row.includes('signed in'));
    expect(rows.length).toBeGreaterThanOrEqual(4);
    expect(rows[0]).toContain('round opened');
    expect(rows[2]).toMatch(/people imported.*Aino Esimerkki.*500.*new 480/s);
    expect(rows[3]).toMatch(/letters exported.*command line or the service.*1,234/s);
    expect(body).not.toContain('@');
  });

  test('is filtered by its address: kind, person and days', async () => {
    const shown = async (query: string) => rowsOf((await auditor.get(`/staff/log?lang=en&${query}`)).body);
    expect(await shown('group=people')).toHaveLength(3);
    expect(await shown(`group=people&who=${coordinator.id}`)).toHaveLength(1);
    expect(await shown('group=rounds&until=1.9.2026')).toHaveLength(1);
    expect(await shown('group=rounds&from=2026-09-02')).toHaveLength(0);
    expect(await shown('group=nothing')).not.toHaveLength(0);
    const refused = await auditor.get('/staff/log?lang=en&from=yesterday');
    expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining('Enter a day as 31.12.2026')]);
    expect(refused.body).toContain('value="yesterday"');
  });

  test('turns by a hundred entries, and every entry stands on one page', async () => {
    for (let entry = 0; entry < 120; entry += 1)
      await insertAuditEvent(server.deps.db, { on_date: '2026-11-11', kind: 'round_frozen', round_id: 'many' });
    const first = (await auditor.get('/staff/log?lang=en&group=rounds&from=2026-11-11')).body;
    const older = /href="([^"]*)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = (await auditor.get(`/staff/log${older}`)).body;
    expect([rowsOf(first).length, rowsOf(second).length]).toEqual([100, 20]);
  });

  test('of a round shows an institution its own entries and those of all', async () => {
    const rows = rowsOf((await coordinator.get(`/rounds/${round}/log?lang=en`)).body);
    expect(rows.filter((row) => row.includes('people imported'))).toHaveLength(1);
    expect(rows.some((row) => row.includes('letters exported'))).toBe(true);
    expect((await coordinator.get('/rounds/no-such-round/log?lang=en')).statusCode).toBe(404);
    expect((await coordinator.get('/staff/log?lang=en')).statusCode).toBe(403);
    const csv = await coordinator.post(`/rounds/${round}/log/export?lang=en`);
    expect([csv.statusCode, csv.body]).toEqual([200, expect.not.stringContaining('X0102')]);
  });
});

test('the CSV has the entries of the filter, and that it was made is logged', async () => {
  const csv = await auditor.post('/staff/log/export?lang=sv', { group: 'people' });
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.headers['content-disposition']).toBe('attachment; filename="log.csv"');
  const lines = csv.body.trimEnd().split('\n');
  expect(lines[0]).toBe('\uFEFFNär,kind,Vad,Vem,Omgång,Antal,Mer');
  expect(lines).toHaveLength(4);
  expect(csv.body).not.toContain('@');
  const newest = rowsOf((await auditor.get('/staff/log?lang=sv&group=files')).body);
  expect(newest[0]).toMatch(/logg exporterad.*Aino Esimerkki.*3/s);
});

describe('every kind of entry', () => {
  const surveys = loadSurveys();
  const describe_ = (language: Language) => describingFor(surveys, { language, names: new Map() });
  const describing = { fi: describe_('fi'), sv: describe_('sv'), en: describe_('en') };
  const key = createSecretKey(Buffer.alloc(32, 1));
  const code = deriveCode({ code: key, contact: key, answer: key }, 'a', 0);
  const secrets = [
    'anna.aalto@example.org',
    code,
    code.toLowerCase(),
    formatCode(code),
    `https://survey.example/v/${code}`,
  ].concat(['+358401234567', '0401234567']);

  test('has words of its own in three languages, wherever the product writes one', () => {
    const writers = sourceFiles('server/**/*.ts').filter((file) => /audit\/store\.ts'/.test(sourceText(file)));
    expect(writers.length).toBeGreaterThan(15);
    const subjects =
      'staff|round|recurrence|release|messages?|population|people|person|letters|responses|open_answers|own_block|publisher_key|api_token|bounces|backup|log|reports|settings|code';
    const written = writers.flatMap((file) =>
      [...sourceText(file).matchAll(new RegExp(`'((?:${subjects})_[a-z_]+)'`, 'g'))].map(([, kind]) => kind ?? ''),
    );
    const noKinds = ['person_key'];
    expect([...new Set(written)].filter((kind) => !KINDS.includes(kind) && !noKinds.includes(kind))).toEqual([]);
  });

  test.each([...KINDS, 'a_kind_of_tomorrow'])(
    '%s says no address, link, telephone number or code, whatever it holds',
    (kind) => {
      for (const language of LANGUAGES) {
        const names = [
          ...Object.keys(logTexts(language).details),
          'by',
          'person',
          'institution',
          'degree',
          'role',
          'again',
          'to',
          'email',
        ];
        for (const secret of secrets) {
          const holders = [
            Object.fromEntries(names.map((name) => [name, secret])),
            Object.fromEntries(names.map((name) => [name, [secret, `for ${secret}`]])),
            Object.fromEntries(names.map((name) => [name, { deep: secret }])),
            { reason: `It went to ${secret} by mistake` },
          ];
          for (const detail of holders) {
            const row = { at: new Date(), on_date: '2026-11-12', kind, round_id: secret, detail, count: 1 };
            const line = describeEvent(row, describing[language]);
            const { when: _when, ...said } = line;
            expect(JSON.stringify(said)).not.toContain(secret);
            expect(JSON.stringify(said)).not.toMatch(/@|\/v\/|\d{7}/);
            expect(line.what).not.toBe('');
          }
        }
      }
    },
  );

  test('keeps a reason that gives nobody away', () => {
    const row = {
      at: null,
      on_date: '2026-11-12',
      kind: 'round_extended',
      round_id: 'r',
      detail: { reason: 'The post was late' },
      count: 1,
    };
    const line = describeEvent(row, describing.en);
    expect(line).toMatchObject({ when: '12/11/2026', more: 'reason ”The post was late”' });
  });
});
