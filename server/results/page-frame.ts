import type { Language } from '../engine/text.ts';
import { languageLinks, publicFrame, type Frame } from '../http/frame.ts';
import { textsOf, type ReportTexts } from './texts/index.ts';

/** What every page of the reports prints around its content. */
export type ReportFrame = Frame & {
  styles: readonly string[];
  texts: ReportTexts;
  /** What the address asked for and does not exist. */
  notices: readonly string[];
  /** Addresses of the list and of the methods page, in the page's language. */
  links: { home: string; list: string; methods: string };
};

export type FrameFacts = {
  language: Language;
  title: string;
  invented: boolean;
  key: string;
  notices: readonly string[];
  /** What the address holds besides the language, to be kept by the language links. */
  query?: Readonly<Record<string, string>>;
};

/** Language links are relative, so that they keep the page and a page repeats nothing of its address. */
export function reportFrame({ language, title, invented, key, notices, query = {} }: FrameFacts): ReportFrame {
  const texts = textsOf(language);
  const kept = Object.entries(query).filter(([, value]) => value !== '');
  const frame = publicFrame({ language, title });
  return {
    ...frame,
    footer: [...frame.footer, { href: `/definitions?lang=${language}`, label: frame.words.questionnaires }],
    invented,
    brand: texts.service,
    choices: languageLinks(language, (lang) => `?${new URLSearchParams([['lang', lang], ...kept]).toString()}`),
    styles: ['charts.css', 'report.css', 'report-head.css', 'report-list.css', 'report-beside.css'],
    texts,
    notices,
    links: {
      home: `/reports/${key}`,
      list: `/reports/${key}?lang=${language}`,
      methods: `/reports/${key}/methods?lang=${language}`,
    },
  };
}

/** What the address of a page of a report keeps: its language, and the group that it is beside; '' for none. */
export function addressedQuery(language: Language, compare: string): string {
  return `lang=${language}${compare === '' ? '' : `&compare=${encodeURIComponent(compare)}`}`;
}
