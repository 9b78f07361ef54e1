import { registerChoices, registerNames } from '../accounts/register-names.ts';
import { staffFrame, type Refused, type StaffFrame } from '../accounts/staff-frame.ts';
import type { SendingConfig } from '../config.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { addressOf, checkDomain } from './check-domain.ts';
import { SETTING_LANGUAGES, type SettingProblem, type TypedSettings } from './decide-settings.ts';
import { selectContact, selectSenders, type ContactRow } from './store.ts';
import { settingTexts, type SettingTexts } from './texts/index.ts';

type Line = { name: string; isGood: boolean; words: string };
type Link = { href: string; label: string };
type SettingsModel = StaffFrame & {
  says: SettingTexts;
  heading: string;
  status: string | null;
  isCommon: boolean;
  canEdit: boolean;
  action: string;
  from: string | null;
  fields: TypedSettings;
  refused: Readonly<Record<string, string>>;
  mail: { domain: string; lines: readonly Line[] } | null;
  sms: string;
  real: readonly { language: Language; name: string; text: string }[];
  links: readonly Link[];
  back: string | null;
};
const settingsView = defineView<SettingsModel>('settings/views/settings');

export type SettingsPlace = {
  /** '' = the common settings. */
  institution: string;
  canEdit: boolean;
  /** Institutions whose settings may be opened from here; null = all. */
  places: readonly string[] | null;
};
type Shown = {
  language: Language;
  place: SettingsPlace;
  saved: boolean;
  typed?: TypedSettings;
  problems?: readonly SettingProblem[];
};
type PageDeps = Pick<Deps, 'db' | 'now' | 'config' | 'surveys'>;

/** The settings of an institution, or the common ones. Null where there is no such institution. */
export async function settingsPage(deps: PageDeps, shown: Shown): Promise<PageAnswer | null> {
  const { language, place, saved, typed, problems = [] } = shown;
  const t = settingTexts(language);
  const isCommon = place.institution === '';
  const name = isCommon ? '' : registerNames(deps.surveys, 'institution').get(place.institution)?.[language];
  if (name === undefined) return null;
  const heading = isCommon ? t.title : t.ofInstitution(name);
  const errors = problems.map(({ field, why }): Refused => ({ id: field, message: t.problems[why] }));
  const smtp = deps.config.sending?.smtp ?? null;
  const contact = await selectContact(deps.db, place.institution);
  const model: SettingsModel = {
    ...staffFrame(language, heading, { errors }),
    says: t,
    heading,
    status: saved ? t.saved : null,
    isCommon,
    canEdit: place.canEdit,
    action: `/settings${isCommon ? '' : `/${place.institution}`}?lang=${language}`,
    from: smtp && addressOf(smtp.from),
    fields: typed ?? (await storedFields(deps, place.institution, contact)),
    refused: Object.fromEntries(errors.map(({ id, message }) => [id, message])),
    mail: smtp && (await mailState(smtp, deps.now(), t)),
    sms: smsWords(deps.config.sending?.sms ?? null, t),
    real: realTexts(deps, smtp, contact),
    links: linksOf(deps, language, place),
    back: isCommon ? null : `/settings?lang=${language}`,
  };
  return page(settingsView, model, errors.length > 0 ? 422 : 200);
}

async function storedFields(
  { db }: Pick<Deps, 'db'>,
  institution: string,
  contact: ContactRow | null,
): Promise<TypedSettings> {
  const rows = await selectSenders(db, institution);
  const senders = rows.flatMap(({ language, name, reply_to }) => [
    [`name_${language}`, name],
    [`reply_${language}`, reply_to],
  ]);
  const asked = contact ? Object.entries(contact).map(([field, value]) => [`contact_${field}`, value]) : [];
  return Object.fromEntries([...senders, ...asked]) as TypedSettings; // pairs of texts
}

async function mailState(smtp: NonNullable<SendingConfig['smtp']>, now: Date, t: SettingTexts) {
  const { domain, spf, dkim, dmarc } = await checkDomain(smtp, now);
  const line = (name: 'spf' | 'dkim' | 'dmarc', words: string, isGood: boolean) => ({
    name: t.checks[name],
    isGood,
    words,
  });
  const lines = [
    line('spf', t.spf[spf], spf === 'good'),
    dkim === null ? line('dkim', t.dkimElsewhere, false) : line('dkim', t.dkim[dkim], dkim === 'good'),
    line('dmarc', t.dmarc[dmarc], dmarc === 'good' || dmarc === 'weak'),
  ];
  return { domain, lines };
}

function smsWords(sms: SendingConfig['sms'], t: SettingTexts): string {
  if (sms === null) return t.smsNone;
  return sms.kind === 'file' ? t.smsFile : t.smsHttp(new URL(sms.url).host);
}

/** The text about real messages in every language: pages of universities have all of them. */
function realTexts({ config }: PageDeps, smtp: SendingConfig['smtp'], contact: ContactRow | null) {
  const host = `${config.baseUrl ?? `http://${config.host}:${config.port}`}/`;
  const from = smtp ? addressOf(smtp.from) : '';
  const asked = contact ? [contact.name, contact.email, contact.phone].filter((word) => word !== '').join(', ') : '';
  return SETTING_LANGUAGES.map((language) => {
    const t = settingTexts(language);
    return { language, name: t.languages[language], text: t.realText({ host, from, contact: asked }) };
  });
}

function linksOf({ surveys }: Pick<Deps, 'surveys'>, language: Language, place: SettingsPlace): Link[] {
  if (place.institution !== '') return [];
  const { places } = place;
  return registerChoices(surveys, 'institution', language)
    .filter(({ value }) => places === null || places.includes(value))
    .map(({ value, label }) => ({ href: `/settings/${value}?lang=${language}`, label }));
}
