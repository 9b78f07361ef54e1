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
    draft: 'valmis: luonnos, jota kaksi henkilöä ei ole vielä hyväksynyt',
    half: 'valmis: luonnos, jonka yksi henkilö on hyväksynyt',
    publishing: 'kahden henkilön hyväksymä, julkaistaan parhaillaan',
    published: (day) => `valmis: julkaistu ${day}`,
  },
  errorPrefix: 'Virhe',
  errorTitle: 'Jokin pitää korjata',
  approval: {
    title: 'Hyväksyminen',
    lead: 'Luonnoksen hyväksyy kaksi henkilöä, kumpikin omalla tunnuksellaan kirjautuneena. Se julkaistaan toisen hyväksynnän jälkeen.',
    by: (name, day) => `Hyväksynyt ${name} ${day}`,
    someone: 'henkilö, jolla ei ole enää tunnusta',
    nobody: 'Kukaan ei ole vielä hyväksynyt sitä.',
    waiting: 'Yksi hyväksyntä on annettu. Se odottaa toista henkilöä.',
    yours: 'Yksi hyväksyntä on annettu. Sinun hyväksyntäsi julkaisisi tulokset.',
    underWay: 'Kaksi henkilöä on hyväksynyt. Tuloksia julkaistaan parhaillaan; suuri aineisto vie joitakin minuutteja.',
    signIn: 'Kirjaudu omalla tunnuksellasi, niin voit hyväksyä.',
    reasonHint: 'Uuden version lukijat näkevät nämä sanat raporttien alussa. Kirjoita ne kaikilla kielillä.',
    reasonIn: {
      fi: 'Mikä on muuttunut, suomeksi',
      sv: 'Mikä on muuttunut, ruotsiksi',
      en: 'Mikä on muuttunut, englanniksi',
    },
    noReason: 'Kirjoita, mikä on muuttunut',
    words: 'Uuden version lukijoille kerrotaan:',
    approve: 'Hyväksy julkaisu',
    takeBack: 'Peru oma hyväksyntäni',
    done: { approved: 'Hyväksyntäsi on tallennettu.', back: 'Hyväksyntäsi on peruttu.' },
    refused: {
      no_draft: 'Luonnosta ei enää ole. Se on ehkä julkaistu tällä välin.',
      changed: 'Luonnos rakennettiin uudelleen, kun luit sitä. Lue, mitä se nyt kertoo, ja hyväksy sitten.',
      already: 'Olet jo hyväksynyt tämän luonnoksen. Tarvitaan toinen henkilö.',
    },
  },
  preview: {
    title: (round) => `Ennen julkaisua: ${round}`,
    lead: 'Luonnosta ei näe kukaan raporttien lukija. Se julkaistaan, kun kaksi henkilöä on hyväksynyt sen.',
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
    how: 'Ilman tunnuksia: kaksi avainta',
    command: (round) => `npm run -s uras -- releases publish ${round} --key FIRST.key --key SECOND.key`,
  },
};
