/** What the page of earlier graduates says, in Finnish. */
export const fi = {
  link: 'Katso, miten aiemmin valmistuneet vastasivat',
  title: 'Aiemmin valmistuneet ja sinä',
  lead: (period: string) => `Tässä on kolme kysymystä, joihin myös vuonna ${period} valmistuneet ovat vastanneet.`,
  leadYears: (period: string) =>
    `Tässä on kolme kysymystä, joihin myös vuosina ${period} valmistuneet ovat vastanneet.`,
  nothing: 'Aiemmin valmistuneiden tuloksia ei ole vielä julkaistu. Tällä sivulla ei siksi ole nyt vertailtavaa.',
  later: 'Voit palata tälle sivulle samalla linkillä niin kauan kuin kysely on kesken.',
  how: 'Vertailu lasketaan omista vastauksistasi, kun avaat sivun. Sitä ei tallenneta.',
  hidden: 'Tästä kysymyksestä ei ole aiempia tuloksia, joita voisi näyttää.',
  among: {
    degree: (n: string) => `Oman tutkintosi suorittaneet korkeakoulustasi: ${n} vastausta.`,
    field: (n: string) =>
      `Oman tutkintosi tulosta ei voi näyttää. Vertailussa on koko maan koulutusalasi: ${n} vastausta.`,
    nation: (n: string) =>
      `Tutkintosi ja koulutusalasi tulosta ei voi näyttää. Vertailussa on koko maa: ${n} vastausta.`,
  },
  few: 'Vastauksia on vähän, joten yksikin vastaus muuttaa osuuksia paljon.',
  yours: (answer: string) => `Vastasit: ${answer}.`,
  none: 'Et ole vastannut tähän kysymykseen asteikolla.',
  standing: (below: string, same: string, above: string) =>
    `Pienemmän luvun antoi ${below}, saman ${same} ja suuremman ${above}.`,
  table: { answer: 'Vastaus', share: 'Osuus', own: 'oma vastauksesi' },
  changesTitle: 'Mitä vastausten perusteella muutettiin',
  changes: 'Katso, mitä tutkinnossasi on muutettu aiempien vastausten perusteella',
  back: 'Takaisin',
};
