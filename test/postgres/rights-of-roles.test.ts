import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openTestDatabase, type TestDatabase } from '../support/test-db.ts';

// The embedded database has one user, so what a role may do is seen on a server only.
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const SCHEMAS = ['survey', 'contact', 'answer', 'release', 'staff', 'publication'];

/** `table: INSERT UPDATE` for every table where the role may do more than nothing. */
async function rightsOf(role: string): Promise<string[]> {
  const { rows } = await sql<{ entry: string }>`
    select n.nspname || '.' || c.relname || ': ' || string_agg(p.name, ' ' order by p.name collate "C") as entry
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as p (name)
    where c.relkind in ('r', 'v', 'm', 'p') and n.nspname = any(${sql.val(SCHEMAS)})
      and has_table_privilege(${role}, c.oid, p.name)
    group by n.nspname, c.relname`.execute(database.owner);
  return rows.map((row) => row.entry).sort();
}

test('pages are served with the rights of uras_web', async () => {
  const { rows } = await sql<{ name: string }>`select current_user::text as name`.execute(database.web);
  expect(rows).toEqual([{ name: 'uras_web' }]);
});

test('uras_web reads everything, and writes answers, refusals, drawings, printed reports, approvals, own questions, reviews, actions, imports, rounds, messages, settings, feedback, accounts and events alone', async () => {
  const rights = await rightsOf('uras_web');
  expect(rights.filter((entry) => !entry.endsWith(': SELECT'))).toEqual([
    'answer.response: DELETE INSERT SELECT UPDATE',
    'answer.text_review: INSERT SELECT UPDATE',
    'answer.text_review_event: INSERT SELECT',
    'answer.text_theme: DELETE INSERT SELECT UPDATE',
    'answer.theme_of_text: DELETE INSERT SELECT UPDATE',
    'contact.import_undo: DELETE INSERT SELECT UPDATE',
    'contact.message: DELETE INSERT SELECT UPDATE',
    'contact.message_step: INSERT SELECT UPDATE',
    'contact.person: DELETE SELECT UPDATE',
    'contact.replaced_code: DELETE SELECT',
    'contact.staged_person: DELETE INSERT SELECT UPDATE',
    'contact.staged_problem: DELETE INSERT SELECT UPDATE',
    'contact.staged_removal: DELETE INSERT SELECT UPDATE',
    'contact.upload: DELETE INSERT SELECT UPDATE',
    'publication.approval: DELETE INSERT SELECT',
    'release.chart: INSERT SELECT',
    'release.printed_report: INSERT SELECT UPDATE',
    'staff.identity: INSERT SELECT',
    'staff.invitation: DELETE INSERT SELECT UPDATE',
    'staff.kept_form: DELETE INSERT SELECT',
    'staff.passkey: DELETE INSERT SELECT UPDATE',
    'staff.password: INSERT SELECT UPDATE',
    'staff.person: INSERT SELECT UPDATE',
    'staff.recovery_code: DELETE INSERT SELECT UPDATE',
    'staff.role_grant: INSERT SELECT UPDATE',
    'staff.second_factor: INSERT SELECT UPDATE',
    'staff.session: DELETE INSERT SELECT UPDATE',
    'staff.used_challenge: DELETE INSERT SELECT',
    'survey.accessibility_feedback: DELETE INSERT SELECT UPDATE',
    'survey.action_version: INSERT SELECT',
    'survey.answering_event: INSERT SELECT',
    'survey.audit_event: INSERT SELECT',
    'survey.institution_contact: INSERT SELECT UPDATE',
    'survey.message_plan: INSERT SELECT',
    'survey.message_test: INSERT SELECT',
    'survey.own_block: INSERT SELECT',
    'survey.own_block_draft: DELETE INSERT SELECT UPDATE',
    'survey.recurrence: INSERT SELECT UPDATE',
    'survey.round: INSERT SELECT UPDATE',
    'survey.round_institution: INSERT SELECT UPDATE',
    'survey.round_own_block: DELETE INSERT SELECT',
    'survey.sender_setting: INSERT SELECT UPDATE',
    'survey.told_change: INSERT SELECT',
  ]);
});

test('uras_report reads what was released and nothing else', async () => {
  const rights = await rightsOf('uras_report');
  expect(rights.length).toBeGreaterThan(0);
  expect(rights.filter((entry) => !/^release\.\w+: SELECT$/.test(entry))).toEqual([]);
});

test.each(['uras_web', 'uras_report'])('%s owns nothing and can neither log in nor make anything', async (role) => {
  const { rows } = await sql<Record<string, boolean>>`
    select rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
      exists (select from pg_class where relowner = r.oid) as owns,
      exists (
        select from pg_namespace n
        where n.nspname = any(${sql.val(['public', ...SCHEMAS])}) and has_schema_privilege(r.oid, n.oid, 'CREATE')
      ) as creates
    from pg_roles r where rolname = ${role}`.execute(database.owner);
  expect(Object.values(rows[0] ?? {})).toEqual(Array.from({ length: 7 }, () => false));
});

test.each([
  'create table public.more (id integer)',
  'alter table answer.response add column name text',
  'drop table contact.person',
])('a page cannot change the schema: %s', async (statement) => {
  await expect(sql.raw(statement).execute(database.web)).rejects.toThrow(/permission denied|must be owner/);
});

test('nobody changes or deletes a published block of own questions, the owner of the tables included', async () => {
  await sql`
    insert into survey.own_block (survey, institution, degree, version, content, hash, published_on)
    values ('amk-career', 'X0101', '', 1, '{}', 'ab', '2026-11-02')`.execute(database.web);
  for (const statement of ["update survey.own_block set hash = 'cd'", 'delete from survey.own_block']) {
    await expect(sql.raw(statement).execute(database.web)).rejects.toThrow(/permission denied/);
    await expect(sql.raw(statement).execute(database.owner)).rejects.toThrow(/never changes/);
  }
});

test('a server gives each transaction a connection of its own', async () => {
  const pid = sql<{ pid: number }>`select pg_backend_pid() as pid`;
  const pair = await database.web.transaction().execute(async (outer) => {
    const inner = await database.web.transaction().execute((trx) => pid.execute(trx));
    return [await pid.execute(outer), inner].map((result) => result.rows[0]?.pid);
  });
  expect(pair[0]).not.toEqual(pair[1]);
});
