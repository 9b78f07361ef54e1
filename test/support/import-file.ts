import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LightMyRequestResponse } from 'fastify';
import type { StaffMember } from './staff.ts';
import type { TestApp } from './test-app.ts';

export const IMPORT_HEADER =
  'person_key;institution;degree;graduation_date;gender;birth_year;email;phone;protected;deceased';

/** A row of a file in the order of IMPORT_HEADER. */
export function importRow(
  key: string,
  {
    institution = 'X0101',
    degree = '671112',
    day = '31.5.2020',
    rest = 'nainen;1995;a@example.org;040 123 4567;ei;',
  } = {},
): string {
  return `${key};${institution};${degree};${day};${rest}`;
}

/** A file of people, as UTF-8. */
export function importFile(...rows: readonly string[]): Buffer {
  return Buffer.from(`${[IMPORT_HEADER, ...rows].join('\n')}\n`);
}

/** Sends the form with a file, as a browser does. */
export async function sendFile(
  server: TestApp,
  who: Pick<StaffMember, 'cookie' | 'token'>,
  address: string,
  { name = 'people.csv', content, token = who.token }: { name?: string; content: Buffer; token?: string },
): Promise<LightMyRequestResponse> {
  const boundary = `----${randomBytes(8).toString('hex')}`;
  const part = (head: string, body: Buffer) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      body,
      Buffer.from('\r\n'),
    ]);
  const payload = Buffer.concat([
    part('name="form_token"', Buffer.from(token)),
    part(`name="file"; filename="${name}"\r\nContent-Type: text/csv`, content),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return server.app.inject({
    method: 'POST',
    url: address,
    payload,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      cookie: who.cookie,
      'sec-fetch-site': 'same-origin',
    },
  });
}

/** Where an answer sends a browser. */
export function locationOf(answer: LightMyRequestResponse): string {
  if (answer.statusCode !== 303) throw new Error(`${answer.statusCode}, no 303: ${answer.body.slice(0, 2000)}`);
  return String(answer.headers.location);
}

/** The values that a page's form would post as it stands: selects, ticks and texts. */
export function formValues(html: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [, name = '', options = ''] of html.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) {
    values[name] = /<option value="([^"]*)" selected>/.exec(options)?.[1] ?? '';
  }
  for (const [tag] of html.matchAll(/<input[^>]*type="checkbox"[^>]*checked[^>]*>/g)) {
    values[/ name="([^"]+)"/.exec(tag)?.[1] ?? ''] = '1';
  }
  return values;
}

/** Waits until an import has come out of its work, by looking at its page again. */
export async function whenIdle(who: StaffMember, address: string): Promise<LightMyRequestResponse> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await who.get(address);
    if (!answer.body.includes('data-busy')) return answer;
    await sleep(50);
  }
  throw new Error('the import does not end');
}

/** Uploads a file and lets it be read as it was recognised. Returns the address of its report. */
export async function readFile(server: TestApp, who: StaffMember, roundId: string, content: Buffer, name?: string) {
  const start = `/rounds/${roundId}/population/import?lang=en`;
  const columns = locationOf(await sendFile(server, who, start, { content, ...(name && { name }) }));
  const look = await who.get(columns);
  const report = locationOf(await who.post(columns, { ...formValues(look.body), go: 'read' }));
  await whenIdle(who, report);
  return report;
}

/** The whole of it, with what is ticked; by default everything but removing. */
export async function importPeople(
  server: TestApp,
  who: StaffMember,
  roundId: string,
  { content, ticks = { add: '1', change: '1' } }: { content: Buffer; ticks?: Record<string, string> },
): Promise<{ report: string; page: LightMyRequestResponse }> {
  const report = await readFile(server, who, roundId, content);
  const confirm = locationOf(await who.post(report, { choice: 'go' }));
  const done = locationOf(await who.post(confirm, { ...ticks, go: 'import' }));
  return { report, page: await whenIdle(who, done) };
}
