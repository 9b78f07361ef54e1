import type { Language } from '../../engine/text.ts';

/** What a codebook says in words beside the survey's own texts. */
export type CodebookTexts = {
  everyone: string;
  personsFor: (clause: string) => string;
  onlyIf: (clause: string) => string;
  several: (max: number | undefined) => string;
  scores: (pairs: string) => string;
  personColumns: Readonly<Record<'person_key' | 'institution' | 'degree' | 'submitted_on', string>>;
  register: string;
};

export const CODEBOOK_TEXTS: Readonly<Record<Language, CodebookTexts>> = {
  fi: {
    everyone: 'Kaikki vastaajat.',
    personsFor: (clause) => `Vastaajat, joita tämä koskee: ”${clause}”.`,
    onlyIf: (clause) => `Vastaa vain, jos ${clause}.`,
    several: (max) =>
      `Valittujen vaihtoehtojen koodit, väliin merkki |.${max === undefined ? '' : ` Enintään ${max} vaihtoehtoa.`}`,
    scores: (pairs) => `Keskiarvoissa käytetyt pisteet: ${pairs}.`,
    personColumns: {
      person_key: 'Henkilön tunniste aineistossa',
      institution: 'Korkeakoulu',
      degree: 'Tutkinto',
      submitted_on: 'Vastauspäivä',
    },
    register: 'Tieto on rekisteristä, sitä ei kysytä.',
  },
  sv: {
    everyone: 'Alla som svarat.',
    personsFor: (clause) => `De som detta gäller: ”${clause}”.`,
    onlyIf: (clause) => `Svara bara om ${clause}.`,
    several: (max) =>
      `Koderna för de valda alternativen, åtskilda med |.${max === undefined ? '' : ` Högst ${max} alternativ.`}`,
    scores: (pairs) => `Poäng som används i medeltal: ${pairs}.`,
    personColumns: {
      person_key: 'Personens nyckel i materialet',
      institution: 'Högskola',
      degree: 'Examen',
      submitted_on: 'Svarsdag',
    },
    register: 'Uppgiften kommer från registret, den efterfrågas inte.',
  },
  en: {
    everyone: 'Everyone who answers.',
    personsFor: (clause) => `Respondents to whom this applies: “${clause}”.`,
    onlyIf: (clause) => `Answer only if ${clause}.`,
    several: (max) =>
      `Codes of the options chosen, joined with |.${max === undefined ? '' : ` At most ${max} options.`}`,
    scores: (pairs) => `Scores that means are made of: ${pairs}.`,
    personColumns: {
      person_key: 'Key of the person in the data',
      institution: 'Higher education institution',
      degree: 'Degree',
      submitted_on: 'Day of answering',
    },
    register: 'Known from the register, not asked.',
  },
};
