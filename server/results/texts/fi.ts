import type { ReportTexts } from './en.ts';
import { fiComparison } from './comparison-fi.ts';
import { fiHighlights } from './highlights-fi.ts';
import { fiList } from './list-fi.ts';
import { fiMethods } from './methods-fi.ts';
import { fiQuadrant } from './quadrant-fi.ts';
import { fiTrends } from './trends-fi.ts';

export const fi: ReportTexts = {
  service: 'Uraseurannan raportit',
  reports: 'Raportit',
  methods: 'Näin luvut on laskettu',
  hidden: 'ei näytetä',
  hiddenWhy: 'Vastaajia on liian vähän, tai luvun voisi päätellä muista luvuista.',
  fewAnswers: 'vähän vastauksia',

  group: { own: 'Tämä tutkinto', field: 'Ala', nation: 'Koko maa', institution: 'Koko korkeakoulu' },
  answersOf: (n, target, rate) => `${n} vastausta ${target} valmistuneesta (${rate})`,
  reliability: {
    good: (points) => `Luotettavuus: hyvä. Osuus vaihtelee sattumalta enintään ±${points} prosenttiyksikköä.`,
    fair: (points) => `Luotettavuus: kohtalainen (±${points} prosenttiyksikköä). Pienet erot voivat johtua sattumasta.`,
    low: (points) =>
      `Luotettavuus: heikko (±${points} prosenttiyksikköä). Käytä tuloksia keskustelun pohjana, älä vertailuun.`,
    few: () =>
      'Luotettavuus: vähän vastauksia. Luvut ovat tarkkoja, mutta ne kertovat vain vähän muista kuin vastanneista.',
  },
  reliabilityWord: {
    good: 'luotettavuus hyvä',
    fair: 'luotettavuus kohtalainen',
    low: 'luotettavuus heikko',
    few: 'vähän vastauksia',
  },
  lowResponse: 'Alle 30\u00a0% vastasi. Vastanneet voivat poiketa muista valmistuneista.',
  who: {
    lead: 'Vastanneet, suluissa kaikki valmistuneet:',
    share: (label, own, all) => `${label} ${own} (${all})`,
    unlike: (names) => `Vastanneet poikkeavat kaikista valmistuneista yli 10 prosenttiyksikköä: ${names}.`,
    none: 'Näissä tuloksissa ei kerrota, miten vastanneet jakautuvat taustan mukaan.',
  },
  cannotConclude: {
    title: 'Mitä tästä ei voi päätellä',
    points: [
      'Tulokset ovat vastaajien omia arvioita, eivät mitattua osaamista.',
      'Ne eivät kerro yksittäisen opintojakson laadusta eivätkä lukujen syistä.',
      'Ne eivät aseta tutkintoja tai korkeakouluja paremmuusjärjestykseen.',
    ],
  },
  comparison: {
    title: 'Vertailu',
    ownIncluded: 'Tämän tutkinnon vastaajat ovat mukana molemmissa ryhmissä.',
  },
  whoAnswered: 'Ketkä vastasivat',
  contents: 'Sisällys',
  reading: 'Näin raporttia luetaan',
  methodLinks: {
    reliability: 'Mitä sanat tarkoittavat',
    groups: 'Keitä niissä on',
    limits: 'Mitä raportti ei tee',
    hidden: 'Mitä ei näytetä',
    intervals: 'Mitä välit kertovat',
    measures: 'Näin keskiarvot, erot ja kvartiilit lasketaan',
  },
  question: {
    link: 'Tarkemmin',
    title: 'Yksi kysymys tarkemmin',
    back: 'Takaisin raporttiin',
    wording: 'Tarkka sanamuoto',
    asked: 'Kenelle kysymys esitettiin',
    distribution: 'Näin vastattiin',
    questionnaire: 'Koko kyselylomake',
    institution: 'Oma korkeakoulu',
    sameDegree: 'Tämä tutkinto koko maassa',
    ownIncluded: 'Tämän tutkinnon omat vastaajat ovat mukana joka ryhmässä.',
    divided: 'Sukupuolen ja iän mukaan',
    dividedBy: (unit: string, variable: string) => `${unit}: ${variable.toLowerCase()}`,
    dividedHint:
      'Yksittäistä tutkintoa ei jaeta. Laajemmat ryhmät jaetaan, kun vastauksia on vähintään kymmenen eikä kenenkään vastausta voi päätellä niistä; muista kysymyksistä ja ryhmistä ei näytetä mitään.',
  },
  highlights: fiHighlights,
  headlines: 'Pääluvut',
  graduatesOf: (years) => `valmistuneet ${years}`,
  builtOn: (day) => `Tulokset koottu ${day}`,
  signTitle: (sign) => `Mitä ”${sign}” tarkoittaa:`,

  asked: 'Kysymys',
  askedOfSome: 'Kysyttiin vain osalta vastaajista.',
  showTable: 'Näytä taulukkona',
  tableLabel: (title) => `Taulukko: ${title}`,
  interval: (range) => `95\u00a0%:n väli ${range}`,
  intervalNote: 'Suluissa 95\u00a0%:n luottamusväli.',
  answers: (n) => `${n} vastausta`,
  n: 'Vastauksia (n)',
  cannotSay: 'Ei osaa sanoa',
  cannotSayCount: (count) => `ei osaa sanoa: ${count}`,
  atLeast: (share) => `vähintään ${share}`,
  atLeastAnswered: (share, category) => `vähintään ${share} vastasi ”${category}”`,
  mean: 'Keskiarvo',
  share: 'Osuus',
  figure: 'Luku',

  dumbbell: {
    importance: 'merkitys työssä',
    development: 'opinnot kehittivät',
    intervalKey: '95\u00a0%:n väli',
    gap: 'ero',
    gapInterval: (range) => `eron 95\u00a0%:n väli ${range}`,
    lead: (min, max) =>
      `Keskiarvot asteikolla ${min}–${max}. Ero on merkitys vähennettynä kehittymisellä. Suurin ero on ensin, viimeisenä se, mitä ei näytetä.`,
    gapNote: 'Ero on laskettu vastaaja kerrallaan, joten sen väli on kapeampi kuin kahdesta palkista voisi päätellä.',
    columns: {
      skill: 'Taito',
      importance: 'Merkitys työssä',
      development: 'Opinnot kehittivät',
      own: 'Ero, tämä tutkinto',
      field: 'Ero, ala',
      nation: 'Ero, koko maa',
      institution: 'Ero, koko korkeakoulu',
    },
  },
  diverging: {
    statement: 'Väittämä',
    group: 'Vastaajat',
    lead: 'Vastausten osuudet prosentteina. Viivan vasemmalla puolella on asteikon alempi puolisko, oikealla ylempi.',
    upper: (words) => `Ylempi puolisko (${words})`,
  },
  bars: {
    category: 'Vastaus',
    lead: 'Osuudet kysymykseen vastanneista.',
    several: 'Vastaaja saattoi valita useita, joten osuuksien summa voi ylittää 100\u00a0%.',
    largest: (count) => `Kuviossa ovat ${count} yleisintä vastausta, taulukossa kaikki.`,
    nps: {
      promoters: '9–10 (suosittelisi)',
      passives: '7–8',
      detractors: '0–6 (ei suosittelisi)',
      score: 'Suositteluluku NPS (9–10 vastanneiden osuus vähennettynä 0–6 vastanneiden osuudella, −100…+100)',
      scoreIs: (score) => `Suositteluluku (NPS) ${score}.`,
    },
  },
  ownQuestions: {
    institution: 'Korkeakoulun omat kysymykset',
    degree: 'Tutkinnon omat kysymykset',
    institutionNote:
      'Nämä ovat korkeakoulun omia kysymyksiä: ne eivät ole osa yhteistä kyselyä, ja luvut kertovat vain korkeakoulusta valmistuneista. Ne eivät kuulu valtakunnalliseen vertailuun: tämän tutkinnon rinnalla on koko korkeakoulu.',
    degreeNote:
      'Nämä ovat tutkinnon omia kysymyksiä: ne eivät ole osa yhteistä kyselyä, ja luvut kertovat vain tästä tutkinnosta valmistuneista. Ne eivät kuulu valtakunnalliseen vertailuun, eikä niiden rinnalla ole muita lukuja.',
    pairs: 'Merkitys työssä ja kehittyminen opinnoissa',
  },
  quartiles: {
    group: 'Vastaajat',
    lead: 'Piste on mediaani, palkki ulottuu alakvartiilista yläkvartiiliin: puolet vastauksista on sen alueella.',
    note: 'Luvut on pyöristetty, ja ne näytetään vähintään 21 vastauksesta. Keskiarvoa, pienintä ja suurinta arvoa ei näytetä koskaan.',
    lower: 'Alakvartiili',
    median: 'Mediaani',
    upper: 'Yläkvartiili',
    range: (from, to) => `puolet välillä ${from} – ${to}`,
  },

  list: fiList,
  compare: fiComparison,
  trends: fiTrends,
  quadrant: fiQuadrant,
  files: {
    title: 'Raportti tiedostona',
    pdf: 'PDF tulostettavaksi',
    xlsx: 'Excel-työkirja, oma taulukko joka osiolle',
    csv: 'CSV ohjelmille',
    csvSemicolon: 'CSV taulukkolaskentaan (puolipiste ja desimaalipilkku)',
    json: 'JSON',
    html: 'Verkkosivu, joka toimii yksinään',
    invented: 'Esittely: korkeakoulut ja tiedot ovat keksittyjä.',
    columns: {
      figure: 'Kuvio',
      row: 'Rivi',
      column: 'Sarake',
      value: 'Arvo',
      low: '95\u00a0%:n väli, alaraja',
      high: '95\u00a0%:n väli, yläraja',
      read: 'Kuten sivulla',
    },
  },
  tableOf: 'Taulukko',
  notShown: {
    title: 'Raporttia ei näytetä',
    body: 'Tästä tutkinnosta ei ole raporttia: vastauksia on liian vähän, tai keneltäkään ei ole kysytty.',
    back: 'Kaikki raportit',
  },
  notices: {
    language: (value) => `Kieltä ”${value}” ei ole. Sivu on suomeksi.`,
    institution: (value) => `Korkeakoulua ”${value}” ei ole näissä tuloksissa. Näytetään kaikki korkeakoulut.`,
    field: (value) => `Alaa ”${value}” ei ole näissä tuloksissa. Näytetään kaikki alat.`,
    release: (value) => `Tuloksia ”${value}” ei ole. Näytetään uusimmat.`,
  },
  methodsPage: {
    title: 'Näin luvut on laskettu',
    sections: [
      {
        id: 'respondents',
        title: 'Ketkä lasketaan mukaan',
        body: [
          'Kohderyhmä on kaikki tutkinnosta sinä vuonna valmistuneet, jota kierros koskee. Siitä ei poisteta ketään: mukana ovat myös ne, jotka kieltäytyivät tai joita ei tavoitettu.',
          'Vastaajia ovat ne, jotka lähettivät vastauksensa. Aloitettuja vastauksia, joita ei lähetetty, ei ole tuloksissa.',
          'Vastausosuus on vastaajien määrä jaettuna kohderyhmän koolla.',
        ],
      },
      {
        id: 'groups',
        title: 'Mihin verrataan',
        body: [
          'Ala tarkoittaa saman koulutusalan kaikkia tutkintoja kaikissa korkeakouluissa, koko maa kaikkia tutkintoja. Tämä tutkinto on mukana kummassakin, joten ero niihin on hieman pienempi kuin ero muihin olisi.',
          'Vastauksia ei painoteta.',
        ],
      },
      {
        id: 'hidden',
        title: 'Mitä ei näytetä',
        body: [
          'Luku näytetään, kun kysymykseen vastasi vähintään viisi henkilöä, ja arkaluonteisissa kysymyksissä, kuten palkassa, vähintään kymmenen.',
          'Lisäksi piilotetaan lukuja, joista piilotetun luvun voisi laskea, ja lukuja, joissa lähes kaikki vastasivat samoin. Viimeksi mainituista raportti voi sanoa ”vähintään 85\u00a0%”: tällainen raja on viiden monikerta, eikä sitä vertailla, järjestetä tai piirretä.',
          'Kaikki piilotettu näyttää samalta syystä riippumatta, myös silloin, kun kukaan ei vastannut. Piilotettua lukua ei ole sivulla missään muodossa.',
          'Viidestä yhdeksään vastauksesta lasketun luvun vieressä on sanat ”vähän vastauksia”.',
        ],
      },
      {
        id: 'intervals',
        title: 'Luottamusvälit',
        body: [
          '95\u00a0%:n väli kertoo, kuinka kaukana luku voi olla siitä, jonka kaikki saman kierroksen valmistuneet olisivat antaneet, jos vastaamatta jättäneet ovat vastanneiden kaltaisia. Osuuksien välit ovat Wilsonin välejä ja keskiarvojen t-välejä, molemmissa on äärellisen perusjoukon korjaus.',
          'Väli ei kata sitä mahdollisuutta, että vastaamatta jättäneet poikkeavat vastanneista.',
          'Vastaajalta kysytään vain se, mikä häntä koskee, ja jokaisen kysymyksen voi ohittaa. Väleissä N on silti koko kohderyhmä, mikä tekee välistä ennemmin leveän kuin kapean.',
        ],
      },
      {
        id: 'reliability',
        title: 'Luotettavuus',
        body: [
          'Sana riippuu vastaajien määrästä: hyvä vähintään 93 vastaajasta (osuus voi vaihdella ±10 prosenttiyksikköä), kohtalainen vähintään 21:stä (±20), heikko vähintään 10:stä (±26), sitä pienemmästä määrästä vähän vastauksia.',
          'Jos alle 30\u00a0% vastasi ja lisäksi jokin rekisterin tieto poikkeaa vastanneiden ja kaikkien valmistuneiden välillä yli 10 prosenttiyksikköä, sana on yhtä astetta alempi.',
          'Tässä ei käytetä äärellisen perusjoukon korjausta, koska tulevia opiskelijoita varten suunnitteleva lukee yhtä vuotta otoksena.',
        ],
      },
      {
        id: 'measures',
        title: 'Keskiarvot, erot ja kvartiilit',
        body: [
          'Keskiarvot ja ero lasketaan asteikon portaista 1–6. Taidon ero on merkitys työssä vähennettynä kehittymisellä opinnoissa, niistä vastaajista, jotka vastasivat kumpaankin. Asteikon ulkopuoliset vastaukset, kuten ”en osaa sanoa”, eivät ole mukana keskiarvoissa eivätkä osuuksissa; niiden määrä näytetään erikseen.',
          'Suositteluluku on 9–10 vastanneiden osuus vähennettynä 0–6 vastanneiden osuudella.',
          'Palkasta ja muista lukumääristä näytetään pyöristetty mediaani ja kvartiilit, kun vastauksia on vähintään 21.',
          'Prosentit ovat kokonaislukuja ja keskiarvoissa on yksi desimaali. Pyöristyksen vuoksi osuuksien summa ei aina ole 100.',
        ],
      },
      {
        id: 'limits',
        title: 'Mitä raportti ei tee',
        body: [
          'Se ei kerro syistä, ei aseta mitään järjestykseen eikä merkitse eroja merkitseviksi. Kun lukuja on monta, jotkin niistä eroavat alasta pelkän sattuman vuoksi.',
          'Tulokset ovat vastaajien omia arvioita.',
        ],
      },
      ...fiMethods,
    ],
  },
};
