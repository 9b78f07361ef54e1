import type { HighlightTexts } from './highlights-en.ts';

export const fiHighlights: HighlightTexts = {
  title: 'Nostot',
  tooFew: 'Vastauksia on liian vähän erojen etsimiseen. Tämä ei tarkoita, ettei eroja ole.',
  notComparable: 'Vertailuryhmä on liian pieni. Katsotaan vain tämän tutkinnon omia eroja, ilman vertailua.',
  none: 'Mikään tulos ei poikkea selvästi vertailuryhmästä.',
  elsewhere: 'Alalla muualla',
  development: {
    larger: (name) => `${name}: arvioitu kehittyminen opinnoissa suurempi kuin alalla muualla`,
    smaller: (name) => `${name}: arvioitu kehittyminen opinnoissa pienempi kuin alalla muualla`,
  },
  gap: {
    larger: (name) => `${name}: työn ja opintojen ero suurempi kuin alalla muualla`,
    smaller: (name) => `${name}: työn ja opintojen ero pienempi kuin alalla muualla`,
  },
  mean: {
    larger: (name) => `”${name}”: keskiarvo suurempi kuin alalla muualla`,
    smaller: (name) => `”${name}”: keskiarvo pienempi kuin alalla muualla`,
  },
  share: {
    larger: (name) => `${name}: osuus suurempi kuin alalla muualla`,
    smaller: (name) => `${name}: osuus pienempi kuin alalla muualla`,
  },
  ownGap: (name) => `${name}: merkitys työssä arvioitu suuremmaksi kuin kehittyminen opinnoissa`,
  points: (points) => `${points} prosenttiyksikköä`,
  compared: (own, other, difference) => `${own}, muualla ${other}. Ero ${difference}`,
  interval: (range) => `(95\u00a0%:n väli ${range}).`,
  ownGapIs: (gap, range) => `Ero ${gap} (95\u00a0%:n väli ${range}).`,
  beside: (other) => `Muualla ${other}.`,
  withoutComparison: 'Ilman vertailua.',
  counted: (own, other) => `Vastauksia ${own} ja ${other}.`,
  countedOwn: (own) => `Vastauksia ${own}.`,
  method: (compared) =>
    `Verrattu muuhun alaan: ${compared} lukua. Nostot ovat eroja, jotka tuskin johtuvat sattumasta.`,
  moreClear: (clear) => `Selvä ero löytyi ${clear} kohdassa; niistä näytetään selvimmät.`,
  methodLink: 'Näin nostot tehdään',
  all: 'Kaikki vertailut',
  caption: (rule) =>
    `Kaikki vertailut muuhun alaan (omat vastaukset eivät ole mukana), sääntö ${rule}. Sulkeissa 95\u00a0%:n väli.`,
  columns: {
    measure: 'Mitä verrataan',
    item: 'Kohta',
    difference: 'Ero',
    answers: 'Vastauksia, tämä tutkinto',
    otherAnswers: 'Vastauksia, muualla',
  },
  measures: {
    development: 'Kehittyi opinnoissa (keskiarvo)',
    gap: 'Ero, merkitys miinus kehittyminen',
    mean: 'Väittämä (keskiarvo)',
    share: 'Osuus',
  },
};
