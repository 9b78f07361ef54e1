import type { Frame } from '../http/frame.ts';
import type { Language } from '../engine/text.ts';
import { defineView } from '../http/render.ts';
import type { DataSection } from './data-view-model.ts';
import type { RightsTexts } from './texts/index.ts';

type Link = { href: string; label: string };
/** A permission and the button that gives or withdraws it. */
export type ConsentView = {
  title: string;
  said: string;
  version: string;
  item: string;
  buttons: readonly { value: string; label: string }[];
};

export type DataPage = Frame & {
  t: RightsTexts['data'];
  note: string | null;
  sections: readonly DataSection[];
  consentTitle: string;
  consents: readonly ConsentView[];
  consentAction: string;
  links: readonly Link[];
};
/** A page of its own, without the service's style: a file that the person keeps. */
export type CopyPage = {
  language: Language;
  title: string;
  lead: string;
  masked: string;
  sections: readonly DataSection[];
};
export type ContactField = { label: string; hint: string; value: string; error: string | null };
export type ContactPage = Frame & {
  t: RightsTexts['contact'];
  errorTitle: string;
  errorPrefix: string;
  action: string;
  done: boolean;
  /** Of the whole page: nothing was changed. */
  error: string | null;
  email: ContactField;
  phone: ContactField;
  languages: readonly { code: string; name: string; checked: boolean }[];
  back: Link;
};
export type WithdrawPage = Frame & {
  t: RightsTexts['withdraw'];
  lines: readonly string[];
  /** null: there is nothing to delete. */
  action: string | null;
  back: Link;
};

export const dataView = defineView<DataPage>('rights/views/data');
export const contactView = defineView<ContactPage>('rights/views/contact');
export const withdrawView = defineView<WithdrawPage>('rights/views/withdraw');
