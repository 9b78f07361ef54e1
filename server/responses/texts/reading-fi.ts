import type { ReadingTexts } from './reading-page.ts';

/** Pages that are only read, in Finnish. */
export const readingFi: ReadingTexts = {
  privacy: ({ institution, variables }) => ({
    title: 'Tietosuoja',
    lead: 'Tämä sivu kertoo, mitä palvelu tallentaa sinusta ja vastauksistasi, ja milloin ne erotetaan toisistaan.',
    sections: [
      {
        id: 'who',
        heading: 'Kuka tietojasi käsittelee',
        paragraphs: [
          `${institution ?? 'Korkeakoulusi'} tekee kyselyn valmistuneistaan. Rekisterinpitäjä, käsittelyn peruste ja yhteyshenkilö on kerrottu korkeakoulun omassa tietosuojaselosteessa.`,
        ],
      },
      {
        id: 'what',
        heading: 'Mitä tietoja palvelussa on',
        paragraphs: [],
        list: [
          'Opintorekisteristä: korkeakoulu, tutkinto, valmistumispäivä, sukupuoli, syntymävuosi, opiskelukieli, viestien kieli, sähköposti ja puhelinnumero.',
          'Sinulta: vastauksesi, niiden kieli ja päivä, jona lähetit ne. Kellonaikaa ei tallenneta vastausten kanssa.',
          variables
            ? `Vastausten mukana kulkee rekisteristä vain tämä: ${variables}.`
            : 'Vastausten mukana kulkee rekisteristä vain karkeita tietoja, esimerkiksi tutkinto ja ikäryhmä.',
          'Palvelu ei käytä evästeitä eikä muiden palvelujen seurantaa. Lokiin ei tallenneta koodiasi eikä vastauksiasi.',
        ],
      },
      {
        id: 'open',
        heading: 'Kun kysely on auki',
        paragraphs: [
          'Palvelu voi nähdä, kuka on vastannut, jotta muistutuksia ei lähetetä vastanneille.',
          'Vastaukset ja yhteystiedot ovat erillään, eikä niillä ole yhteistä tunnusta. Yhteys löytyy vain koodisi ja avainten avulla. Avaimia säilytetään tietokannan ulkopuolella.',
          'Jokainen osa tallennetaan, kun siirryt siitä eteenpäin, ja yleensä myös, kun poistut sivulta. Tuloksiin otetaan vain lähetetyt vastaukset.',
        ],
      },
      {
        id: 'after',
        heading: 'Kun kysely on päättynyt',
        paragraphs: [
          'Aineisto lukitaan. Vastaukset kirjoitetaan uudelleen satunnaisessa järjestyksessä, ja avoimet vastaukset erotetaan muista vastauksista. Kyselyn avaimet tuhotaan.',
          'Sen jälkeen palvelu ei voi yhdistää vastauksia sinuun. Siksi se ei voi myöskään enää poistaa juuri sinun vastauksiasi.',
          'Yhteystiedoista jäävät tunniste, tieto kieltäytymisestä ja viestien määrä.',
        ],
      },
      {
        id: 'limits',
        heading: 'Mitä jää jäljelle',
        paragraphs: [
          'Ennen lukitsemista tehdyissä varmuuskopioissa yhteys säilyy niin kauan kuin kopioita säilytetään.',
          'Jos olet jossakin ryhmässä ainoa vastaaja, sinua suojaavat tulosten julkaisusäännöt. Tulokset julkaistaan vain ryhmistä, ja pienten ryhmien luvut jätetään pois.',
        ],
      },
      {
        id: 'rights',
        heading: 'Oikeutesi',
        paragraphs: [
          'Vastaaminen on vapaaehtoista. Voit katsoa, muuttaa ja poistaa vastauksesi omalla linkilläsi, kunnes aineisto lukitaan.',
          'Muissa asioissa ota yhteyttä korkeakouluusi. Voit myös tehdä valituksen tietosuojavaltuutetulle.',
        ],
      },
    ],
  }),
  help: ({ institution, reference }) => ({
    title: 'Apua',
    lead: 'Täältä löydät vastaukset tavallisimpiin kysymyksiin.',
    sections: [
      {
        id: 'link',
        heading: 'Linkki ei toimi',
        paragraphs: [
          'Kopioi koko linkki viestistä tai kirjoita koodi palvelun etusivulle. Jos olet saanut uudemman viestin, käytä sen linkkiä.',
        ],
      },
      {
        id: 'degree',
        heading: 'Tutkinto on väärä',
        paragraphs: ['Linkki voi kuulua toiselle. Jätä kyselyyn vastaamatta ja kerro asiasta korkeakoulullesi.'],
      },
      {
        id: 'pause',
        heading: 'Keskeytin vastaamisen',
        paragraphs: ['Palaa samalla linkillä. Pääset siihen osaan, johon jäit. Myös toinen laite käy.'],
      },
      {
        id: 'reminder',
        heading: 'Sain muistutuksen, vaikka vastasin',
        paragraphs: [
          'Muistutus on voinut lähteä ennen vastaustasi. Tarkista linkistäsi, että olet lähettänyt vastauksesi: tallennettu vastaus ei ole vielä lähetetty.',
        ],
      },
      {
        id: 'other-ways',
        heading: 'En voi vastata verkossa',
        paragraphs: ['Kysy korkeakoulultasi, voitko vastata paperilla tai puhelimessa.'],
      },
      {
        id: 'contact',
        heading: 'Yhteystiedot',
        paragraphs: [
          `${institution ?? 'Korkeakoulusi'} vastaa kysymyksiin. Uraseurannan yhteystiedot ovat korkeakoulun verkkosivuilla.`,
          ...(reference
            ? [`Älä lähetä koodiasi kenellekään. Jos sinulta kysytään viitettä, kerro vain koodin loppu: ${reference}.`]
            : []),
        ],
      },
    ],
  }),
  accessibility: ({ date, pages, checks, everyCombination, faults, browser, feedback }) => ({
    title: 'Saavutettavuus\u00adseloste',
    lead: 'Seloste koskee tämän palvelun sivuja. Siitä vastaa korkeakoulu, joka käyttää palvelua.',
    sections: [
      {
        id: 'state',
        heading: 'Miten saavutettava palvelu on',
        paragraphs: [
          'Sivut on tehty WCAG 2.2 -ohjeiston A- ja AA-tasojen mukaan. Kyselyyn voi vastata näppäimistöllä ja ilman JavaScriptiä.',
          ...(pages === 0
            ? ['Sivuja ei ole vielä tarkistettu ohjelmallisesti tässä versiossa.']
            : [
                `Vastaajan sivut tarkistettiin ohjelmallisesti ${date}: ${pages} sivua ja tilaa, ${checks} tarkistusta. Jokainen tarkistettiin kolmella kielellä, ${everyCombination ? 'kullakin' : 'vuorotellen'} vaaleana ja tummana sekä puhelimen ja tietokoneen levyisenä. Henkilökunnan sivut eivät ole mukana tässä luvussa.`,
                faults.length === 0
                  ? 'Ohjelma ei löytänyt puutteita. Ohjelma löytää vain osan kaikista puutteista, joten emme sano palvelun täyttävän vaatimuksia kokonaan.'
                  : 'Ohjelma löysi puutteita, joten palvelu täyttää vaatimukset vain osittain. Löydetyt puutteet:',
              ]),
        ],
        ...(faults.length === 0 ? {} : { list: faults }),
      },
      {
        id: 'not-checked',
        heading: 'Mitä ei ole tarkistettu',
        paragraphs: ['Emme tiedä puutteita, jotka estäisivät vastaamisen. Näitä ei kuitenkaan ole vielä tarkistettu:'],
        list: [
          'Ulkopuolinen asiantuntija ei ole arvioinut palvelua.',
          'Ruudunlukijan käyttäjät eivät ole kokeilleet palvelua.',
          `Sivut on tarkistettu yhdellä selaimella (${browser}).`,
          'Tekstejä ei ole luettanut kielentarkistaja.',
        ],
      },
      {
        id: 'feedback',
        heading: 'Anna palautetta',
        paragraphs: ['Kerro puutteesta palautesivulla. Saat vastauksen 14 päivän kuluessa.'],
        link: { href: feedback, label: 'Anna palautetta saavutettavuudesta' },
      },
      {
        id: 'supervision',
        heading: 'Valvonta',
        paragraphs: [
          'Jos et saa vastausta 14 päivässä tai et ole siihen tyytyväinen, voit tehdä kantelun valvovalle viranomaiselle: Liikenne- ja viestintävirasto Traficom, Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö, saavutettavuusvaatimukset.fi.',
          `Seloste on laadittu ${date} tarkistuksen tuloksista.`,
        ],
      },
    ],
  }),
  genuine: (linkStart) => ({
    title: 'Onko viesti aito?',
    lead: 'Näin voit tarkistaa, että viesti on korkeakoulusi uraseurantakyselystä.',
    sections: [
      {
        id: 'check',
        heading: 'Tarkista ennen kuin vastaat',
        paragraphs: [],
        list: [
          ...(linkStart ? [`Linkki alkaa aina osoitteella ${linkStart}.`] : []),
          'Korkeakoulusi kertoo kyselystä verkkosivuillaan. Etsi sivut itse, älä viestin linkistä.',
          'Kyselyn ensimmäinen sivu näyttää korkeakoulusi, tutkintosi ja valmistumisvuotesi.',
          'Voit kirjoittaa koodin itse palvelun etusivulle. Linkkiä ei tarvitse avata.',
        ],
      },
      {
        id: 'never',
        heading: 'Mitä emme koskaan kysy',
        paragraphs: ['Emme kysy pankkitunnuksia, salasanoja emmekä henkilötunnusta.'],
      },
      {
        id: 'doubt',
        heading: 'Jos epäilet viestiä',
        paragraphs: ['Älä avaa linkkiä. Kerro viestistä korkeakoulullesi.'],
      },
    ],
  }),
};
