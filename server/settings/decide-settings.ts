/** What the form of settings holds, as it was typed. Names of fields: name_fi, reply_fi and so on, contact_name… */
export type TypedSettings = Readonly<Record<string, string>>;

export const SETTING_LANGUAGES = ['fi', 'sv', 'en'] as const;
type SettingLanguage = (typeof SETTING_LANGUAGES)[number];

export type Settings = {
  senders: readonly { language: SettingLanguage; name: string; reply_to: string }[];
  contact: { name: string; email: string; phone: string };
};
export type SettingProblem = { field: string; why: 'name' | 'email' | 'unread' | 'phone' };

const NAME = /^[^\p{C}"<>@\\,;:]{0,60}$/u;
const EMAIL = /^[^\s@,;<>"]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const PHONE = /^\+?[\d\s()-]{5,25}$/;
const UNREAD = /^(no-?_?\.?reply|do-?not-?reply|ei-?vastata|eivastausta|svara-?ej|svarainte|noreply.*)@/i;

/**
 * Reads the form. What is empty is no setting; a reply address must be one that somebody reads.
 *
 * @example decideSettings({ reply_fi: 'noreply@example.org' }).problems // [{ field: 'reply_fi', why: 'unread' }]
 */
export function decideSettings(typed: TypedSettings): { settings: Settings; problems: SettingProblem[] } {
  const field = (name: string) => (typed[name] ?? '').trim();
  const problems: SettingProblem[] = [];
  const senders = SETTING_LANGUAGES.map((language) => {
    const [name, reply_to] = [field(`name_${language}`), field(`reply_${language}`)];
    if (!NAME.test(name)) problems.push({ field: `name_${language}`, why: 'name' });
    const why = emailProblem(reply_to);
    if (why) problems.push({ field: `reply_${language}`, why });
    return { language, name, reply_to };
  });
  const contact = { name: field('contact_name'), email: field('contact_email'), phone: field('contact_phone') };
  if (!NAME.test(contact.name)) problems.push({ field: 'contact_name', why: 'name' });
  const why = emailProblem(contact.email);
  if (why) problems.push({ field: 'contact_email', why });
  if (contact.phone !== '' && !PHONE.test(contact.phone)) problems.push({ field: 'contact_phone', why: 'phone' });
  return { settings: { senders, contact }, problems };
}

function emailProblem(email: string): 'email' | 'unread' | null {
  if (email === '') return null;
  if (email.length > 254 || !EMAIL.test(email)) return 'email';
  return UNREAD.test(email) ? 'unread' : null;
}
