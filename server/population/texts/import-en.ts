import type { DayFormat } from '../day-formats.ts';
import type { Field } from '../fields.ts';
import type { Encoding } from '../recognise-encoding.ts';

const rowsOf = (rows: string) => (rows === '1' ? '1 row' : `${rows} rows`);
const peopleOf = (people: string) => (people === '1' ? '1 person' : `${people} people`);

export const importEn = {
  title: 'Import people',
  back: 'Population',
  step: (step: number) => `Step ${step} of 4`,
  steps: ['Upload the file', 'Recognise the columns', 'Check', 'Confirm'],
  upload: {
    lead: 'A table with one row for each person and degree: CSV, text or an Excel workbook (.xlsx), at most 50 MB and 200,000 rows.',
    computer: 'This is easier on a computer than on a phone.',
    file: 'File',
    fileHint: 'CSV, TXT or XLSX',
    submit: 'Continue',
    columnsTitle: 'Columns of the file',
    columnsLead:
      'Names may be in any of three languages and in any order; you can also choose on the next page which column is which. Needed are:',
    also: 'May be there as well:',
    template: 'Download an empty file with these columns',
    ownOnly: (names: string) => `You can import people of ${names}. Rows of others are not taken.`,
    rules:
      'A person with two degrees is asked once, about the one of the latest graduation. People whose address is protected, who have died or who have refused before are left out; you see how many. The file is deleted when the import is confirmed, or after a day.',
    earlier: 'Imports of this round',
    problems: {
      none: 'Choose a file',
      empty: 'The file is empty: it has no rows',
      too_large: 'The file is larger than 50 MB. Divide it, or leave out columns that are not needed',
      old_workbook: 'This is an Excel workbook of the old kind (.xls). Save it as .xlsx or as CSV',
      bad_workbook:
        'The workbook could not be opened: it is damaged, protected by a password, or larger than a table of people. Save it as CSV',
      binary: 'This is no table: it holds no text. Choose a CSV file or an Excel workbook (.xlsx)',
      broken_off: 'The file did not arrive whole. Send it again',
    },
  },
  columns: {
    lead: (name: string) => `This is how ${name} is read. Look at the first rows and correct what is wrong.`,
    preview: 'The first rows as they are read',
    row: 'Row',
    noName: (number: number) => `Column ${number}`,
    encodingQuestion: 'Do å, ä and ö look right?',
    encoding: 'Letters are written as',
    encodings: {
      'utf-8': 'UTF-8',
      'windows-1252': 'Windows-1252 (older Excel)',
      'utf-16le': 'UTF-16 (Excel: Unicode text)',
      'utf-16be': 'UTF-16, big-endian',
      macintosh: 'Mac (older Excel for Mac)',
    } satisfies Record<Encoding, string>,
    separator: 'Columns are separated by',
    separators: { ';': 'a semicolon ;', ',': 'a comma ,', '\t': 'a tab' },
    header: 'Names of columns are on',
    headerRow: (row: number) => `row ${row}`,
    noHeader: 'no row: the file begins with people',
    days: 'Days are written as',
    dayFormats: {
      iso: '2020-05-31',
      dmy: '31.5.2020 (day first)',
      mdy: '5/31/2020 (month first)',
      compact: '20200531',
      serial: '43982 (number of a spreadsheet)',
    } satisfies Record<DayFormat, string>,
    ambiguous: (value: string, day: string) => `Look at this: ${value} is read as ${day}. It could mean another day.`,
    which: 'Which column is which?',
    notThere: 'not in the file',
    needed: 'needed',
    refresh: 'Show with these settings',
    submit: 'Check the file',
    cancel: 'Cancel the import',
    missing: (field: string) => `Choose the column for: ${field}`,
    twice: (field: string) => `Two things cannot be in one column: ${field}`,
    fields: {
      person_key: 'Student number (person key)',
      institution: 'Institution (code)',
      degree: 'Degree (code)',
      graduation_date: 'Day of graduation',
      gender: 'Gender',
      birth_year: 'Year of birth',
      study_language: 'Language of studies',
      contact_language: 'Language of contact',
      email: 'Email',
      phone: 'Phone',
      protected: 'Protected address (yes or no)',
      deceased: 'Has died (yes or no)',
    } satisfies Record<Field, string>,
  },
  check: {
    reading: 'The file is being read and compared.',
    progress: 'Rows read',
    rowsRead: (rows: string) => `${rowsOf(rows)} read so far.`,
    update: 'Update',
    leave: 'You can leave this page: the work goes on.',
    summary: (good: string, bad: string) => `${rowsOf(good)} can be imported, ${bad} cannot.`,
    all: (good: string) => (good === '1' ? 'The one row can be imported.' : `All ${good} rows can be imported.`),
    file: (name: string, rows: string) => `${name}, ${rowsOf(rows)}`,
    ready: (people: string) => `${peopleOf(people)} ready to be imported`,
    withoutChannel: (email: string, phone: string, both: string) =>
      `Imported, but without a channel: ${email} without email, ${phone} without phone, ${both} without both (they can get a letter)`,
    otherYear: (people: string, cohort: string) => `${peopleOf(people)} graduated in another year than ${cohort}`,
    bad: (rows: string) => `${rowsOf(rows)} cannot be imported`,
    otherDegree: (rows: string) =>
      rows === '1'
        ? '1 row is of a person who is asked about a later degree'
        : `${rows} rows are of people who are asked about a later degree`,
    elsewhere: (rows: string) =>
      rows === '1'
        ? '1 person is asked through another institution'
        : `${rows} people are asked through another institution`,
    excluded: 'Left out:',
    protected: (people: string) => `${people} with a protected address`,
    deceased: (people: string) => (people === '1' ? '1 who has died' : `${people} who have died`),
    refused: (people: string) => `${people} who refused earlier`,
    download: 'Download the rows to mend (CSV)',
    problemsTitle: 'What is wrong',
    line: 'Row',
    column: 'Column',
    value: 'Value',
    problem: 'Problem',
    more: (rows: string) => `And ${rows} more: every row is in the file to mend.`,
    degreesTitle: (round: string) => `By degree, compared with round ${round}`,
    degreesAlone: 'By degree',
    degree: 'Degree',
    people: 'In the file',
    before: 'Last round',
    differs: 'Difference',
    shrink: (degree: string, percent: string) =>
      `${degree} is ${percent}% smaller than in the last round. Is this the right file?`,
    grow: (degree: string, percent: string) =>
      `${degree} is ${percent}% larger than in the last round. Is this the right file?`,
    question: 'What next?',
    takeGood: (good: string, bad: string) => `Go on with ${peopleOf(good)}, leave ${rowsOf(bad)} out`,
    takeAll: (good: string) => `Go on with ${peopleOf(good)}`,
    stop: 'Stop and mend the file',
    submit: 'Continue',
    choose: 'Choose what to do next',
    again: 'Change how the file is read',
    failed: {
      too_many_rows: 'The file has more than 200,000 rows. Divide it.',
      no_rows: 'The file has no rows below the names of columns.',
      frozen: 'The round has been frozen: its people do not change any more.',
      unknown_round: 'The round is not there any more.',
      keys_missing: 'The keys of the round are not in their place. Tell the administrator.',
      definition_missing:
        'The questionnaire of the round is not in this version of the service. Tell the administrator.',
      overtaken: 'Another import has filled the round with the other kind of institutions. Nothing was brought in.',
      failure: 'The file could not be read because of a failure of the service. Try again.',
    },
  },
  confirm: {
    lead: 'Nothing has been changed yet. Tick what is to be done.',
    add: (people: string) => `Add ${peopleOf(people)}`,
    change: (people: string) => `Update ${peopleOf(people)}`,
    changeHint: 'What the file says of them differs. Addresses that were corrected by hand stay.',
    unchanged: (people: string) =>
      `${people} ${people === '1' ? 'person is' : 'people are'} in the round already, the same as in the file: nothing is done.`,
    remove: (people: string) =>
      `Remove ${people} ${people === '1' ? 'person who is' : 'people who are'} not in the file`,
    removeHint:
      'Only of institutions that are in the file. Leave this unticked if the file is a part of the people only. Who has begun to answer stays.',
    removeLater: 'The round has opened: people are not removed any more. Mark them as refused instead.',
    nothing: 'The file changes nothing: everybody in it is in the round already.',
    noFsync:
      'I accept that this database does not force its writes to disk: a power cut may lose answers of real people',
    noFsyncNeeded: 'Tick that you accept the database that does not force its writes to disk, or stop here',
    chooseSomething: 'Tick at least one thing to do, or cancel',
    submit: 'Import',
    undoable: 'The import can be undone until the first message to these people has left.',
  },
  done: {
    applying: 'People are being brought in.',
    undoing: 'The import is being undone.',
    applied: (added: string, changed: string, removed: string) =>
      `Done: ${peopleOf(added)} added, ${changed} updated, ${removed} removed.`,
    undone: 'The import has been undone: the round is as it was.',
    undo: 'Undo the import',
    notUndoable: 'A message has left or another import came after: this import cannot be undone any more.',
    cancelled: 'The import was cancelled, and its file is deleted.',
    toPeople: 'See who is asked',
  },
  states: {
    columns: 'waiting for its columns',
    reading: 'being read',
    read: 'waiting to be confirmed',
    applying: 'being brought in',
    applied: 'done',
    undoing: 'being undone',
    undone: 'undone',
    failed: 'failed',
  },
  reasons: {
    too_long: () => 'the row is longer than any row of people',
    not_utf8: () => 'the letters of the row cannot be read',
    nul: () => 'the row holds a NUL character, which no text has',
    quotes: () => 'a quotation mark is missing or stands in the wrong place',
    cells: ({ found, named }: { found: number; named: number }) =>
      `the row has ${found} columns, and there are ${named}`,
    day_format: ({ format }: { format: DayFormat }) =>
      `this is no day written as ${importEn.columns.dayFormats[format]}`,
    yes_or_no: () => 'write yes or no',
    not_yours: () => 'this is not your institution: you can import your own people only',
    no_part: () => 'this institution takes no part in the round',
    mixed: ({ invented }: { invented: boolean }): string =>
      invented
        ? 'an invented institution, but the round has real ones'
        : 'a real institution, but the round has invented ones',
    duplicate: ({ line }: { line: number }) => `Same person and degree as on row ${line}`,
  },
};
export type ImportTexts = typeof importEn;
