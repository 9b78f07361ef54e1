import type { Language } from '../engine/text.ts';
import { file, page, redirect, type PageAnswer } from '../http/page-answer.ts';
import { printView } from '../http/views.ts';
import { fullDate } from '../responses/dates.ts';
import type { Invitation } from '../responses/find-invitation.ts';
import { linkTo, respondentFrame } from '../responses/respondent-frame.ts';
import { CONSENTS } from '../../survey-definitions/consents.ts';
import { toDataDocument } from './data-document.ts';
import { toDataSections } from './data-view-model.ts';
import { loadStoredData, type StoredData } from './stored-data.ts';
import { RIGHTS } from './texts/index.ts';
import { dataView, type ConsentView, type CopyPage } from './views.ts';

type Needs = Parameters<typeof loadStoredData>[0];

/** Everything that is stored of a person, and what they can do about it. */
export async function dataPage(
  deps: Needs,
  invitation: Invitation,
  { language, saved }: { language: Language; saved: boolean },
): Promise<PageAnswer> {
  const data = await loadStoredData(deps, invitation);
  const to = (place: string) => linkTo(invitation, language, place);
  if (!data) return redirect(to(''));
  const { data: t, consent } = RIGHTS[language];
  const { response, state } = invitation;
  const mayChange = response !== null && (state === 'started' || state === 'submitted');
  return page(dataView, {
    ...respondentFrame({ invitation, language, title: t.title, place: '/data' }),
    t,
    note: saved ? (data.consents.map((one) => saidOf(one, language))[0] ?? null) : null,
    sections: toDataSections(data, language),
    consentTitle: consent.title,
    consents: data.consents.map((one) => consentView(one, language)),
    consentAction: `/v/${invitation.code}/consent`,
    links: [
      ...(mayChange ? [{ href: to('/review'), label: t.change }] : []),
      { href: to('/contact'), label: t.contact },
      { href: to('/data.html'), label: t.html },
      { href: to('/data.json'), label: t.json },
      ...(response ? [{ href: to('/withdraw'), label: t.withdraw }] : []),
      { href: to('/decline'), label: t.decline },
      { href: to('/privacy'), label: t.privacy },
    ],
  });
}

/** The same as a file: for people, or for programs. */
export async function dataFile(
  deps: Needs,
  invitation: Invitation,
  { language, form }: { language: Language; form: 'html' | 'json' },
): Promise<PageAnswer> {
  const data = await loadStoredData(deps, invitation);
  if (!data) return redirect(linkTo(invitation, language, ''));
  const name = `uraseuranta-${invitation.round.id}.${form}`;
  if (form === 'json') {
    const body = `${JSON.stringify(toDataDocument(data, language), null, 2)}\n`;
    return file({ name, type: 'application/json', body });
  }
  return file({ name, type: 'text/html', body: copyOf(data, language) });
}

function copyOf(data: StoredData, language: Language): string {
  const { data: t, consent } = RIGHTS[language];
  const consents = data.consents.map((one) => ({
    label: consent.purposes[one.purpose],
    lines: [saidOf(one, language), consent.version(one.textVersion)],
  }));
  const model: CopyPage = {
    language,
    title: t.fileTitle,
    lead: t.fileLead(data.invitation.round.id, fullDate(data.day, language)),
    masked: t.masked,
    sections: [
      ...toDataSections(data, language),
      ...(consents.length > 0 ? [{ id: 'permissions', title: consent.title, lead: null, rows: consents }] : []),
    ],
  };
  return printView('rights/views/copy', model);
}

type Consent = StoredData['consents'][number];

function saidOf({ given }: Consent, language: Language): string {
  const { consent: t } = RIGHTS[language];
  if (given === null) return t.unsaid;
  return given ? t.given : t.refused;
}

function consentView(consent: Consent, language: Language): ConsentView {
  const { consent: t } = RIGHTS[language];
  const declared = CONSENTS.find(({ item }) => item === consent.item);
  const give = { value: declared?.given ?? '', label: t.give };
  const take = { value: declared?.refused ?? '', label: t.take };
  return {
    title: t.purposes[consent.purpose],
    said: saidOf(consent, language),
    version: t.version(consent.textVersion),
    item: consent.item,
    buttons: [...(consent.given === true ? [] : [give]), ...(consent.given === true ? [take] : [])],
  };
}
