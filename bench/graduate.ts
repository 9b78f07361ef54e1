import type { Pool } from 'undici';
import { readPageForm, type PageForm } from '../test/support/page-form.ts';

/** `saves` and `loads`: milliseconds until a page that was posted, or asked for, was answered. */
export type Tally = { saves: number[]; loads: number[]; acknowledged: number; refused: number };
type Bodies = Map<string, string>;

/**
 * One whole response as a browser makes it: landing, GET and POST of each part, send, receipt.
 * What is posted is planned once a part (the first answer of everything), so that the bench's own
 * work stays small beside the server's. `think`: how long the graduate takes before each page and press.
 */
export async function answerWhole(
  pool: Pool,
  landing: string,
  bodies: Bodies,
  tally: Tally,
  think: () => Promise<void> = async () => {},
): Promise<void> {
  await timed(tally.loads, () => get(pool, landing));
  let path = `${landing}/part/1`;
  for (let saves = 0; /\/part\/\d+/.test(path); saves += 1) {
    const part = partOf(path);
    const planned = bodies.get(part);
    await think();
    const html = await timed(tally.loads, () => get(pool, path));
    const body = planned ?? plan(readPageForm(html));
    bodies.set(part, body);
    await think();
    const { status, location } = await timed(tally.saves, () => post(pool, landing + part, `${body}&nav=next`));
    if (status !== 303) throw new Error(`POST of ${part} was answered with ${status}.`);
    tally.acknowledged += 1;
    if (partOf(location) === part) throw new Error(`${part} asked again.`);
    path = location;
  }
  const sent = await post(pool, `${landing}/send`, '');
  if (sent.status !== 303) tally.refused += 1;
  await get(pool, sent.location);
}

/** '/part/4' of an address; '' where it is no part. */
function partOf(address: string): string {
  return /\/part\/\d+/.exec(address)?.[0] ?? '';
}

/** The same answers for everyone: the last choice of each question, a plausible number, a short text. */
function plan(form: PageForm): string {
  const body = new URLSearchParams();
  for (const field of form.fields) {
    if (field.kind === 'hidden') body.append(field.name, field.value);
    if (field.kind === 'choice') body.append(field.name, field.values[0] ?? '');
    if (field.kind === 'text' && /year/.test(field.name)) body.append(field.name, '2022');
    else if (field.kind === 'text' && /month/.test(field.name)) body.append(field.name, '5');
    else if (field.kind === 'text' && /pay/.test(field.name)) body.append(field.name, '3400');
    else if (field.kind === 'text' && /open/.test(field.name)) body.append(field.name, 'More practice with clients.');
  }
  return body.toString();
}

async function get(pool: Pool, path: string): Promise<string> {
  const { statusCode, body, headers } = await pool.request({
    path,
    method: 'GET',
    headers: { 'accept-encoding': 'gzip' },
  });
  const bytes = Buffer.from(await body.arrayBuffer());
  if (statusCode !== 200) throw new Error(`GET of a page was answered with ${statusCode}.`);
  return headers['content-encoding'] === 'gzip'
    ? (await import('node:zlib')).gunzipSync(bytes).toString()
    : bytes.toString();
}

async function post(pool: Pool, path: string, form: string): Promise<{ status: number; location: string }> {
  const { statusCode, headers, body } = await pool.request({
    path,
    method: 'POST',
    body: form,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-encoding': 'gzip' },
  });
  await body.dump();
  return { status: statusCode, location: String(headers['location'] ?? '') };
}

async function timed<T>(durations: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const done = await work();
  durations.push(performance.now() - start);
  return done;
}
