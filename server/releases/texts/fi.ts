import type { ReleaseTexts } from './en.ts';

/** Tulosten koostamisen ja julkaisemisen sivujen tekstit suomeksi. */
export const fi: ReleaseTexts = {
  service: 'Tulosten julkaisu',
  back: 'Kaikki kierrokset',
  list: {
    title: 'Kierrosten tulokset',
    lead: 'Kuinka pitkällä tulosten koostaminen on. Raporttien lukijat eivät näe siitä mitään.',
    none: 'Yhtään kierrosta ei ole vielä lukittu. Tulokset kootaan lukitusta kierroksesta.',
    round: 'Kierros',
    state: 'Vaihe',
    again: 'Katso uudelleen',
    open: (round) => `Mitä kierroksesta ${round} julkaistaisiin`,
  },
  state: {
    waiting: 'odottaa koostamista',
    counting: 'vastauksia lasketaan',
    protecting: (percent) => `pieniä ryhmiä suojataan, ${percent} %`,
    writing: 'tallennetaan',
    stopped: 'keskeytyi. Anna komento uudelleen, niin se jatkuu',
    draft: 'valmis: luonnos, jota kaksi henkilöä ei ole vielä julkaissut',
    published: (day) => `valmis: julkaistu ${day}`,
  },
  preview: {
    title: (round) => `Ennen julkaisua: ${round}`,
    lead: 'Luonnosta ei näe kukaan raporttien lukija. Sen julkaisee kaksi henkilöä, kumpikin omalla avaimellaan.',
    noDraft: 'Tällä kierroksella ei ole luonnosta.',
    answered: (respondents, target) => `${respondents} vastausta, kun kysely lähetettiin ${target} valmistuneelle.`,
    hidden: 'Mitä kokonaisuudessaan piilotetaan',
    degrees: (shown, all) => `Vastauksia on ${all} tutkinnosta, ja niistä ${shown} saa raportin.`,
    small: (count) => `Tutkintoja, joista vastasi alle viisi ihmistä: ${count}.`,
    protecting: (count) =>
      `Suurempia tutkintoja, jotka piilotetaan siksi, että niiden avulla voisi laskea jonkin pienen: ${count}.`,
    cells: (exact, bounded, hidden) =>
      `Luvuista näytetään tarkasti ${exact}, vain muodossa ”vähintään” ${bounded}, ja ${hidden} on piilossa.`,
    later: (renewed, standing) =>
      `Myöhässä tulleet vastaukset: ${renewed} lukua on laskettu uudelleen. ${standing} lukua jää ennalleen ja merkitään, koska uusi luku paljastaisi harvojen vastaukset.`,
    which: 'Mitkä ryhmät ovat kyseessä, ei kerrota missään, ei tässäkään.',
    why: 'Miksi sääntöjä on',
    whyText: [
      'Jokaiselle vastanneelle on luvattu, ettei kukaan saa selville, mitä hän vastasi.',
      'Neljän hengen ryhmässä ihmiset tuntevat toisensa. Ja kun lähes kaikki ovat vastanneet samoin, luku kertoo jokaisen vastauksen, oli ryhmä miten suuri tahansa.',
    ],
    without: 'Mitä lukija saisi selville ilman niitä',
    told: (count) =>
      `Jos vain alle viiden ryhmät jätettäisiin pois eikä mitään muuta, näin monta alle viiden ryhmää voisi laskea vähentämällä näytettyjä lukuja: ${count}.`,
    toldNone:
      'Jos vain alle viiden ryhmät jätettäisiin pois eikä mitään muuta, mitään pientä tutkintoa ei tällä kertaa voisi laskea vähentämällä. Yksittäisissä kysymyksissä voisi.',
    none: 'ei yhtään',
    few: 'alle kymmenen',
    about: (count) => `noin ${count}`,
    how: 'Näin julkaistaan',
    command: (round) => `npm run -s uras -- releases publish ${round} --key FIRST.key --key SECOND.key`,
  },
};
