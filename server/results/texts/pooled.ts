import type { Language } from '../../engine/text.ts';

// Several rounds together, as pages name them. Years are written '2018–2020'.
const en = {
  title: (years: string) => `rounds ${years} together`,
  link: (years: string) => `Rounds ${years} together`,
  newest: (years: string) => `The round of ${years} alone`,
  lead: 'These figures count the answers of several rounds as one group, so that degrees with few answers can be read too. They tell nothing of a single round. A question that has changed between the rounds is not among them.',
};
export type PooledTexts = typeof en;

const fi: PooledTexts = {
  title: (years) => `kierrokset ${years} yhdessä`,
  link: (years) => `Kierrokset ${years} yhdessä`,
  newest: (years) => `Vain kierros ${years}`,
  lead: 'Nämä luvut laskevat usean kierroksen vastaukset yhdeksi ryhmäksi, jotta myös pienten tutkintojen tuloksia voi lukea. Ne eivät kerro mitään yksittäisestä kierroksesta. Kysymys, joka on muuttunut kierrosten välillä, ei ole mukana.',
};

const sv: PooledTexts = {
  title: (years) => `omgångarna ${years} tillsammans`,
  link: (years) => `Omgångarna ${years} tillsammans`,
  newest: (years) => `Omgången ${years} ensam`,
  lead: 'Siffrorna räknar svaren från flera omgångar som en grupp, så att också examina med få svar kan läsas. De säger ingenting om en enskild omgång. En fråga som har ändrats mellan omgångarna är inte med.',
};

const TEXTS: Readonly<Record<Language, PooledTexts>> = { fi, sv, en };

/** The words for several rounds together. */
export function pooledTexts(language: Language): PooledTexts {
  return TEXTS[language];
}

/** Years of several rounds as they are written. Example: '2018-2020' → '2018–2020'. */
export function yearsText(period: string): string {
  return period.replace('-', '–');
}
