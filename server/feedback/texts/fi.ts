import type { FeedbackTexts } from './en.ts';

export const fi: FeedbackTexts = {
  errorPrefix: 'Virhe',
  errorTitle: 'Korjaa nämä kohdat',
  title: 'Palautetta saavutettavuu\u00addesta',
  lead: 'Kerro, mitä et voinut nähdä, kuulla, ymmärtää tai käyttää. Saat vastauksen 14 päivän kuluessa.',
  apart: 'Palaute pidetään erillään kyselystä. Sitä ei yhdistetä vastauksiisi, linkkiisi eikä koodiisi.',
  fields: {
    message: 'Mikä ei toimi?',
    place: 'Millä sivulla?',
    institution: 'Kenen pitäisi vastata?',
    email: 'Sähköpostiosoitteesi',
  },
  hints: {
    message: (most) =>
      `Enintään ${most} merkkiä. Kerro myös, mitä käytit, esimerkiksi ruudunlukuohjelmaa. Älä kerro, mitä vastasit kyselyyn.`,
    place: 'Esimerkiksi sivun nimi tai osan numero. Voit jättää tyhjäksi.',
    email:
      'Voit jättää tyhjäksi. Silloin luet vastauksen seuraavalta sivulta. Osoite poistetaan, kun sinulle on vastattu.',
  },
  service: 'Palvelun ylläpito',
  send: 'Lähetä palaute',
  back: 'Saavutettavuusselosteeseen',
  problems: {
    message: { blank: 'Kirjoita, mikä ei toimi.', too_long: (most) => `Lyhennä tekstiä: enintään ${most} merkkiä.` },
    place: { too_long: (most) => `Lyhennä sivun nimeä: enintään ${most} merkkiä.` },
    institution: 'Valitse luettelosta, kenen pitäisi vastata.',
    email: 'Tarkista sähköpostiosoite. Se näyttää tältä: nimi@example.org.',
  },
  many: (minutes) =>
    `Verkostasi on tullut paljon palautetta. Odota ${minutes === 1 ? 'minuutti' : `${minutes} minuuttia`} ja lähetä uudelleen. Tekstisi on alla.`,
  full: 'Tänään on tullut niin paljon palautetta, ettei lisää oteta. Lähetä huomenna uudelleen tai kirjoita korkeakoulullesi. Tekstisi on alla.',
  receipt: {
    title: 'Palautteesi on saapunut',
    received: (day) => `Se saapui ${day}.`,
    due: (day) => `Saat vastauksen viimeistään ${day}.`,
    keep: 'Säilytä tämän sivun osoite: vastaus tulee tänne. Kukaan muu ei tiedä osoitetta.',
    late: 'Vastaus on myöhässä. Voit kannella viranomaiselle, joka on nimetty saavutettavuusselosteessa.',
    answeredTitle: 'Palautteeseesi on vastattu',
    answered: (day) => `Vastattu ${day}:`,
    kept: 'Palaute ja vastaus poistetaan vuoden kuluttua vastauksesta.',
  },
  gone: {
    title: 'Tällaista palautetta ei ole',
    text: 'Osoitteessa on kirjoitusvirhe, tai palaute on poistettu vuoden kuluttua vastauksesta.',
  },
  staff: {
    title: 'Saavutettavuus\u00adpalaute',
    lead: 'Laki antaa vastaamiseen 14 päivää. Ensin on se, johon pitää vastata ensin.',
    none: 'Palautetta ei ole tullut. Sitä annetaan alla olevalla sivulla, jonne saavutettavuusseloste johtaa.',
    waiting: 'Odottaa vastausta',
    nothingWaits: 'Mikään ei odota vastausta.',
    done: 'Vastattu',
    due: (day) => `vastaa viimeistään ${day}`,
    overdue: (day) => `myöhässä: vastauksen määräpäivä oli ${day}`,
    received: (day) => `saapui ${day}`,
    answered: (day) => `vastattu ${day}`,
    to: 'Kenelle',
    service: 'palvelun ylläpidolle',
    place: 'Sivu',
    notSaid: 'ei kerrottu',
    language: 'Kieli',
    languages: { fi: 'suomi', sv: 'ruotsi', en: 'englanti' },
    open: 'Lue ja vastaa',
    one: 'Palaute',
    message: 'Mitä kirjoitettiin',
    reply: 'Vastauksesi',
    replyHint: (most) => `Enintään ${most} merkkiä. Palautteen antaja lukee vastauksen kuittauksensa osoitteesta.`,
    email: 'Palautteen antaja kertoi osoitteensa. Lähetä vastaus ensin sinne: osoite poistetaan, kun tallennat.',
    noEmail: 'Osoitetta ei annettu, joten vastaus luetaan vain sivulta.',
    save: 'Tallenna vastaus',
    saved: 'Vastaus on tallennettu.',
    already: 'Joku muu vastasi sillä välin. Tekstisi on alla, eikä sitä tallennettu.',
    blank: 'Kirjoita vastaus.',
    tooLong: (most) => `Lyhennä vastausta: enintään ${most} merkkiä.`,
    all: 'Kaikki palaute',
    form: 'Sivu, jolla palautetta annetaan',
    task: (count, day) =>
      count === 1
        ? `Yksi saavutettavuuspalaute odottaa. Vastaa siihen viimeistään ${day}.`
        : `${count} saavutettavuuspalautetta odottaa. Vastaa ensimmäiseen viimeistään ${day}.`,
    taskLate: (count, day) =>
      count === 1
        ? `Yksi saavutettavuuspalaute odottaa. Siihen piti vastata viimeistään ${day}.`
        : `${count} saavutettavuuspalautetta odottaa. Ensimmäiseen piti vastata viimeistään ${day}.`,
  },
};
