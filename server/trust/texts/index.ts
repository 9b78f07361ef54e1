import type { Language } from '../../engine/text.ts';

type TrustTexts = {
  title: (institution: string) => string;
  lead: string;
  open: (from: string, to: string) => string;
  none: string;
  checkTitle: string;
  linkStart: (start: string) => string;
  senders: (list: string) => string;
  page: string;
  general: string;
  neverTitle: string;
  never: string;
  contactTitle: string;
  contact: { email: string; phone: string; noNotice: string };
  roundsTitle: string;
  notice: {
    controller: string;
    officer: string;
    purposes: string;
    legalBasis: string;
    sources: string;
    recipients: string;
    noRecipients: string;
    transfers: string;
    retention: string;
    decisions: string;
    decisionsText: string;
  };
};

/** What the pages by which a message can be checked say, and the headings of a privacy notice. */
export const TRUST: Readonly<Record<Language, TrustTexts>> = {
  fi: {
    title: (institution) => `${institution}: onko viesti aito?`,
    lead: 'Tällä sivulla voit tarkistaa korkeakoulusi uraseurantakyselyn ilman viestin linkkiä.',
    open: (from, to) => `Kysely on auki: se avautui ${from} ja sulkeutuu ${to}`,
    none: 'Korkeakoululla ei ole nyt avointa kyselyä tässä palvelussa. Älä avaa viestin linkkiä, vaan kysy korkeakoulultasi.',
    checkTitle: 'Näin tunnistat viestin',
    linkStart: (start) => `Linkki alkaa aina osoitteella ${start}.`,
    senders: (list) => `Viestin lähettäjä on ${list}.`,
    page: 'Korkeakoulun oma sivu kyselystä',
    general: 'Muut tavat tarkistaa viesti',
    neverTitle: 'Mitä emme kysy',
    never: 'Emme kysy pankkitunnuksia, salasanoja emmekä henkilötunnusta.',
    contactTitle: 'Kysy korkeakoulultasi',
    contact: {
      email: 'Sähköposti',
      phone: 'Puhelin',
      noNotice: 'Korkeakoulu ei ole vielä kertonut täällä yhteystietojaan. Ne ovat korkeakoulun omilla sivuilla.',
    },
    roundsTitle: 'Kysely nyt',
    notice: {
      controller: 'Rekisterinpitäjä',
      officer: 'Tietosuojavastaava',
      purposes: 'Mihin tietoja käytetään',
      legalBasis: 'Käsittelyn peruste',
      sources: 'Mistä tiedot saadaan',
      recipients: 'Kenelle tietoja annetaan',
      noRecipients: 'Tietoja ei anneta muille.',
      transfers: 'Siirto EU:n ulkopuolelle',
      retention: 'Kuinka kauan korkeakoulu säilyttää tiedot',
      decisions: 'Automaattinen päätöksenteko',
      decisionsText: 'Tietojen perusteella ei tehdä sinua koskevia päätöksiä.',
    },
  },
  sv: {
    title: (institution) => `${institution}: är meddelandet äkta?`,
    lead: 'På den här sidan kan du kontrollera din högskolas karriärenkät utan länken i meddelandet.',
    open: (from, to) => `Enkäten är öppen: den öppnades ${from} och stängs ${to}.`,
    none: 'Högskolan har just nu ingen öppen enkät i den här tjänsten. Öppna inte länken i meddelandet utan fråga din högskola.',
    checkTitle: 'Så känner du igen meddelandet',
    linkStart: (start) => `Länken börjar alltid med ${start}.`,
    senders: (list) => `Meddelandets avsändare är ${list}.`,
    page: 'Högskolans egen sida om enkäten',
    general: 'Andra sätt att kontrollera meddelandet',
    neverTitle: 'Vad vi aldrig frågar',
    never: 'Vi frågar aldrig efter bankkoder, lösenord eller personbeteckning.',
    contactTitle: 'Fråga din högskola',
    contact: {
      email: 'E-post',
      phone: 'Telefon',
      noNotice: 'Högskolan har ännu inte berättat om sina kontaktuppgifter här. De finns på högskolans egna sidor.',
    },
    roundsTitle: 'Enkäten nu',
    notice: {
      controller: 'Personuppgiftsansvarig',
      officer: 'Dataskyddsombud',
      purposes: 'Vad uppgifterna används till',
      legalBasis: 'Grunden för behandlingen',
      sources: 'Varifrån uppgifterna kommer',
      recipients: 'Vem uppgifterna lämnas till',
      noRecipients: 'Uppgifterna lämnas inte till andra.',
      transfers: 'Överföring utanför EU',
      retention: 'Hur länge högskolan sparar uppgifterna',
      decisions: 'Automatiskt beslutsfattande',
      decisionsText: 'Inga beslut om dig fattas på grund av uppgifterna.',
    },
  },
  en: {
    title: (institution) => `${institution}: is the message genuine?`,
    lead: 'On this page you can check the career survey of your institution without the link in the message.',
    open: (from, to) => `The survey is open: it opened on ${from} and closes on ${to}.`,
    none: 'The institution has no open survey in this service now. Do not open the link in the message but ask your institution.',
    checkTitle: 'How to recognise the message',
    linkStart: (start) => `The link always begins with ${start}.`,
    senders: (list) => `The message is sent by ${list}.`,
    page: 'The institution’s own page on the survey',
    general: 'Other ways to check a message',
    neverTitle: 'What we never ask for',
    never: 'We do not ask for bank codes, passwords or a personal identity code.',
    contactTitle: 'Ask your institution',
    contact: {
      email: 'E-mail',
      phone: 'Telephone',
      noNotice: 'The institution has not yet given its contacts here. They are on its own website.',
    },
    roundsTitle: 'The survey now',
    notice: {
      controller: 'Controller',
      officer: 'Data protection officer',
      purposes: 'What the data is used for',
      legalBasis: 'Legal basis',
      sources: 'Where the data comes from',
      recipients: 'Who the data is given to',
      noRecipients: 'The data is given to nobody else.',
      transfers: 'Transfers outside the EU',
      retention: 'How long the institution keeps the data',
      decisions: 'Automated decisions',
      decisionsText: 'No decisions about you are made from the data.',
    },
  },
};
