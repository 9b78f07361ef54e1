import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { runCommand } from '../../../server/commands/program.ts';
import { asReportRole } from '../../../server/db/with-role.ts';
import { reportKey } from '../../../server/results/report-key.ts';
import { releasedRound, type TextRound, type WrittenText } from '../../support/frozen-texts.ts';
import { textOf } from '../../support/page-text.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' };
const ITEM = 'open_wishes';
let server: TestApp;
let round: TextRound;
let home: string;
/** What became of each text. */
const fates: { text: WrittenText; fate: 'approved' | 'redacted' | 'rejected' | 'waiting' | 'untouched' | 'undone' }[] =
  [];

beforeAll(async () => {
  server = await openTestApp();
  round = await releasedRound(server, 'texts');
  home = `/reports/${reportKey(server.deps.keys)}`;
});
afterAll(() => server.close());

async function command(...words: string[]) {
  let [out, err] = ['', ''];
  const io = { cwd: '.', out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  return { code: await runCommand(words, io, async () => server.deps), out, err };
}
const release = async () =>
  JSON.parse((await command('open-answers', 'release', '--round', round.roundId, '--json')).out) as Record<
    string,
    number
  >;

const decide = (text: WrittenText, by: string, form: Record<string, string>) =>
  server.post(
    `/open-answers/${round.roundId}/${text.item}/text/${text.key}?by=${by}`,
    { by, revision: '0', ...form },
    SAME_ORIGIN,
  );

let written = 0;
const degree = (index: number) => {
  const found = round.degrees[index];
  if (!found) throw new Error('too few degrees');
  return found;
};

/** Texts of a degree, each with a word of its own that no other text has. */
async function write(
  of: { institution: string; degree: string },
  count: number,
  fate: (typeof fates)[number]['fate'],
  item = ITEM,
) {
  const bodies = Array.from({ length: count }, () => `toive jossa on sana uniikki${(written += 1)}sana`);
  const texts = await round.write(item, of, bodies);
  for (const text of texts) {
    fates.push({ text, fate });
    const removed = { choice: 'redact', words: markOf(text), reason: 'tells who' };
    if (fate === 'rejected') await decide(text, 'Aila', { choice: 'reject', reason: 'tells who' });
    else if (fate === 'waiting') await decide(text, 'Aila', removed);
    else if (fate !== 'untouched' && fate !== 'redacted') await decide(text, 'Aila', { choice: 'approve' });
    if (fate === 'undone') await decide(text, 'Aila', { choice: 'undo', revision: '1' });
    if (fate === 'redacted') {
      await decide(text, 'Aila', { ...removed, words: 'toive' });
      await decide(text, 'Eino', { choice: 'agree', revision: '1' });
    }
  }
  return texts;
}
const markOf = ({ body }: WrittenText) => /uniikki\d+sana/.exec(body)?.[0] ?? '';
const pageOf = (of: { institution: string; degree: string }, query = '?lang=en') =>
  server.get(`${home}/${round.releaseId}/${of.institution}/${of.degree}/open-answers${query}`);

/** Everything that somebody without a role of ours can get: pages and every row that reports may read. */
async function everythingReadable(): Promise<string> {
  const parts: string[] = [];
  for (const of of round.degrees) {
    for (const query of ['?lang=fi', '?lang=sv', '?lang=en', '?lang=en&q=uniikki', '?lang=en&q=toive&item=open_wishes'])
      parts.push((await pageOf(of, query)).body);
    parts.push((await server.get(`${home}/${round.releaseId}/${of.institution}/${of.degree}?lang=en`)).body);
  }
  parts.push((await server.get(home)).body, (await server.get(`${home}/methods`)).body);
  parts.push(
    await asReportRole(server.deps.db, async (trx) => {
      const { rows } = await sql<{ name: string }>`
        select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'v', 'm') and n.nspname in ('survey', 'contact', 'answer', 'release', 'publication')
          and has_schema_privilege(n.oid, 'USAGE') and has_table_privilege(c.oid, 'SELECT')`.execute(trx);
      const all: string[] = [];
      for (const { name } of rows) {
        expect(name).toMatch(/^release\./);
        const found = await sql<{
          row: string;
        }>`select to_jsonb(one)::text as row from ${sql.table(name)} as one`.execute(trx);
        all.push(...found.rows.map(({ row }) => row));
      }
      return all.join('\n');
    }),
  );
  return parts.join('\n');
}

const pools = async () => {
  const rows = await server.deps.ownerDb.selectFrom('release.open_answer').selectAll().execute();
  const byPool = new Map<string, string[]>();
  for (const row of rows) {
    const pool = `${row.population_key} ${row.item}`;
    byPool.set(pool, [...(byPool.get(pool) ?? []), row.body]);
  }
  return byPool;
};

test('before anything is released the page says so, and the command says what is missing', async () => {
  expect(textOf((await pageOf(degree(0))).body)).toContain('No open answers have been released');
  const none = await command('open-answers', 'release', '--round', 'no-such');
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('There is no round no-such')]);
});

describe('released texts', () => {
  beforeAll(async () => {
    await write(degree(0), 12, 'approved');
    await write(degree(0), 2, 'redacted');
    await write(degree(0), 2, 'rejected');
    await write(degree(0), 3, 'untouched');
    await write(degree(0), 2, 'waiting');
    await write(degree(0), 1, 'undone');
    await write(degree(1), 9, 'approved');
    await write(degree(1), 3, 'rejected');
    await write(degree(2), 3, 'approved');
    await write(degree(3), 6, 'approved', 'open_strengths');
    await release();
  });

  test('are those that passed review alone, wherever one looks (T11)', async () => {
    const all = await everythingReadable();
    for (const { text, fate } of fates) {
      const isThere = all.includes(markOf(text));
      if (fate !== 'approved' && fate !== 'redacted') expect([fate, isThere]).toEqual([fate, false]);
    }
    const shown = fates.filter(({ text }) => all.includes(markOf(text)));
    expect(shown.length).toBe(26); // 14 + 9 + 3: the nine and the three find a larger group
    for (const { text, fate } of shown)
      if (fate === 'redacted') expect(all).toContain(`[…] jossa on sana ${markOf(text)}`);
  });

  test('stand in groups of ten writers or more, each in one, and six of a question nowhere', async () => {
    const found = await pools();
    for (const [, bodies] of found) expect(bodies.length).toBeGreaterThanOrEqual(10);
    const bodies = [...found.values()].flat();
    expect(new Set(bodies).size).toBe(bodies.length);
    expect([...found.keys()].filter((pool) => pool.endsWith('open_strengths'))).toEqual([]);
    const { institution, degree: code } = degree(0);
    expect(found.get(`degree/${institution}/${code} ${ITEM}`)).toHaveLength(14);
  });

  test('the page has the degree’s texts, or says “not shown” without a number', async () => {
    const page = textOf((await pageOf(degree(0))).body);
    expect(page).toContain('Written by graduates of this degree');
    expect(page).toMatch(/not shown Fewer than ten people wrote something that can be shown/);
    expect(page).not.toMatch(/\b(6|14) (texts|answers|writers)/);
    expect((await pageOf({ institution: 'X0101', degree: 'none' })).statusCode).toBe(404);
    expect((await server.get(`/reports/${'A'.repeat(27)}/texts/X/Y/open-answers`)).statusCode).toBe(404);
  });

  test('are found by words, and nothing else is', async () => {
    const sought = fates.find(({ text, fate }) => fate === 'approved' && text.degree === degree(0).degree)?.text;
    if (!sought) throw new Error('nothing to seek');
    const page = await pageOf(degree(0), `?lang=en&q=${markOf(sought).toUpperCase()}`);
    expect(page.body.match(/uniikki\d+sana<\/p>/g)).toHaveLength(1);
    expect(textOf((await pageOf(degree(0), '?lang=en&q=xyzzy')).body)).toContain('No text has these words');
  });

  test('stay: a decision on them cannot be taken back', async () => {
    const [first] = fates;
    if (!first) throw new Error('no text');
    const page = await decide(first.text, 'Eino', { choice: 'undo', revision: '1' });
    expect(page.statusCode).toBe(422);
  });

  test('stand in a drawn order that a second run keeps', async () => {
    const before = await pools();
    const { new: fresh } = await release();
    expect(fresh).toBe(0);
    expect(await pools()).toEqual(before);
    const own = before.get(`degree/${degree(0).institution}/${degree(0).degree} ${ITEM}`) ?? [];
    const asWritten = fates.map(({ text }) => markOf(text)).filter((mark) => own.some((body) => body.includes(mark)));
    expect(own.map((body) => /uniikki\d+sana/.exec(body)?.[0])).not.toEqual(asWritten);
  });

  test('come later in batches of five or more', async () => {
    const size = async () => (await pools()).get(`degree/${degree(0).institution}/${degree(0).degree} ${ITEM}`)?.length;
    await write(degree(0), 4, 'approved');
    expect(await release()).toMatchObject({ new: 0, held: 10 }); // the four, and the six of the other question
    expect(await size()).toBe(14);
    await write(degree(0), 1, 'approved');
    expect(await release()).toMatchObject({ new: 5 });
    expect(await size()).toBe(19);
  });

  test('to a question of an institution’s own never stand in a pool of several institutions', async () => {
    const item = 'own_x0101_text';
    for (const index of round.degrees.keys()) await write(degree(index), 8, 'approved', item);
    await release();
    const own = [...(await pools()).keys()].filter((key) => key.endsWith(` ${item}`));
    expect(own.filter((key) => /^(nation|field)/.test(key))).toEqual([]);
  });

  test('the summary speaks of the round as a whole', async () => {
    const { out, code } = await command('open-answers', 'release', '--round', round.roundId);
    expect(code).toBe(0);
    expect(out).toContain('open answers can be read');
    for (const { institution, degree: code } of round.degrees)
      expect(out).not.toMatch(new RegExp(`${institution}|${code}`));
  });
});

test('the role of reports reads no answer and writes nothing', async () => {
  for (const table of [
    'frozen_text',
    'text_review',
    'text_review_event',
    'text_theme',
    'theme_of_text',
    'released_text',
  ]) {
    const attempt = asReportRole(server.deps.db, (trx) =>
      sql`select * from ${sql.table(`answer.${table}`)}`.execute(trx),
    );
    await expect(attempt).rejects.toThrow(/permission denied/);
  }
  const attempt = asReportRole(server.deps.db, (trx) => sql`delete from release.open_answer`.execute(trx));
  await expect(attempt).rejects.toThrow(/permission denied/);
});
