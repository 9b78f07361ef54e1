import type { Deps } from '../deps.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import { HttpError } from '../http/errors.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { frameOf, type ActionFrame, type Asked } from './action-frame.ts';
import { mayBeTold, type TellingField, type TellingForm, type TellingProblem } from './decide-telling.ts';
import { listVersions } from './list-actions.ts';
import { toldChanges, type ToldChange } from './tell-change.ts';
import { actionTexts } from './texts/index.ts';
import { changeTexts, type ChangeTexts } from './texts/changes.ts';

type Field = { id: string; label: string; hint: string | null; value: string; error: string | null };
type TellView = {
  heading: string;
  action: string;
  /** The entry that is told of. */
  entry: string;
  state: string;
  revision: number;
  texts: readonly { language: Language; name: string; field: Field }[];
  approvedBy: Field;
  approvedError: string | null;
  errors: readonly { id: string; message: string }[];
  asksAboutNames: boolean;
  mayShow: boolean;
  mayTakeBack: boolean;
  address: string;
};
const tellView = defineView<ActionFrame & { c: ChangeTexts['form']; tell: TellView }>('actions/views/tell');

/** A form that was posted, and why it is shown again. */
export type PostedTelling = { form: TellingForm; problems: readonly TellingProblem[]; isLate: boolean };

/** The form in which a text for graduates is written and approved; `posted`: shown again, with what was typed. */
export async function tellPage(
  deps: Pick<Deps, 'db' | 'surveys'>,
  asked: Asked,
  id: string,
  posted: PostedTelling | null = null,
): Promise<PageAnswer> {
  const list = await listVersions(deps, { ...asked.codes, id });
  const entry = list?.entries.at(-1);
  const told = (await toldChanges(deps, asked.codes)).find(({ actionId }) => actionId === id) ?? null;
  const mayShow = entry !== undefined && mayBeTold(entry.content.decision);
  if (!list || !entry || (!mayShow && !told)) throw new HttpError(404, 'no such action');
  const { form: c } = changeTexts(asked.language);
  const problems = posted?.problems ?? [];
  const frame = frameOf(
    asked,
    list.facts,
    problems.length > 0 ? `${actionTexts(asked.language).errorPrefix}: ${c.title}` : c.title,
  );
  const { institution, degree } = asked.codes;
  const tell: TellView = {
    heading: c.title,
    action: `${frame.home}/${id}/tell?lang=${asked.language}`,
    entry: entry.content.finding.title,
    state: posted?.isLate ? c.late : told?.shown ? c.isShown : c.isNotShown,
    revision: posted && !posted.isLate ? posted.form.revision : (told?.revision ?? 0),
    ...fieldsOf({ told, posted, language: asked.language }),
    asksAboutNames: problems.some(({ kind }) => kind === 'person') || posted?.form.namesAreFine === true,
    mayShow,
    mayTakeBack: told?.shown === true,
    address: `/changes/${institution}/${degree}?lang=${asked.language}`,
  };
  return page(tellView, { ...frame, c, tell }, posted?.isLate ? 409 : problems.length > 0 ? 422 : 200);
}

type Facts = { told: ToldChange | null; posted: PostedTelling | null; language: Language };

function fieldsOf({
  told,
  posted,
  language,
}: Facts): Pick<TellView, 'texts' | 'approvedBy' | 'approvedError' | 'errors'> {
  const { form: c } = changeTexts(language);
  const labels: Readonly<Record<TellingField, string>> = {
    ...c.languages,
    approvedBy: c.approvedBy,
    approved: c.approve,
  };
  const problems = posted?.problems ?? [];
  const errorOf = (field: TellingField) => {
    const problem = problems.find((one) => one.field === field);
    return problem ? c.problems[problem.kind](labels[field]) : null;
  };
  const ids: Readonly<Record<TellingField, string>> = {
    fi: 'text-fi',
    sv: 'text-sv',
    en: 'text-en',
    approvedBy: 'approved-by',
    approved: 'approved',
  };
  const fieldOf = (field: TellingField, value: string, hint: string | null): Field => ({
    id: ids[field],
    label: labels[field],
    hint,
    value,
    error: errorOf(field),
  });
  return {
    texts: LANGUAGES.map((one) => ({
      language: one,
      name: `text_${one}`,
      field: fieldOf(one, posted?.form.texts[one] ?? told?.text[one] ?? '', null),
    })),
    approvedBy: fieldOf('approvedBy', posted?.form.approvedBy ?? '', c.approvedByHint),
    approvedError: errorOf('approved'),
    errors: problems.map(({ field, kind }) => ({ id: ids[field], message: c.problems[kind](labels[field]) })),
  };
}
