import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { writeXlsx } from 'hucre/xlsx';
import {
  formValues,
  IMPORT_HEADER,
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
let other: StaffMember;
let nation: StaffMember;
let roundId: string;
beforeAll(async () => {
  server = await openTestApp();
  who = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0101' });
  other = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0102' });
  nation = await aStaffMember(server, { role: 'network_coordinator' });
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.now = new Date('2026-10-15T10:00:00Z'); // before the rounds open
  roundId = await server.aRound();
});

const people = () =>
  server.deps.ownerDb
    .selectFrom('contact.person')
    .select(['person_key', 'institution', 'email'])
    .where('round_id', '=', roundId)
    .orderBy('person_key')
    .execute();
const takesPart = async (part: 'yes' | 'no') => {
  const answer = await nation.post(`/rounds/${roundId}/institutions?lang=en`, { 'part-X0101': part });
  expect(answer.statusCode).toBe(303);
};
const start = () => `/rounds/${roundId}/population/import?lang=en`;
const rows = (prefix: string, count: number, more: Parameters<typeof importRow>[1] = {}) =>
  Array.from({ length: count }, (_, index) => importRow(`${prefix}${String(index).padStart(5, '0')}`, more));

describe('who does not come in', () => {
  test('people of an institution that takes no part, and the row says so', async () => {
    await takesPart('no');
    const { body } = await who.get(await readFile(server, who, roundId, importFile(importRow('N1'))));
    expect(body).toContain('this institution takes no part in the round');
    expect(body).not.toContain('Go on with');
  });

  test('nobody, where the institution says so after the file was checked, or the person refuses', async () => {
    const report = await readFile(server, who, roundId, importFile(importRow('N1'), importRow('N2')));
    const confirm = locationOf(await who.post(report, { choice: 'go' }));
    const before = await server.aRound();
    await server.aPerson({ round: before });
    await server.deps.ownerDb
      .updateTable('contact.person')
      .set({ person_key: 'N2', refused_on: '2026-10-15' })
      .where('round_id', '=', before)
      .execute();
    const done = await whenIdle(who, locationOf(await who.post(confirm, { add: '1', go: 'import' })));
    expect(done.body).toContain('Done: 1 person added');
    expect((await people()).map(({ person_key }) => person_key)).toEqual(['N1']);
    const second = await readFile(server, who, roundId, importFile(importRow('N3')));
    const again = locationOf(await who.post(second, { choice: 'go' }));
    await server.deps.ownerDb.deleteFrom('contact.person').where('round_id', '=', roundId).execute();
    await takesPart('no');
    await whenIdle(who, locationOf(await who.post(again, { add: '1', go: 'import' })));
    expect(await people()).toEqual([]);
  });
});

describe('two at once', () => {
  test('two institutions, and one file twice: one after the other, everyone once', async () => {
    const own = importFile(...rows('P', 1500));
    const theirs = importFile(...rows('Q', 1500, { institution: 'X0102' }));
    const imports = await Promise.all([
      importPeople(server, who, roundId, { content: own }),
      importPeople(server, other, roundId, { content: theirs }),
      importPeople(server, who, roundId, { content: own }),
    ]);
    for (const { page } of imports) expect(page.body).toContain('Done: ');
    expect(await people()).toHaveLength(3000);
    const added = imports.map(({ page }) => Number(/Done: ([\d,]+) p/.exec(page.body)?.[1]?.replace(',', '')));
    expect(added.reduce((sum, one) => sum + one, 0)).toBe(3000);
  });
});

describe('a file that means harm, or was saved wrong', () => {
  test('without names of columns it asks which column is which, and cannot be read before', async () => {
    const content = Buffer.from('11;22;33\n44;55;66\n');
    const columns = locationOf(await sendFile(server, who, start(), { content }));
    const answer = await who.post(columns, { encoding: 'utf-8', separator: 'semicolon', header: '0', go: 'read' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Choose the column for');
  });

  test('letters of another encoding are seen, and can be chosen right', async () => {
    const content = Buffer.from(`${IMPORT_HEADER};nimi\n${importRow('W1')};Hämeenlinna\n`, 'latin1');
    const columns = locationOf(await sendFile(server, who, start(), { content }));
    const right = (await who.get(columns)).body;
    expect(right).toContain('Hämeenlinna');
    const wrong = { ...formValues(right), encoding: 'macintosh', go: 'look' };
    expect((await who.post(columns, wrong)).statusCode).toBe(303);
    expect((await who.get(columns)).body).not.toContain('Hämeenlinna');
  });

  test('a line of 40 MB is one row that cannot be taken', async () => {
    const content = Buffer.concat([
      importFile(importRow('L1')),
      Buffer.alloc(40 * 1024 * 1024, 'x'),
      Buffer.from(`\n${importRow('L2')}\n`),
    ]);
    const { body } = await who.get(await readFile(server, who, roundId, content));
    expect(body).toContain('2 rows can be imported, 1 cannot.');
    expect(body).toContain('the row is longer than any row of people');
  });

  test('a formula is what its cell says, and never comes back as one', async () => {
    const sheet = {
      name: 'People',
      rows: [IMPORT_HEADER.split(';'), ['F1', 'X0101', '671112', '31.5.2020', '', '', '=HYPERLINK("http://x")']],
    };
    const content = Buffer.from(await writeXlsx({ sheets: [sheet] }));
    const report = await readFile(server, who, roundId, content, 'people.xlsx');
    expect((await who.get(report)).body).toContain('this is no e-mail address');
    const rejected = await who.get(report.replace('?', '/rejected.csv?'));
    expect(rejected.body).toContain(`"'=HYPERLINK(`);
    expect(rejected.body).not.toMatch(/(?:^|[;,"])=HYPERLINK/m);
  });

  test('a workbook that unpacks to gigabytes is refused, and nothing of it is left', async () => {
    const content = await bomb(300);
    expect(content.length).toBeLessThan(5 * 1024 * 1024);
    const memory = process.memoryUsage().rss;
    const answer = await sendFile(server, who, start(), { content, name: 'people.xlsx' });
    expect([answer.statusCode, answer.body.includes('could not be opened')]).toEqual([422, true]);
    expect((process.memoryUsage().rss - memory) / 1024 / 1024).toBeLessThan(500);
    const folder = join(server.deps.config.dataDir, 'uploads');
    expect(existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : []).toEqual([]);
  });
});

/** A workbook whose table of texts unpacks to so many MB of one letter. */
async function bomb(megabytes: number): Promise<Buffer> {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const type = (part: string, kind: string) =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(head + text), name);
  add(
    '[Content_Types].xml',
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `${type('xl/workbook.xml', 'sheet.main')}${type('xl/worksheets/sheet1.xml', 'worksheet')}${type('xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
  );
  const link = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const links = (text: string) => `<Relationships xmlns="${packages}/relationships">${text}</Relationships>`;
  add('_rels/.rels', links(link('r1', 'officeDocument', 'xl/workbook.xml')));
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    links(link('r1', 'worksheet', 'worksheets/sheet1.xml') + link('r2', 'sharedStrings', 'sharedStrings.xml')),
  );
  add(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
  );
  const block = Buffer.alloc(1024 * 1024, 'x');
  const texts = function* () {
    yield Buffer.from(`${head}<sst xmlns="${main}" count="1" uniqueCount="1"><si><t>`);
    for (let index = 0; index < megabytes; index += 1) yield block;
    yield Buffer.from('</t></si></sst>');
  };
  zip.addReadStream(Readable.from(texts()), 'xl/sharedStrings.xml');
  zip.end();
  return buffer(zip.outputStream);
}
