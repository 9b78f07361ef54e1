import type { LightMyRequestResponse } from 'fastify';
import type { Form, TestApp } from './test-app.ts';
import { readPageForm } from './page-form.ts';

export const COMMUTE = {
  text: ['Millä kuljet töihin?', 'Hur tar du dig till arbetet?', 'How do you travel to work?'],
} as const;
export const TRAVEL_OPTIONS = [
  ['Junalla', 'Med tåg', 'By train'],
  ['Bussilla', 'Med buss', 'By bus'],
] as const;
export const WORKED = {
  text: ['Harjoittelu auttoi', 'Praktiken hjälpte', 'Practice helped'],
  more: { scale: 'agreement' },
} as const;
export const EMPTY_HINT = { 'hint.fi': '', 'hint.sv': '', 'hint.en': '' };
/** A round that opens a year from the test's now. */
export const NEXT_YEAR = { opens_at: new Date('2027-10-01T07:00:00Z'), closes_at: new Date('2027-11-01T07:00:00Z') };

type Words = readonly [fi: string, sv: string, en: string];
/** What is typed of a question; options and "none of these" as words in three languages. */
export type Typed = {
  kind?: string;
  text?: Words;
  hint?: Words;
  options?: readonly Words[];
  none?: Words;
  more?: Readonly<Record<string, string>>;
};

/** The editor of one block, driven as a browser without script would: each form is read before it is sent. */
export type OwnEditor = {
  base: string;
  get: (page?: string, query?: string) => Promise<LightMyRequestResponse>;
  post: (page: string, form: Form) => Promise<LightMyRequestResponse>;
  /** Adds a question and returns its code. */
  add: (kind: string, typed: Typed) => Promise<string>;
  /** Types into the form of a question as it stands, and saves. */
  type: (code: string, typed: Typed) => Promise<LightMyRequestResponse>;
  /** Publishes what the publish page shows, with the rounds that it offers or these. */
  publish: (rounds?: readonly string[]) => Promise<LightMyRequestResponse>;
};

/** Headers with which a browser sends our own pages' forms. */
export const OWN_ORIGIN = { 'sec-fetch-site': 'same-origin' };

export function ownEditor(server: TestApp, base: string): OwnEditor {
  const get = (page = '', query = '') => server.get(`${base}${page}?lang=en${query}`);
  const post = (page: string, form: Form) => server.post(`${base}${page}?lang=en`, form, OWN_ORIGIN);
  const type = async (code: string, typed: Typed) => {
    const page = await get(`/question/${code}`);
    return post(`/question/${code}`, { ...currentFields(page.body), ...typedFields(typed) });
  };
  return {
    base,
    get,
    post,
    type,
    add: async (kind, typed) => {
      const made = await post('/question/new', { kind });
      const code = /\/question\/(\w+)/.exec(String(made.headers.location))?.[1];
      if (!code) throw new Error(`no question was added: ${made.statusCode}`);
      await type(code, typed);
      return code;
    },
    publish: async (rounds) => {
      const page = (await get('/publish')).body;
      // Where there is nothing to publish the page has no form; whoever posts all the same has an older page.
      const revision = revisionOf(page.includes('name="revision"') ? page : (await get('/intro')).body);
      const offered = [...page.matchAll(/name="round" value="([^"]+)" checked/g)].map(([, round = '']) => round);
      return post('/publish', [
        ['revision', revision],
        ...(rounds ?? offered).map((round) => ['round', round] as const),
      ]);
    },
  };
}

/** The revision of the draft as a page shows it. */
export function revisionOf(html: string): string {
  return /name="revision" value="(\d+)"/.exec(html)?.[1] ?? '';
}

/** The institution whose block an editor edits. */
export function institutionOf({ base }: OwnEditor): string {
  return base.split('/')[3] ?? '';
}

/** Published rows of an institution's own block. */
export async function blocksOf({ deps }: TestApp, editor: OwnEditor) {
  const rows = deps.ownerDb.selectFrom('survey.own_block').selectAll().where('institution', '=', institutionOf(editor));
  return rows.where('degree', '=', '').orderBy('version').execute();
}

/** A form of a question as it is sent when nothing is changed. */
export function currentFields(html: string): Record<string, string> {
  const { fields } = readPageForm(html);
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field.kind !== 'choice') return [[field.name, field.value.replace(/^\n/, '')]];
      return field.checked.slice(0, 1).map((value) => [field.name, value]);
    }),
  );
}

/** The form's fields of what is typed. */
export function typedFields({ kind, text, hint, options, none, more }: Typed): Record<string, string> {
  const words = (name: string, typed: Words | undefined): Record<string, string> =>
    typed ? { [`${name}.fi`]: typed[0], [`${name}.sv`]: typed[1], [`${name}.en`]: typed[2] } : {};
  return {
    ...(kind !== undefined && { kind }),
    ...words('text', text),
    ...words('hint', hint),
    ...Object.assign({}, ...(options ?? []).map((option, index) => words(`option.${index}`, option))),
    ...words('none', none),
    ...more,
  };
}
