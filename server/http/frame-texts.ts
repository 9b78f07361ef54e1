import type { Language } from '../engine/text.ts';

/** The words around every page. */
export type FrameTexts = {
  skip: string;
  languages: string;
  front: string;
  invented: string;
  newTab: string;
  footer: string;
  privacy: string;
  accessibility: string;
  help: string;
  decline: string;
  questionnaires: string;
};

const languages = 'Kieli – Språk – Language';

export const FRAME_TEXTS: Readonly<Record<Language, FrameTexts>> = {
  fi: {
    skip: 'Siirry sisältöön',
    languages,
    front: 'Etusivu',
    invented: 'Esittely: korkeakoulut ja tiedot ovat keksittyjä.',
    newTab: 'avautuu uuteen välilehteen',
    footer: 'Tietoa palvelusta',
    privacy: 'Tietosuoja',
    accessibility: 'Saavutettavuus',
    help: 'Apua',
    decline: 'En halua vastata',
    questionnaires: 'Kyselylomakkeet',
  },
  sv: {
    skip: 'Gå till innehållet',
    languages,
    front: 'Förstasidan',
    invented: 'Demonstration: högskolorna och uppgifterna är påhittade.',
    newTab: 'öppnas i en ny flik',
    footer: 'Om tjänsten',
    privacy: 'Dataskydd',
    accessibility: 'Tillgänglighet',
    help: 'Hjälp',
    decline: 'Jag vill inte svara',
    questionnaires: 'Enkäternas formulär',
  },
  en: {
    skip: 'Skip to content',
    languages,
    front: 'Front page',
    invented: 'Demonstration: institutions and data are invented.',
    newTab: 'opens in a new tab',
    footer: 'About the service',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    help: 'Help',
    decline: 'I do not want to answer',
    questionnaires: 'Questionnaires',
  },
};
