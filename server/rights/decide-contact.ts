import { textIn } from '../responses/page-form.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import { LANGUAGES } from '../engine/text.ts';
import { readPhone } from '../invitations/phone.ts';
import type { ContactChange } from './store.ts';

/** What a person typed, as it goes back to them when something is wrong. */
export type TypedContact = { email: string; phone: string; language: string };
export type ContactDecision =
  | { kind: 'change'; change: ContactChange }
  | { kind: 'invalid'; typed: TypedContact; badEmail: boolean; badPhone: boolean; nothing: boolean };

const LONGEST_EMAIL = 254;

/**
 * Reads the form of contact details. A blank field changes nothing; a Finnish number may begin with zero.
 *
 * @example decideContact({ phone: '040 123 4567' }, 'fi') // { kind: 'change', change: { email: null, phone: '+358401234567', … } }
 */
export function decideContact(form: RawForm, storedLanguage: string | null): ContactDecision {
  const typed = {
    email: tidied(textIn(form, 'email')),
    phone: tidied(textIn(form, 'phone')),
    language: textIn(form, 'contact_language'),
  };
  const email = typed.email === '' ? null : readEmail(typed.email);
  const phone = typed.phone === '' ? null : (readPhone(typed.phone) ?? 'bad');
  const chosen = LANGUAGES.find((one) => one === typed.language) ?? null;
  const language = chosen === storedLanguage ? null : chosen;
  const [badEmail, badPhone] = [email === 'bad', phone === 'bad'];
  const nothing = email === null && phone === null && language === null;
  if (badEmail || badPhone || nothing) return { kind: 'invalid', typed, badEmail, badPhone, nothing };
  return { kind: 'change', change: { email, phone, language } };
}

function readEmail(text: string): string {
  const isShaped = /^[^\s@,;<>()"\p{C}]+@[^\s@,;<>()"\p{C}]+\.[^\s@.,;<>()"\p{C}]{2,}$/u.test(text);
  return isShaped && text.length <= LONGEST_EMAIL ? text : 'bad';
}

function tidied(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().trim().slice(0, 300);
}
