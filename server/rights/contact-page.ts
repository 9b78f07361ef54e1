import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { LANGUAGES } from '../engine/text.ts';
import { page, redirect, type PageAnswer } from '../http/page-answer.ts';
import type { Invitation } from '../responses/find-invitation.ts';
import { linkTo, respondentFrame } from '../responses/respondent-frame.ts';
import { TEXTS } from '../responses/texts/index.ts';
import type { ContactDecision } from './decide-contact.ts';
import { maskedEmail, maskedPhone } from './mask.ts';
import { loadStoredData } from './stored-data.ts';
import { RIGHTS } from './texts/index.ts';
import { contactView } from './views.ts';

const NAMES: Readonly<Record<Language, string>> = { fi: 'suomi', sv: 'svenska', en: 'English' };

type Refused = Extract<ContactDecision, { kind: 'invalid' }>;
type Shown = { language: Language; done: boolean; refused: Refused | null };

/** The form of a person's own addresses. What is stored is shown in part; what was refused stays as typed. */
export async function contactPage(
  deps: Pick<Deps, 'db'>,
  invitation: Invitation,
  { language, done, refused }: Shown,
): Promise<PageAnswer> {
  const data = await loadStoredData(deps, invitation);
  if (!data) return redirect(linkTo(invitation, language, ''));
  const { contact: t, data: texts } = RIGHTS[language];
  const { errorPrefix, errorTitle } = TEXTS[language].common;
  const { email, phone } = data.contact;
  const stored = (value: string | null) => (value === null ? t.nothing : t.stored(value));
  const chosen = refused?.typed.language || invitation.person.contact_language;
  const model = {
    ...respondentFrame({
      invitation,
      language,
      title: refused ? `${errorPrefix}: ${t.title}` : t.title,
      place: '/contact',
    }),
    t,
    errorTitle,
    errorPrefix,
    action: linkTo(invitation, language, '/contact'),
    done,
    error: refused?.nothing ? t.empty : null,
    email: {
      label: t.email,
      hint: stored(email && maskedEmail(email)),
      value: refused?.typed.email ?? '',
      error: refused?.badEmail ? t.badEmail : null,
    },
    phone: {
      label: t.phone,
      hint: `${stored(phone && maskedPhone(phone))} ${t.phoneHint}`,
      value: refused?.typed.phone ?? '',
      error: refused?.badPhone ? t.badPhone : null,
    },
    languages: LANGUAGES.map((code) => ({ code, name: NAMES[code], checked: code === chosen })),
    back: { href: linkTo(invitation, language, '/data'), label: texts.link },
  } as const;
  return page(contactView, model, refused ? 422 : 200);
}
