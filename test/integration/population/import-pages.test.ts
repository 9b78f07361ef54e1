import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import {
  formValues,
  importFile,
  importPeople,
  importRow,
  locationOf,
  readFile,
  sendFile,
  whenIdle,
} from '../../support/import-file.ts';
import { aStaffMember, type StaffMember } from '../../support/staff.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let server: TestApp;
let who: StaffMember;
let roundId: string;
beforeAll(async () => {
  server = await openTestApp();
  who = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0101' });
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.now = new Date('2026-10-15T10:00:00Z'); // before the rounds open
  roundId = await server.aRound();
});

const people = (round = roundId) =>
  server.deps.ownerDb
    .selectFrom('contact.person')
    .selectAll()
    .where('round_id', '=', round)
    .orderBy('person_key')
    .execute();
const uploads = () => {
  const folder = join(server.deps.config.dataDir, 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const start = () => `/rounds/${roundId}/population/import?lang=en`;

describe('the four pages', () => {
  test('bring people in from a file of another country: Windows letters, semicolons, days with points', async () => {
    const text = 'Opiskelijanumero;Oppilaitos;Tutkinto;Valmistumispäivä;Sukupuoli;Sähköposti;Puhelin;Lisätieto\n';
    const rows = [
      'Ä1;X0101;671112;31.5.2020;Nainen;äiti@example.org;040 123 4567;Hämeenlinna',
      'Ä2;X0101;671112;1.6.2020;mies;;;Åbo',
    ];
    const content = Buffer.from(text + rows.join('\n'), 'latin1');
    const columns = locationOf(await sendFile(server, who, start(), { content }));
    const look = await who.get(columns);
    expect(look.statusCode).toBe(200);
    expect(look.body).toContain('Hämeenlinna');
    expect(formValues(look.body)).toMatchObject({
      encoding: 'windows-1252',
      separator: 'semicolon',
      header: '1',
      days: 'dmy',
      person_key: '0',
      graduation_date: '3',
      email: '5',
      study_language: '',
    });
    const report = locationOf(await who.post(columns, { ...formValues(look.body), go: 'read' }));
    const checked = await whenIdle(who, report);
    expect(checked.body).toContain('All 2 rows can be imported.');
    expect(checked.body).toContain('1 without email');
    const confirm = locationOf(await who.post(report, { choice: 'go' }));
    const asked = await who.get(confirm);
    expect(asked.body).toContain('Add 2 people');
    expect(await people()).toEqual([]);
    const done = await whenIdle(who, locationOf(await who.post(confirm, { ...formValues(asked.body), go: 'import' })));
    expect(done.body).toContain('Done: 2 people added, 0 updated, 0 removed.');
    expect(await people()).toMatchObject([
      { person_key: 'Ä1', gender: 'female', email: 'äiti@example.org', phone: '+358401234567', protected: false },
      { person_key: 'Ä2', gender: 'male', graduation_date: '2020-06-01', email: null, phone: null },
    ]);
    expect(uploads()).toEqual([]);
  });

  test('tell what is wrong row by row, give the rows back for mending, and take the mended file', async () => {
    const content = importFile(
      importRow('A1'),
      importRow('A2', { rest: 'nainen;1995;anna@@example.fi;;;' }),
      importRow('A3', { degree: '67111X' }),
      importRow('A4', { day: '31.2.2020' }),
      importRow('A1'),
      importRow('A5', { institution: 'X0102' }),
    );
    const report = await readFile(server, who, roundId, content);
    const { body } = await who.get(report);
    for (const words of [
      '1 row can be imported, 5 cannot.',
      'the address has more than one @',
      'did you mean 671112?',
      'there is no such day',
      'Same person and degree as on row 2',
      'this is not your institution',
    ]) {
      expect(body).toContain(words);
    }
    const rejected = await who.get(report.replace('?', '/rejected.csv?'));
    expect(rejected.headers['content-type']).toContain('text/csv');
    const lines = rejected.body.replace('\uFEFF', '').split('\n');
    expect(lines[0]).toBe(
      '_problem;person_key;institution;degree;graduation_date;gender;birth_year;email;phone;protected;deceased',
    );
    expect(lines.filter((line) => line !== '')).toHaveLength(6);
    const confirm = locationOf(await who.post(report, { choice: 'go' }));
    await whenIdle(who, locationOf(await who.post(confirm, { add: '1', go: 'import' })));
    const mended = rejected.body
      .replace('anna@@', 'anna@')
      .replace('67111X', '671112')
      .replace('31.2.2020', '28.2.2020')
      .replace('X0102', 'X0101');
    const { page } = await importPeople(server, who, roundId, { content: Buffer.from(mended) });
    expect(page.body).toContain('Done: 4 people added');
    expect((await people()).map(({ person_key }) => person_key)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
  });

  test('leave out who must not be asked, ask a person with two degrees once, and tell their numbers alone', async () => {
    const before = await server.aRound();
    await server.aPerson({ round: before, refused_on: '2025-11-01' });
    const [refused] = await people(before);
    const content = importFile(
      importRow('B1', { degree: '671112', day: '31.5.2019' }),
      importRow('B1', { degree: '671201', day: '31.5.2020' }),
      importRow('B2', { rest: ';;b2@example.org;;kyllä;' }),
      importRow('B3', { rest: ';;b3@example.org;;;1.2.2024' }),
      importRow(refused?.person_key ?? ''),
    );
    const { report, page } = await importPeople(server, who, roundId, { content });
    expect(page.body).toContain('Done: 1 person added');
    expect(await people()).toMatchObject([{ person_key: 'B1', degree: '671201' }]);
    expect(report).toContain('/import/');
  });

  test('change nothing when the same file comes again', async () => {
    const content = importFile(...Array.from({ length: 30 }, (_, index) => importRow(`C${index}`)));
    await importPeople(server, who, roundId, { content });
    const first = await people();
    const report = await readFile(server, who, roundId, content);
    const confirm = locationOf(await who.post(report, { choice: 'go' }));
    const { body } = await who.get(confirm);
    expect(body).toContain('The file changes nothing');
    expect((await who.post(confirm, { go: 'import', add: '1' })).statusCode).toBe(422);
    expect(await people()).toEqual(first);
  });

  test('remove people only where that is ticked, and take everything back until a message has left', async () => {
    await importPeople(server, who, roundId, {
      content: importFile(importRow('D1'), importRow('D2'), importRow('D3')),
    });
    const first = await people();
    const changed = importFile(importRow('D2', { rest: 'mies;1990;new@example.org;;;' }), importRow('D4'));
    const { report, page } = await importPeople(server, who, roundId, {
      content: changed,
      ticks: { add: '1', change: '1', remove: '1' },
    });
    expect(page.body).toContain('Done: 1 person added, 1 updated, 2 removed.');
    expect((await people()).map(({ person_key, email }) => [person_key, email])).toEqual([
      ['D2', 'new@example.org'],
      ['D4', 'a@example.org'],
    ]);
    expect(page.body).toContain('Undo the import');
    const undone = await whenIdle(who, locationOf(await who.post(report.replace('?', '/undo?'))));
    expect(undone.body).toContain('The import has been undone');
    expect(await people()).toEqual(first);
    // The first one can be undone, until something has been written.
    const { page: again, report: second } = await importPeople(server, who, roundId, { content: changed });
    expect(again.body).toContain('Undo the import');
    await server.deps.ownerDb
      .updateTable('contact.person')
      .set({ messages: 1 })
      .where('person_key', '=', 'D4')
      .execute();
    expect((await who.get(second)).body).not.toContain('Undo the import');
    await who.post(second.replace('?', '/undo?'));
    expect((await people()).map(({ person_key }) => person_key)).toEqual(['D1', 'D2', 'D3', 'D4']);
  });

  test('open a workbook: real days, numbers, zeros that a spreadsheet took away', async () => {
    const sheet = {
      name: 'Valmistuneet',
      rows: [
        ['Opiskelijanumero', 'Oppilaitos', 'Tutkinto', 'Valmistumispäivä', 'Syntymävuosi', 'Sähköposti'],
        [10001, 'X0101', 671112, new Date(Date.UTC(2020, 4, 31)), 1995, 'ä@example.org'],
        [10002, 'X0101', 671112, '1.6.2020', null, null],
      ],
    };
    const content = Buffer.from(await writeXlsx({ sheets: [sheet] }));
    const report = await readFile(server, who, roundId, content, 'people.xlsx');
    expect((await who.get(report)).body).toContain('All 2 rows can be imported.');
  });
});

describe('a file that is none', () => {
  let before: string[];
  beforeEach(() => {
    before = uploads();
  });

  test.each([
    ['', 'The file is empty'],
    ['\u00d0\u00cf\u0011\u00e0 old', 'old kind (.xls)'],
    ['PK\u0003\u0004 broken', 'could not be opened'],
    ['%PDF-1.7\u0000\u0001\u0002\u0003\u0004', 'holds no text'],
  ])('is refused with its cause: %j', async (content, words) => {
    const answer = await sendFile(server, who, start(), { content: Buffer.from(content, 'latin1') });
    expect({ status: answer.statusCode, body: answer.body }).toEqual({
      status: 422,
      body: expect.stringContaining(words),
    });
    expect(uploads()).toEqual(before);
  });

  test('and no file at all, a form of elsewhere, or a file of more than 50 MB: nothing of them is left', async () => {
    expect((await who.post(start(), {})).statusCode).toBe(422);
    const content = importFile(importRow('E1'));
    const elsewhere = await sendFile(server, who, start(), { content, token: 'wrong' });
    expect(elsewhere.statusCode).not.toBe(303);
    const large = await sendFile(server, who, start(), { content: Buffer.alloc(51 * 1024 * 1024, 'a;b\n') });
    expect([large.statusCode, large.body.includes('larger than 50 MB')]).toEqual([422, true]);
    expect(uploads()).toEqual(before);
  });
});
