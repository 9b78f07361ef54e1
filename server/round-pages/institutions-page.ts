import { registerChoices, registerNames } from '../accounts/register-names.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, redirect, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { formatsOf } from '../results/format-figures.ts';
import { chooseInstitutions, institutionsOf, loadInstitutions, type Choice } from '../rounds/choose-institutions.ts';
import type { RoundFacts } from '../rounds/load-rounds.ts';
import type { Reader } from './reader.ts';
import { roundFrame, roundHead, roundPath, type RoundFrame, type RoundHead } from './round-frame.ts';
import { roundTexts } from './texts/index.ts';

type Row = {
  code: string;
  name: string;
  said: 'yes' | 'no' | 'open';
  people: string;
  mayChoose: boolean;
  action: string;
};
type Model = RoundFrame & {
  heading: string;
  head: RoundHead;
  rows: readonly Row[];
  manages: boolean;
  isOver: boolean;
  action: string;
};
const institutionsView = defineView<Model>('round-pages/views/institutions');

type PageDeps = Pick<Deps, 'db' | 'now' | 'surveys'>;
type Asked = { reader: Reader; facts: RoundFacts; language: Language };

/** Which institutions take part. An institution's coordinator sees their own row. */
export async function institutionsPage(
  deps: PageDeps,
  { reader, facts, language }: Asked,
  { done = '', refused = null }: { done?: string; refused?: string | null } = {},
): Promise<PageAnswer> {
  const t = roundTexts(language);
  const { row, state } = facts;
  const known = new Set(institutionsOf(deps, row));
  const { said, people } = await loadInstitutions(deps, row.id);
  const isOver = !['draft', 'planned', 'open'].includes(state);
  const rows = registerChoices(deps.surveys, 'institution', language)
    .filter(({ value }) => known.has(value) && (reader.all || reader.institutions.includes(value)))
    .map(({ value, label }): Row => {
      const part = said.get(value);
      return {
        code: value,
        name: label,
        said: part === undefined ? 'open' : part ? 'yes' : 'no',
        people: formatsOf(language).count(people.get(value) ?? 0),
        mayChoose: !isOver && reader.decides.includes(value),
        action: roundPath(row.id, `/institutions/${value}`, language),
      };
    });
  const errors = refused === null ? [] : [{ id: 'institutions', message: refused }];
  const model: Model = {
    ...roundFrame(language, t.institutions.title, {
      errors,
      done: done === 'institutions' ? t.overview.done.institutions : null,
    }),
    heading: t.institutions.title,
    head: roundHead(deps, facts, language),
    rows,
    manages: reader.manages && !isOver,
    isOver,
    action: roundPath(row.id, '/institutions', language),
  };
  return page(institutionsView, model, refused === null ? 200 : 422);
}

/** Saves what was chosen. */
export async function postInstitutions(deps: PageDeps, asked: Asked, choices: readonly Choice[]): Promise<PageAnswer> {
  const { facts, reader, language } = asked;
  const { institutions: t } = roundTexts(language);
  const outcome = await chooseInstitutions(deps, { roundId: facts.row.id, choices, by: reader.by });
  switch (outcome.kind) {
    case 'chosen':
      return redirect(roundPath(facts.row.id, '/institutions', language, { done: 'institutions' }));
    case 'has_people': {
      const names = registerNames(deps.surveys, 'institution');
      const words = outcome.institutions.map((code) => names.get(code)?.[language] ?? code);
      return institutionsPage(deps, asked, { refused: t.hasPeople(words.join(', ')) });
    }
    case 'over':
    case 'unknown_round':
      return institutionsPage(deps, asked, { refused: t.over });
    default:
      return outcome satisfies never;
  }
}
