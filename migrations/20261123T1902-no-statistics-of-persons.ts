import { sql, type Kysely } from 'kysely';

// The planner's statistics are samples of the values of a column. Those of an emptied table stay, so
// after freezing they would still hold answers and addresses: these columns have none from the start.
// No query needs them, since rows are found by primary key, by hash or by round.
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'answer.response': [
    'handle',
    'background',
    'answers',
    'question_order',
    'pages_saved',
    'language',
    'submitted_on',
    'late',
    'revision',
  ],
  'contact.person': [
    'institution',
    'degree',
    'graduation_date',
    'gender',
    'birth_year',
    'study_language',
    'contact_language',
    'email',
    'phone',
    'generation',
    'code_hash',
    'letter_exported_on',
  ],
  'contact.replaced_code': ['code_hash'],
};

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(COLUMNS)) {
    for (const column of columns) {
      await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} set statistics 0`.execute(db);
    }
  }
}
