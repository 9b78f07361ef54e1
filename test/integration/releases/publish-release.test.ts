import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { runCommand } from '../../../server/commands/program.ts';
import { freezeRound } from '../../../server/rounds/freeze-round.ts';
import { buildRound } from '../../support/build-round.ts';
import { aStaffMember, type StaffMember } from '../../support/staff.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

// One real round through its life. The steps follow one another, as for those who publish.
let tested: TestApp;
let folder: string;
let coordinator: StaffMember;
beforeAll(async () => {
  tested = await openTestApp();
  folder = join(tested.deps.config.dataDir, 'work');
  mkdirSync(folder);
  await buildRound(tested.deps, { id: 'real', persons: 240, institutions: 2, degrees: 3 });
  await freezeRound(tested.deps, { roundId: 'real', progress: () => undefined });
  coordinator = await aStaffMember(tested, { role: 'network_coordinator', institution: '', degree: '' });
  await sql`update survey.round set invented = false where id = 'real'`.execute(tested.deps.ownerDb);
}, 400_000);
afterAll(() => tested.close());

async function uras(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io = { cwd: folder, out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const code = await runCommand(words, io, async () => ({ ...tested.deps, db: tested.deps.ownerDb }));
  return { code, out, err };
}

const list = () => coordinator.get('/reports/staff?lang=en');
const page = (language: string) => coordinator.get(`/reports/staff/real/X0101/671112?lang=${language}`);

test(
  'a release is built, previewed, published by two people, settled and withdrawn',
  async () => {
    // A draft: nobody who reads reports finds it, and no file leaves.
    const built = await uras('releases', 'build', '--round', 'real', '--out', 'early', '--json');
    expect(JSON.parse(built.out)).toMatchObject({ release: 'real', edition: 1, state: 'draft', new: true, out: null });
    const again = await uras('releases', 'build', '--round', 'real', '--json');
    expect(JSON.parse(again.out)).toMatchObject({ state: 'draft', new: false });
    expect((await list()).body).not.toContain('/real/');
    expect((await page('en')).statusCode).toBe(404);

    // What it hides, for those who publish.
    const preview = await uras('releases', 'preview', 'real');
    expect(preview.out).toContain('What is hidden as a whole');
    for (const language of ['fi', 'sv', 'en']) {
      expect((await coordinator.get(`/releases/real?lang=${language}`)).statusCode).toBe(200);
    }
    expect((await coordinator.get('/releases?lang=en')).body).toContain('a draft that two people');

    // Two keys of two people.
    for (const name of ['anna', 'bertta', 'cecilia']) {
      expect((await uras('keys', 'create', '--name', name)).code).toBe(0);
    }
    expect((await uras('keys', 'create', '--name', 'anna', '--out', 'other.key')).err).toContain('Choose another name');
    const publish = (...keys: string[]) =>
      uras('releases', 'publish', 'real', ...keys.flatMap((key) => ['--key', key]));
    expect((await publish('anna.key')).err).toContain('Two people are needed');
    writeFileSync(join(folder, 'copy.key'), readFileSync(join(folder, 'anna.key')));
    expect((await publish('anna.key', 'copy.key')).err).toContain('of the same person');
    writeFileSync(join(folder, 'forged.key'), 'bertta:AAAA');
    expect((await publish('anna.key', 'forged.key')).err).toContain('Key 2 is not known');
    await uras('keys', 'revoke', 'cecilia');
    expect((await publish('cecilia.key', 'anna.key')).err).toContain('Key 1 is not known');
    expect((await publish('anna.key', 'none.key')).err).toContain('cannot be read');
    expect((await page('en')).statusCode).toBe(404);

    const out = ['--key', 'bertta.key', '--out', 'files', '--json'];
    const published = await uras('releases', 'publish', 'real', '--key', 'anna.key', ...out);
    expect(JSON.parse(published.out)).toMatchObject({ published_by: ['anna', 'bertta'], final_from: '2026-11-16' });
    expect((await page('en')).body).toContain('Preliminary result. Final on 16 November 2026.');
    const events = await sql<{ detail: Record<string, unknown> }>`
      select detail from survey.audit_event where kind = 'release_published'`.execute(tested.deps.ownerDb);
    expect(events.rows.map(({ detail }) => detail['by'])).toEqual(['anna, bertta']);
    const secrets = ['anna', 'bertta'].map((name) => readFileSync(join(folder, `${name}.key`), 'utf8').trim());
    const kept = await sql`select to_jsonb(k)::text as row from publication.publisher_key k`.execute(
      tested.deps.ownerDb,
    );
    for (const secret of secrets) expect(JSON.stringify(kept.rows)).not.toContain(secret.split(':')[1]);

    // Its hashes agree, until something is changed.
    expect((await uras('releases', 'verify')).code).toBe(0);
    expect((await uras('releases', 'verify', './files')).code).toBe(0);
    appendFileSync(join(folder, 'files', 'tables.csv'), 'more\n');
    rmSync(join(folder, 'files', 'degrees', 'X0101-671112.json'));
    const damaged = await uras('releases', 'verify', './files');
    expect([damaged.code, damaged.out]).toEqual([
      1,
      expect.stringMatching(/X0101-671112\.json is missing\n {2}tables\.csv has been changed/),
    ]);
    const change = sql`update release.population set respondents = respondents + 1 where key = 'nation'`;
    await change.execute(tested.deps.ownerDb);
    const changed = await uras('releases', 'verify', 'real');
    expect([changed.code, changed.out]).toEqual([1, expect.stringContaining('the stored rows of nation differ')]);
    await sql`update release.population set respondents = respondents - 1 where key = 'nation'`.execute(
      tested.deps.ownerDb,
    );

    // Final, then withdrawn: its pages say when and why, in the reader's language.
    const both = ['--key', 'anna.key', '--key', 'bertta.key'];
    expect((await uras('releases', 'final', 'real', ...both)).code).toBe(0);
    const final = await page('fi');
    expect(final.body).toContain('Lopullinen 12.11.2026');
    expect(final.body).not.toContain('Alustava');
    const reasons = ['--reason-fi', 'Väärä aineisto.', '--reason-sv', 'Fel material.', '--reason-en', 'Wrong data.'];
    expect((await uras('releases', 'withdraw', 'real', ...both, ...reasons)).code).toBe(0);
    const gone = await page('sv');
    expect([gone.statusCode, gone.body]).toEqual([410, expect.stringContaining('Fel material.')]);
    expect((await list()).body).not.toContain('/real/');
    expect((await uras('releases', 'verify', 'real')).code).toBe(0);

    // The corrected one has the next number, and the withdrawn page leads to it.
    await uras('releases', 'build', '--round', 'real');
    expect((await publish('anna.key', 'bertta.key')).err).toContain('--reason-fi');
    expect((await uras('releases', 'publish', 'real', ...both, ...reasons)).code).toBe(0);
    const led = await page('en');
    expect([led.statusCode, led.body]).toEqual([410, expect.stringContaining('/real_2/X0101/671112')]);
    const second = await coordinator.get('/reports/staff/real_2/X0101/671112?lang=en');
    expect(second.body).toContain('This report was corrected on 12 November 2026: Wrong data.');
  },
  8 * 60_000,
);
