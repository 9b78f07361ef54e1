import type { Language } from '../../engine/text.ts';

/** Words about the reports that an institution has of its own, beside the common one. */
export type VariantTexts = {
  choose: string;
  common: string;
  /** In a report of its own and in its files. */
  is: (title: string) => string;
  /** What the address asked for and the institution does not have. */
  unknown: (code: string) => string;
};

const TEXTS: Readonly<Record<Language, VariantTexts>> = {
  fi: {
    choose: 'Raportit',
    common: 'Yhteinen raportti',
    is: (title) => `Korkeakoulun oma raportti: ${title}. Luvut ovat samat kuin yhteisessä raportissa.`,
    unknown: (code) => `Korkeakoululla ei ole raporttia ”${code}”. Näytetään yhteinen raportti.`,
  },
  sv: {
    choose: 'Rapporter',
    common: 'Den gemensamma rapporten',
    is: (title) => `Högskolans egen rapport: ${title}. Siffrorna är desamma som i den gemensamma rapporten.`,
    unknown: (code) => `Högskolan har ingen rapport ”${code}”. Den gemensamma rapporten visas.`,
  },
  en: {
    choose: 'Reports',
    common: 'Common report',
    is: (title) => `The institution’s own report: ${title}. Its figures are those of the common report.`,
    unknown: (code) => `The institution has no report “${code}”. This is the common report.`,
  },
};

/** The words in a language. */
export function variantTexts(language: Language): VariantTexts {
  return TEXTS[language];
}
