import type { Language } from '../../engine/text.ts';

/** What a paper form says beside the survey's own texts. */
export type PaperTexts = {
  howTo: readonly string[];
  personCode: string;
  codeNote: string;
  institution: string;
  degree: string;
  minutes: (from: number, to: number) => string;
  onlyIf: (first: number, last: number, clause: string) => string;
  otherwise: (number: number) => string;
  otherwiseEnd: string;
  atMost: (max: number) => string;
  alone: string;
  writeOne: string;
  month: string;
  year: string;
  thanks: string;
};

export const PAPER_TEXTS: Readonly<Record<Language, PaperTexts>> = {
  fi: {
    howTo: [
      'Merkitse rasti ruutuun: ☒. Jos merkitset väärin, täytä ruutu kokonaan ja rastita oikea.',
      'Ohjeet kertovat, mitkä kysymykset koskevat sinua. Kysymysten numerot juoksevat läpi lomakkeen.',
    ],
    personCode: 'Vastaajatunnus',
    codeNote: 'Tunnus on kutsussasi. Älä kirjoita nimeäsi lomakkeeseen.',
    institution: 'Korkeakoulu',
    degree: 'Tutkinto',
    minutes: (from, to) => `Vastaaminen vie noin ${from}–${to} minuuttia.`,
    onlyIf: (first, last, clause) =>
      `${first === last ? `Vastaa kysymykseen ${first}` : `Vastaa kysymyksiin ${first}–${last}`} vain, jos ${clause}.`,
    otherwise: (number) => `Muuten siirry kysymykseen ${number}.`,
    otherwiseEnd: 'Muuten siirry lomakkeen loppuun.',
    atMost: (max) => `Enintään ${max} rastia.`,
    alone: '(ei muita rasteja)',
    writeOne: 'Kirjoita yksi:',
    month: 'kuukausi',
    year: 'vuosi',
    thanks: 'Kiitos vastauksistasi!',
  },
  sv: {
    howTo: [
      'Sätt ett kryss i rutan: ☒. Om du kryssar fel, fyll hela rutan och kryssa i den rätta.',
      'Anvisningarna berättar vilka frågor som gäller dig. Frågorna är numrerade genom hela blanketten.',
    ],
    personCode: 'Svarskod',
    codeNote: 'Koden finns i din inbjudan. Skriv inte ditt namn på blanketten.',
    institution: 'Högskola',
    degree: 'Examen',
    minutes: (from, to) => `Det tar ungefär ${from}–${to} minuter att svara.`,
    onlyIf: (first, last, clause) =>
      `${first === last ? `Svara på fråga ${first}` : `Svara på frågorna ${first}–${last}`} bara om ${clause}.`,
    otherwise: (number) => `Gå annars till fråga ${number}.`,
    otherwiseEnd: 'Gå annars till slutet av blanketten.',
    atMost: (max) => `Högst ${max} kryss.`,
    alone: '(inga andra kryss)',
    writeOne: 'Skriv ett:',
    month: 'månad',
    year: 'år',
    thanks: 'Tack för dina svar!',
  },
  en: {
    howTo: [
      'Put a cross in the box: ☒. If you make a mistake, fill the whole box and cross the right one.',
      'The instructions say which questions are for you. Questions are numbered through the whole form.',
    ],
    personCode: 'Your code',
    codeNote: 'The code is in your invitation. Do not write your name on the form.',
    institution: 'Institution',
    degree: 'Degree',
    minutes: (from, to) => `Answering takes about ${from} to ${to} minutes.`,
    onlyIf: (first, last, clause) =>
      `Answer ${first === last ? `question ${first}` : `questions ${first}–${last}`} only if ${clause}.`,
    otherwise: (number) => `Otherwise go to question ${number}.`,
    otherwiseEnd: 'Otherwise go to the end of the form.',
    atMost: (max) => `At most ${max} crosses.`,
    alone: '(no other crosses)',
    writeOne: 'Write one:',
    month: 'month',
    year: 'year',
    thanks: 'Thank you for your answers!',
  },
};
