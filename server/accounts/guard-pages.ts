import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import type { KeptForm } from './keep-form.ts';
import { todayOf } from './sessions.ts';
import { staffFrame, type StaffFrame } from './staff-frame.ts';
import { selectHolders } from './store.ts';
import { accountTexts } from './texts/index.ts';

type Helper = { name: string; email: string };
const refusedView = defineView<
  StaffFrame & { heading: string; lead: string; helpers: readonly Helper[]; link: { href: string; label: string } }
>('accounts/views/refused');
const keptView = defineView<
  StaffFrame & { heading: string; lead: string; kept: KeptForm; leave: string | null; texts: readonly string[] }
>('accounts/views/kept');

/** Someone who has signed in and may not: it says who can give access. */
export async function forbiddenPage(deps: Pick<Deps, 'db' | 'now'>, language: Language): Promise<PageAnswer> {
  const { forbidden: t } = accountTexts(language);
  const link = { href: `/staff?lang=${language}`, label: t.account };
  return refusedPage(deps, language, { heading: t.title, lead: t.lead, link });
}

/** Someone who came through their organisation and has no account here, or whose way failed. */
export async function providerRefusedPage(
  deps: Pick<Deps, 'db' | 'now'>,
  language: Language,
  why: 'failed' | 'unknown',
): Promise<PageAnswer> {
  const { forbidden: t } = accountTexts(language);
  const link = { href: `/staff/sign-in?lang=${language}`, label: t.again };
  const words = {
    failed: { heading: t.failedTitle, lead: t.failedLead },
    unknown: { heading: t.unknownTitle, lead: t.unknownLead },
  }[why];
  return refusedPage(deps, language, { ...words, link });
}

/** A page that says whom to ask. */
async function refusedPage(
  deps: Pick<Deps, 'db' | 'now'>,
  language: Language,
  words: { heading: string; lead: string; link: { href: string; label: string } },
): Promise<PageAnswer> {
  const helpers = await selectHolders(deps.db, 'administrator', todayOf(deps));
  return page(refusedView, { ...staffFrame(language, words.heading), ...words, helpers }, 403);
}

/** A form that came without the mark of the session: shown again, so that nothing typed is lost. */
export function formAgainPage(language: Language, address: string, fields: KeptForm['fields']): PageAnswer {
  const { kept: t } = accountTexts(language);
  return keptForm(language, { heading: t.againTitle, lead: t.again, kept: { address, fields }, leave: null }, 403);
}

/** A form that was posted after the session had ended. */
export function keptFormPage(language: Language, form: KeptForm, id: string): PageAnswer {
  const { kept: t } = accountTexts(language);
  return keptForm(language, { heading: t.title, lead: t.lead, kept: form, leave: id }, 200);
}

function keptForm(
  language: Language,
  words: { heading: string; lead: string; kept: KeptForm; leave: string | null },
  status: number,
): PageAnswer {
  // What a person may want to see again: texts, not marks and numbers of the form, nor what a device said.
  const typed = words.kept.fields.filter(([name]) => name !== 'credential');
  const texts = typed.map(([, value]) => value.trim()).filter((value) => value.length > 3);
  return page(keptView, { ...staffFrame(language, words.heading), ...words, texts }, status);
}
