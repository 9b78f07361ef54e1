import type { DomainState } from '../decide-domain.ts';
import type { SettingProblem } from '../decide-settings.ts';
import type { SettingTexts } from './en.ts';

type Check = Readonly<Record<DomainState, string>>;
const unknown = 'ei voitu tarkistaa juuri nyt. Avaa sivu hetken päästä uudelleen.';

const spf: Check = {
  unknown,
  missing:
    'puuttuu. Postipalvelut voivat pitää viestejä roskapostina. Pyydä verkkotunnuksen ylläpitoa nimeämään lähettävät palvelimet.',
  several:
    'on merkitty useammin kuin kerran, joten postipalvelut eivät noudata yhtäkään. Pyydä ylläpitoa jättämään yksi.',
  good: 'on kunnossa: verkkotunnus kertoo, mitkä palvelimet saavat lähettää sen postia.',
  weak: 'on olemassa, mutta sallii kenen tahansa lähettää verkkotunnuksen nimissä. Pyydä ylläpitoa päättämään se -all tai ~all.',
  other: unknown,
};
const dkim: Check = {
  unknown,
  missing:
    'puuttuu verkkotunnuksesta: viestit allekirjoitetaan, mutta kukaan ei voi tarkistaa sitä. Pyydä ylläpitoa lisäämään avain.',
  several: unknown,
  good: 'on kunnossa: viestit allekirjoitetaan, ja verkkotunnuksen avain on meidän.',
  weak: unknown,
  other: 'verkkotunnuksessa on toinen avain kuin meillä: allekirjoitukset eivät päde. Pyydä ylläpitoa vaihtamaan se.',
};
const dmarc: Check = {
  unknown,
  missing: 'puuttuu. Suuret postipalvelut vaativat sen paljon lähettäviltä. Pyydä ylläpitoa lisäämään se.',
  several:
    'on merkitty useammin kuin kerran, joten postipalvelut eivät noudata yhtäkään. Pyydä ylläpitoa jättämään yksi.',
  good: 'on kunnossa: muualta tuleva posti verkkotunnuksen nimissä torjutaan tai siirretään syrjään.',
  weak: 'on olemassa ja vain seuraa (p=none). Se riittää lähettämiseen; quarantine tai reject torjuu myös väärentäjät.',
  other: unknown,
};
const problems: Readonly<Record<SettingProblem['why'], string>> = {
  name: 'Kirjoita enintään 60 merkin nimi ilman pilkkuja, kaksoispisteitä, lainausmerkkejä ja @-merkkiä',
  email: 'Kirjoita yksi sähköpostiosoite, esimerkiksi ura@example.fi',
  unread: 'Kirjoita osoite, jota joku lukee: ihmiset vastaavat näihin viesteihin',
  phone: 'Kirjoita puhelinnumero numeroin, esimerkiksi +358 29 000 0000',
};

export const fi: SettingTexts = {
  title: 'Asetukset',
  ofInstitution: (name) => `Asetukset: ${name}`,
  lead: 'Millä nimellä kutsut lähtevät, miltä ne näyttävät postipalveluille ja mitä vastataan sille, joka epäilee viestin aitoutta.',
  saved: 'Asetukset on tallennettu. Niitä käytetään seuraavasta viestistä alkaen.',
  institutions: 'Korkeakoulujen asetukset',
  tokens: 'Ohjelmien tunnukset',
  back: 'Kaikki asetukset',
  sender: 'Lähettäjä',
  senderLead: 'Tyhjät kohdat täydennetään kyselyn yhteisistä asetuksista.',
  senderLeadCommon: 'Näitä käytetään, kun korkeakoululla ei ole omia.',
  address: 'Viestit lähtevät osoitteesta',
  noAddress: 'Sähköpostia ei lähde: palvelulla ei ole postipalvelinta (URAS_SMTP_URL).',
  languages: { fi: 'suomi', sv: 'ruotsi', en: 'englanti' },
  name: (language) => `Lähettäjän nimi, ${language}`,
  reply: (language) => `Vastausosoite, ${language}`,
  replyHint: 'Sähköpostiosoite, jota joku lukee. Siihen kirjoitetaan, kun jokin pitää muuttaa.',
  contact: 'Keneltä valmistunut voi kysyä',
  contactName: 'Henkilön tai palvelun nimi',
  contactEmail: 'Sähköpostiosoite',
  contactPhone: 'Puhelin',
  save: 'Tallenna',
  mail: 'Miltä viestit näyttävät postipalveluille',
  mailLead: (domain) =>
    `Verkkotunnus ${domain} kertoo nimipalvelussa, kuka saa lähettää sen postia. Tieto on luettu sieltä nyt.`,
  checks: { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' },
  spf,
  dkim,
  dmarc,
  dkimElsewhere: 'ei näy meille: tämä palvelu ei allekirjoita. Kysy postipalvelimen ylläpidolta, allekirjoittaako se.',
  sms: 'Tekstiviestit',
  smsNone: 'Tekstiviestejä ei lähde: palvelulla ei ole niiden välittäjää.',
  smsFile: 'Tekstiviestit kirjoitetaan tiedostoon, josta toinen ohjelma lähettää ne. Se asettaa lähettäjän.',
  smsHttp: (host) => `Tekstiviestit lähtevät palvelun ${host} kautta. Se asettaa lähettäjän, jonka ihmiset näkevät.`,
  real: 'Onko viesti aito?',
  realLead: 'Teksti korkeakoulun sivulle, jonka viestiä epäilevä löytää. Kopioi se sellaisenaan.',
  realText: ({ host, from, contact }) =>
    `Onko uraseurantakysely aito?\n\nOn. Kysymme valmistuneiltamme muutama vuosi tutkinnon jälkeen, miten työelämä on alkanut. Kutsu tulee sähköpostilla, tekstiviestillä tai kirjeenä.\n\nAidon viestin tunnistat näin:\n- Linkki alkaa ${host} eikä millään muulla.\n${from === '' ? '' : `- Sähköposti tulee osoitteesta ${from}.\n`}- Emme koskaan kysy henkilötunnusta, salasanoja tai pankkitietoja emmekä pyydä maksua.\n- Vastaaminen on vapaaehtoista, ja voit kieltäytyä uusista viesteistä samalla sivulla.\n\nJos epäilet viestiä, älä avaa linkkiä. ${contact === '' ? 'Kysy korkeakoulultasi.' : `Kysy: ${contact}.`}`,
  problems,
  tokensLead:
    'Tunnuksella oma ohjelmasi lukee julkaistut tulokset tai tekee sen, mitä tunnus sallii. Tunnus toimii viimeiseen päiväänsä asti tai kunnes se poistetaan käytöstä.',
  noTokens: 'Tunnuksia ei ole.',
  tokenName: 'Mihin tunnusta käytetään',
  tokenNameHint: 'Pieniä kirjaimia, numeroita ja yhdysmerkkejä, esimerkiksi tietovarasto',
  scope: 'Mitä se sallii',
  scopes: {
    'releases:read': 'julkaistujen tulosten lukeminen',
    'population:write': 'korkeakoulun henkilöiden tuominen kierroksille',
  },
  place: 'Korkeakoulu',
  allPlaces: 'Kaikki korkeakoulut',
  expires: 'Viimeinen päivä',
  expiresHint: 'Esimerkiksi 31.12.2026; enintään kahden vuoden päässä',
  create: 'Tee tunnus',
  newToken: 'Tee uusi tunnus',
  made: (name) => `Tunnus ${name} on tehty. Se näytetään vain tämän kerran: kopioi se nyt.`,
  token: 'Tunnus',
  state: (until) => `voimassa ${until} asti`,
  expired: (until) => `viimeinen päivä oli ${until}`,
  revoked: (on) => `poistettu käytöstä ${on}`,
  used: (on) => `viimeksi käytetty ${on}`,
  unused: 'ei käytetty',
  revoke: 'Poista käytöstä',
  revokeTitle: (name) => `Poistetaanko tunnus ${name} käytöstä?`,
  revokeLead: 'Sitä käyttävä ohjelma ei saa enää mitään. Tätä ei voi perua; uuden tunnuksen voi tehdä.',
  revokedNow: 'Tunnus on poistettu käytöstä.',
  cancel: 'Pidä se',
  tokenProblems: {
    bad_name: 'Kirjoita nimi pienin kirjaimin, numeroin ja yhdysmerkein, enintään 40 merkkiä',
    taken: 'Tämänniminen tunnus on tai on ollut: valitse toinen nimi',
    unknown_scope: 'Valitse, mitä tunnus sallii',
    no_institution: 'Valitse korkeakoulu: tällainen tunnus tehdään yhdelle',
    unknown_institution: 'Valitse korkeakoulu luettelosta',
    bad_day: 'Kirjoita viimeinen päivä muodossa 31.12.2026 tai 2026-12-31',
    expired_already: 'Viimeisen päivän on oltava myöhempi kuin tänään',
    too_long: 'Viimeinen päivä on enintään kahden vuoden päässä',
  },
};
