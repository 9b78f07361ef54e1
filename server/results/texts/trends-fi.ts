import type { TrendTexts } from './trends-en.ts';

export const fiTrends: TrendTexts = {
  title: 'Kehitys kierroksittain',
  link: 'Kehitys kierroksittain',
  lead: 'Kussakin kuviossa kierrokset ovat vasemmalta oikealle. Vyö on tämän tutkinnon 95\u00a0%:n väli. Viivaa ei piirretä kierroksen yli, jota ei näytetä, eikä muuttuneen kysymyksen yli.',
  one: 'Kierroksia on vasta yksi. Kehitys näytetään, kun niitä on kaksi.',
  rounds: 'Kierrokset',
  pooled: (years) => `${years} yhdessä`,
  legend: { own: 'Tämä tutkinto', band: '95\u00a0%:n väli', field: 'Ala', break: 'kysymys muuttui' },
  change: {
    larger: (value, range) => `▲ suurempi kuin edellisellä kierroksella: ${value} (95\u00a0%:n väli ${range})`,
    smaller: (value, range) => `▼ pienempi kuin edellisellä kierroksella: ${value} (95\u00a0%:n väli ${range})`,
    unclear: 'Muutos edellisestä kierroksesta ei erotu sattumasta.',
    tooFew: 'Vastauksia on liian vähän muutoksen arviointiin, tai niitä ei näytetä.',
    broken: 'Kysymys muuttui kahden viime kierroksen välillä. Niitä ei voi verrata.',
  },
  method: (count) =>
    `Katsottiin ${count} muutosta edellisestä kierroksesta yhtenä joukkona; nuoli on siinä, missä muutos tuskin johtuu sattumasta.`,
  asOf: (round) => `Viimeisin kierros: ${round}.`,
  broke: (round) => `Kysymys muuttui: ${round} ei ole verrattavissa aiempiin kierroksiin.`,
  recoded: (round, classes) => `${round} alkaen toinen asteikko; piirretty on vain ”${classes}”.`,
  notAsked: 'ei kysytty',
  breakSign: '┆',
  breakNote: 'Lukua, jonka edessä on ┆, ei voi verrata sitä edeltäviin.',
  caption: (title) => `${title} kierroksittain. Suluissa 95\u00a0%:n väli, sitten vastausten määrä.`,
  group: 'Vastaajat',
  item: 'Kohta',
};
