import type { HighlightTexts } from './highlights-en.ts';

export const fiHighlights: HighlightTexts = {
  title: 'Nostot',
  tooFew: 'Vastauksia on liian vähän erojen etsimiseen. Tämä ei tarkoita, ettei eroja ole.',
  notComparable: 'Vertailuryhmä on liian pieni. Katsotaan vain tämän tutkinnon omia eroja, ilman vertailua.',
  none: 'Mikään tulos ei poikkea selvästi vertailuryhmästä.',
  /** Heads of columns. */
  elsewhere: {
    field: 'Alalla muualla',
    nation: 'Muualla maassa',
    institution: 'Muualla korkeakoulussa',
    degree_national: 'Muissa korkeakouluissa',
    institution_field: 'Muualla korkeakoulun alalla',
    before: 'Edellinen kierros',
    at: 'Toisessa korkeakoulussa',
  },
  /** Follows a comparative. */
  than: {
    field: 'alalla muualla',
    nation: 'muualla maassa',
    institution: 'muualla korkeakoulussa',
    degree_national: 'muissa korkeakouluissa',
    institution_field: 'muualla korkeakoulun alalla',
    before: 'edellisellä kierroksella',
    at: 'toisessa korkeakoulussa',
  },
  /** What a degree is compared with. */
  restOf: {
    field: 'muuhun alaan',
    nation: 'muuhun maahan',
    institution: 'muuhun korkeakouluun',
    degree_national: 'tutkintoon muissa korkeakouluissa',
    institution_field: 'korkeakoulun muuhun alaan',
    before: 'edelliseen kierrokseen',
    at: 'toiseen korkeakouluun',
  },
  development: {
    larger: (name, than) => `${name}: arvioitu kehittyminen opinnoissa suurempi kuin ${than}`,
    smaller: (name, than) => `${name}: arvioitu kehittyminen opinnoissa pienempi kuin ${than}`,
  },
  gap: {
    larger: (name, than) => `${name}: työn ja opintojen ero suurempi kuin ${than}`,
    smaller: (name, than) => `${name}: työn ja opintojen ero pienempi kuin ${than}`,
  },
  mean: {
    larger: (name, than) => `”${name}”: keskiarvo suurempi kuin ${than}`,
    smaller: (name, than) => `”${name}”: keskiarvo pienempi kuin ${than}`,
  },
  share: {
    larger: (name, than) => `${name}: osuus suurempi kuin ${than}`,
    smaller: (name, than) => `${name}: osuus pienempi kuin ${than}`,
  },
  ownGap: (name) => `${name}: merkitys työssä arvioitu suuremmaksi kuin kehittyminen opinnoissa`,
  points: (points) => `${points} prosenttiyksikköä`,
  compared: (own, other, difference) => `${own}, muualla ${other}. Ero ${difference}`,
  changed: (own, before, change) => `${own}, edellisellä kierroksella ${before}. Muutos ${change}`,
  usual: 'Poikkeava tulos palautuu usein itsestään lähemmäs keskitasoa.',
  interval: (range) => `(95\u00a0%:n väli ${range}).`,
  ownGapIs: (gap, range) => `Ero ${gap} (95\u00a0%:n väli ${range}).`,
  beside: (other) => `Muualla ${other}.`,
  withoutComparison: 'Ilman vertailua.',
  counted: (own, other) => `Vastauksia ${own} ja ${other}.`,
  countedOwn: (own) => `Vastauksia ${own}.`,
  method: (rest, compared) =>
    `Verrattu ${rest}: ${compared} lukua. Nostot ovat eroja, jotka tuskin johtuvat sattumasta.`,
  moreClear: (clear) => `Selvä ero löytyi ${clear} kohdassa; niistä näytetään selvimmät.`,
  methodLink: 'Näin nostot tehdään',
  all: 'Kaikki vertailut',
  caption: (rest, rule) =>
    `Kaikki vertailut ${rest} (omat vastaukset eivät ole mukana), sääntö ${rule}. Sulkeissa 95\u00a0%:n väli.`,
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
