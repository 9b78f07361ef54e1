import { readPageForm, type PageField } from './page-form.ts';

/** What was posted for one part, by field; several choices hold several values. */
type Posted = ReadonlyMap<string, readonly string[]>;

export type Graduate = {
  /** Path of the personal link, '/v/CODE'. */
  path: string;
  /** Part → what the server said it has. */
  acknowledged: Map<string, Posted>;
  /** Part → what was posted without an answer since: any of it may be there or not. */
  uncertain: Map<string, Posted[]>;
  /** Where this graduate goes on. */
  next: string;
};

export function newGraduate(link: string): Graduate {
  // As the service writes its own addresses, so that each part has one.
  const path = link.replaceAll('-', '');
  return { path, acknowledged: new Map(), uncertain: new Map(), next: `${path}/part/1` };
}

/**
 * Opens the next part, answers it at random, posts it. Throws when the connection breaks: then what
 * was posted is uncertain, and the graduate can simply go on later.
 */
export async function answerNextPart(baseUrl: string, graduate: Graduate, random: () => number): Promise<void> {
  const page = await fetch(baseUrl + graduate.next, { redirect: 'follow' });
  const html = await page.text();
  const path = new URL(page.url).pathname;
  if (!/\/part\/\d+$/.test(path)) {
    graduate.next = `${graduate.path}/part/1`; // all parts are done: go round again and change answers
    return;
  }
  const { fields } = readPageForm(html);
  const posted = new Map(fields.flatMap((field) => answerField(field, random)));
  const body = new URLSearchParams(
    [...posted].flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
  );
  for (const field of fields) if (field.kind === 'hidden') body.append(field.name, field.value);
  body.append('nav', 'next');
  graduate.uncertain.set(path, [...(graduate.uncertain.get(path) ?? []), posted]);
  const reply = await fetch(baseUrl + path, { method: 'POST', body, redirect: 'manual' });
  await reply.arrayBuffer();
  if (reply.status !== 303) throw new Error(`${reply.status} for a valid page`);
  graduate.acknowledged.set(path, posted);
  graduate.uncertain.delete(path);
  graduate.next = new URL(reply.headers.get('location') ?? '', baseUrl).pathname;
}

/** The parts whose acknowledged answers the server does not show any more. Empty = nothing was lost. */
export async function lostParts(baseUrl: string, graduate: Graduate): Promise<string[]> {
  const lost: string[] = [];
  for (const [path, posted] of graduate.acknowledged) {
    const page = await fetch(baseUrl + path, { redirect: 'follow' });
    const shown = new Map(readPageForm(await page.text()).fields.map((field) => [field.name, shownValues(field)]));
    const accepted = [posted, ...(graduate.uncertain.get(path) ?? [])];
    // A part that a later change of another part has hidden answers with another page.
    if (new URL(page.url).pathname === path && !accepted.some((one) => isSame(one, shown))) lost.push(path);
  }
  return lost;
}

function answerField(field: PageField, random: () => number): [string, string[]][] {
  const pick = (values: readonly string[]) => values[Math.floor(random() * values.length)] ?? '';
  if (field.kind === 'choice') return [[field.name, [pick(field.values)]]];
  if (field.kind === 'hidden') return [];
  if (/year/.test(field.name)) return [[field.name, ['2022']]];
  if (/month$/.test(field.name)) return [[field.name, [String(1 + Math.floor(random() * 9))]]];
  if (/^open|^own_.*_text$/.test(field.name)) return [[field.name, [`Text ${Math.floor(random() * 1e6)}`]]];
  if (/pay/.test(field.name)) return [[field.name, [String(2000 + Math.floor(random() * 3000))]]];
  return [];
}

function shownValues(field: PageField): readonly string[] {
  return field.kind === 'choice' ? field.checked : [field.value];
}

function isSame(posted: Posted, shown: ReadonlyMap<string, readonly string[]>): boolean {
  const plain = (values: readonly string[]) =>
    values.map((value) => value.replace(/[\s\u00a0\u202f]/g, '').replace(/^0(?=\d)/, '')).join('|');
  // A question that a later change of another part has hidden is not on the page.
  return [...posted].every(([name, values]) => !shown.has(name) || plain(shown.get(name) ?? []) === plain(values));
}
